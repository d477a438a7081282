/** A list as JSON, some of it at a time: a large site's lists of files and links have many megabytes, which would be in memory several times over. */
export function* jsonOfList(items: Iterable<unknown>): Generator<string> {
  let before = "[";
  let some: unknown[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length < itemsAtOnce) continue;
    yield before + JSON.stringify(some).slice(1, -1);
    before = ",";
    some = [];
  }
  if (before === "[") yield JSON.stringify(some);
  else yield some.length === 0 ? "]" : `,${JSON.stringify(some).slice(1)}`;
}

const itemsAtOnce = 1000;
