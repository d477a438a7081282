/** An element with a class and children, which are texts or elements: never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** An element with a text that may be in any language. */
export function anyText<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = element(name, className, ...children);
  made.dir = "auto";
  return made;
}

export function link(className: string, href: string, text: string): HTMLAnchorElement {
  const made = element("a", className, text);
  made.setAttribute("href", href);
  return made;
}

export function button(className: string, act: () => void, ...children: readonly (Node | string)[]): HTMLButtonElement {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A part of the page that the template names. Throws an Error where template and script do not fit. */
export function partOf<E extends Element>(root: ParentNode, name: string, type: abstract new () => E): E {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (found instanceof type) return found;
  throw new Error(`The search page has no ${name}.`);
}
