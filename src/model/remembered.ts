/** Makes something of a text once, for texts that come back again and again: names of newspapers and writers, days. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly made: T }>();
  return (text) => {
    let entry = known.get(text);
    if (entry === undefined) known.set(text, (entry = { made: make(text) }));
    return entry.made;
  };
}
