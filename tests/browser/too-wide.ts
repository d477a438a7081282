/** Runs in a page: what makes it wider than the window. What scrolls inside itself does not. */
export function tooWide(): readonly string[] {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1);
  return wide.length === 0 ? ["the page"] : wide.map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
}
