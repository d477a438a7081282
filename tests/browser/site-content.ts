import sharp from "sharp";

/** A small invented archive with one page at least of every kind, and with what tends to break a page. */
export async function siteContent(): Promise<Readonly<Record<string, string | Buffer>>> {
  return { ...texts, "1986/04/lighthouse.png": await picture() };
}

// Large enough to be held in several widths.
function picture(): Promise<Buffer> {
  const background = { r: 40, g: 90, b: 130 };
  return sharp({ create: { width: 1000, height: 600, channels: 3, background } }).png().toBuffer();
}

const texts: Readonly<Record<string, string>> = {
  "archive.yaml": `title: The Norrby Post
tagline: News from a town by the sea
description: An invented archive.
licence: CC0-1.0
about: |
  This archive is **invented**. Write to nobody about it.
`,
  "people.yaml": `maja-lindqvist:
  name: Maja Lindqvist
  sortName: Lindqvist, Maja
  variants: [M. Lindqvist]
  description: Harbour master
  born: 1931-05-04
  profile: She kept the *harbour* for twenty years.
  portrait: 1986/04/lighthouse.png
  url: https://example.org/maja
`,
  "places.yaml": `norland: { name: Norland, kind: country }
east-coast: { name: East Coast, kind: region, parents: [norland] }
norrby: { name: Norrby, kind: town, parents: [east-coast], country: norland, coordinates: [60.1, 18.5] }
`,
  "1986/04/lighthouse.md": `---
title: The Lighthouse Is Lit Again
date: 1986-04-12
dek: After two dark winters the lamp turns once more.
byline: [Elsa Nyman, { name: Karl Ek, role: photographer }]
dateline: NORRBY, April 12
section: Town
people: [Maja Lindqvist]
places: [Norrby]
organizations: [Harbour Board]
topics: [Lighthouses]
images:
  - { src: lighthouse.png, alt: A tower above the sea, caption: The tower on Saturday evening., credit: Karl Ek, lead: true }
  - { id: keeper, caption: The keeper's house., credit: Karl Ek }
---
The lamp turned at nine in the evening, and Maja Lindqvist counted the seconds aloud.

![](keeper)

The next ship is due on Monday.
`,
  "1986/04/ferry.md": `---
title: A Ferry Every Hour
date: 1986-04-12
byline: Elsa Nyman
section: Town
people: [Maja Lindqvist]
places: [Norrby]
topics: [Ferries]
---
From May the ferry sails every hour, says Maja Lindqvist.

| Day | Norrby | Westerholm | Kullaberg | Simrishamn | Helsingborg | Remarks |
|---|--:|--:|--:|--:|--:|---|
| Weekdays | 06.00 | 06.30 | 07.00 | 07.30 | 08.00 | Bicycles carried free |
| Sundays | 08.00 | 08.30 | 09.00 | 09.30 | 10.00 | No freight |

    DEPARTURES-FROM-NORRBY-HARBOUR-ON-WEEKDAYS-AND-SUNDAYS-ALIKE-0600-0700-0800-0900-1000-1100-1200

A note follows.[^1]

[^1]: The timetable is printed as it was.
`,
  "1986/11/budget.md": `---
title: Council Passes the Budget
date: 1986-11-03
byline: Otto Falk
section: Politics
people: [Otto Ahl]
places: [Norland]
corrections: [{ date: 1986-11-05, text: The vote was 21 to 4 and not 22 to 4. }]
---
The council passed the budget with one reading.
`,
  "1987/02/orchestra.md": `---
title: An Orchestra of Retired Fishermen
date: 1987-02-20
kind: review
byline: Elsa Nyman
section: Culture
people: [Maja Lindqvist, Otto Ahl]
places: [East Coast]
series: Winter evenings
---
They played until the windows were white with breath.
`,
  "1987/02/compound.md": `---
title: Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle
date: 1987-02-21
section: Abroad
language: de
places: [Norland]
---
Ein kurzer Text: https://example.org/a/very/long/address/that/goes/on/and/on/and/on/without-any-blank-at-all.html
`,
  "1987/06/arabic.md": `---
title: ميناء جديد في المدينة
date: 1987-06-15
language: ar
section: Abroad
byline: ليلى حداد
places: [Norrby]
people: [ليلى حداد]
---
افتتح الميناء الجديد يوم الاثنين بحضور أهل المدينة.
`,
  "1987/06/undated-note.md": `---
title: A Note from the Summer
date: 1987-06~
kind: letter
contributors: [Karl Ek]
source: { name: The Island Letter, url: https://example.org/letter }
---
The summer was long and dry.
`,
};
