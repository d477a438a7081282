/** TEMPORARY until the search scripts are there. */
export function clientScripts(): readonly { readonly path: string; readonly text: string }[] { return [{ path: "search.js", text: "" }]; }
