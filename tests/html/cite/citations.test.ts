import { describe, expect, test } from "vitest";
import { apa } from "../../../src/html/cite/apa.ts";
import { bibtex } from "../../../src/html/cite/bibtex.ts";
import { chicago } from "../../../src/html/cite/chicago.ts";
import { citationOf, type Cited } from "../../../src/html/cite/citation.ts";
import { mla } from "../../../src/html/cite/mla.ts";
import { ris } from "../../../src/html/cite/ris.ts";
import type { Html } from "../../../src/html/html.ts";
import { bareArticle, dated, site } from "../samples.ts";

interface Sample extends Partial<Omit<Cited, "byline" | "date">> {
  readonly byline?: readonly string[];
  readonly date?: string;
  /** Where the archive is the publication itself. */
  readonly publication?: string;
}

const address = "https://archive.example.org/1987/03/dues/";

function cited({ byline = [], date = "1987-03-02", publication = "The Harbour Record", ...rest }: Sample) {
  const people = byline.map((name) => ({ name, role: undefined, id: undefined, href: undefined }));
  return citationOf({ ...site, title: publication }, { ...bareArticle, ...rest, byline: people, date: dated(date) });
}

// Names of newspapers are in italics, which are stars here.
function shown(text: Html): string {
  return text.toString().replace(/<\/?i>/gu, "*").replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
}

/*
 * Examples that the styles' own publishers give, with this archive's address in the place of theirs. APA's newspaper
 * articles stand at https://apastyle.apa.org/style-grammar-guidelines/references/examples/newspaper-article-references;
 * Chicago's unsigned article in 14.199 and, in the author-date form, at
 * https://www.chicagomanualofstyle.org/qanda/data/faq/topics/Documentation/faq0076.html. Chicago's others are from the
 * Citation Quick Guide to the 17th edition, MLA's from the Handbook; citeproc.test.ts checks the same rules another way.
 */
describe("as published", () => {
  test.each<[string, Sample, string]>([
    ["one author", { byline: ["Farhad Manjoo"], title: "Snap Makes a Bet on the Cultural Supremacy of the Camera", date: "2017-03-08", publication: "New York Times" }, `Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” *New York Times*, March 8, 2017. ${address}.`],
    ["another magazine", { byline: ["Tanya Pai"], title: "The Squishy, Sugary History of Peeps", date: "2017-04-11", publication: "Vox" }, `Pai, Tanya. “The Squishy, Sugary History of Peeps.” *Vox*, April 11, 2017. ${address}.`],
    ["a database that holds it", { byline: ["Rob Pegoraro"], title: "Apple’s iPhone Is Sleek, Smart and Simple", date: "2007-07-05", source: { name: "The Washington Post", url: undefined, id: undefined }, publication: "LexisNexis Academic" }, `Pegoraro, Rob. “Apple’s iPhone Is Sleek, Smart and Simple.” *Washington Post*, July 5, 2007. LexisNexis Academic. ${address}.`],
    ["an unsigned article", { title: "In Texas, Ad Heats Up Race for Governor", date: "2002-07-30", publication: "The New York Times" }, `*New York Times*. “In Texas, Ad Heats Up Race for Governor.” July 30, 2002. ${address}.`],
  ])("Chicago: %s", (_, sample, entry) => {
    expect(shown(chicago(cited(sample)))).toBe(entry);
  });

  test.each<[string, Sample, string]>([
    ["one author", { byline: ["Benedict Carey"], title: "Can we get better at forgetting?", date: "2019-03-22", publication: "The New York Times" }, `Carey, B. (2019, March 22). Can we get better at forgetting? *The New York Times*. ${address}`],
    ["pages", { byline: ["Chico Harlan"], title: "North Korea vows to restart shuttered nuclear reactor that can make bomb-grade plutonium", date: "2013-04-02", print: { page: "A1, A4", edition: undefined, volume: undefined, issue: undefined }, publication: "The Washington Post" }, `Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear reactor that can make bomb-grade plutonium. *The Washington Post*, A1, A4. ${address}`],
    ["no author", { title: "All 33 Chile miners freed in flawless rescue", date: "2010-10-13", publication: "NBC News" }, `All 33 Chile miners freed in flawless rescue. (2010, October 13). *NBC News*. ${address}`],
    ["an organization that publishes itself", { byline: ["World Health Organization"], title: "Questions and answers on immunization and vaccine safety", date: "2018-03", publication: "World Health Organization" }, `World Health Organization. (2018, March). Questions and answers on immunization and vaccine safety. ${address}`],
  ])("APA: %s", (_, sample, entry) => {
    expect(shown(apa(cited(sample)))).toBe(entry);
  });

  test.each<[string, Sample, string]>([
    ["an edition and pages", { byline: ["Paul Jeromack"], title: "This Once, a David of the Art World Does Goliath a Favor", date: "2002-07-13", print: { page: "B7+", edition: "late ed.", volume: undefined, issue: undefined }, publication: "The New York Times" }, "Jeromack, Paul. “This Once, a David of the Art World Does Goliath a Favor.” *The New York Times*, late ed., 13 July 2002, pp. B7+, archive.example.org/1987/03/dues/."],
    ["a page", { byline: ["Robert Behre"], title: "Presidential Hopefuls Get Final Crack at Core of S.C. Democrats", date: "2007-04-29", print: { page: "A11", edition: undefined, volume: undefined, issue: undefined }, publication: "Post and Courier" }, "Behre, Robert. “Presidential Hopefuls Get Final Crack at Core of S.C. Democrats.” *Post and Courier*, 29 Apr. 2007, p. A11, archive.example.org/1987/03/dues/."],
  ])("MLA: %s", (_, sample, entry) => {
    expect(shown(mla(cited(sample)))).toBe(entry);
  });
});

/** Of one article: Chicago, APA, MLA, BibTeX and RIS, each from where it differs. */
function heads(sample: Sample): readonly string[] {
  const citation = cited({ title: "Dues Rise", ...sample });
  return [chicago(citation), apa(citation), mla(citation)].map(shown).map((text) => text.replaceAll(address, "@").replaceAll("archive.example.org/1987/03/dues/", "@"));
}

describe("authors", () => {
  test.each<[string, readonly string[], string, string, string]>([
    ["two", ["Karin Ek", "Olle Fors"], "Ek, Karin, and Olle Fors. ", "Ek, K., & Fors, O. (", "Ek, Karin, and Olle Fors. "],
    ["three", ["Karin Ek", "Olle Fors", "Jean-Luc Nancy"], "Ek, Karin, Olle Fors, and Jean-Luc Nancy. ", "Ek, K., Fors, O., & Nancy, J.-L. (", "Ek, Karin, et al. "],
    ["a suffix", ["Martin Luther King Jr."], "King, Martin Luther, Jr. ", "King, M. L., Jr. (", "King, Martin Luther, Jr. "],
    ["an agency", ["Reuters"], "Reuters. ", "Reuters. (", "Reuters. "],
    ["an agency and a person", ["Reuters", "Karin Ek"], "Reuters, and Karin Ek. ", "Reuters, & Ek, K. (", "Reuters, and Karin Ek. "],
    ["a name of another script", ["نجيب محفوظ"], "نجيب محفوظ. ", "نجيب محفوظ. (", "نجيب محفوظ. "],
  ])("%s", (_, byline, ...begin) => {
    heads({ byline }).forEach((entry, i) => expect(entry.slice(0, begin[i]?.length)).toBe(begin[i]));
  });

  test("of more than ten, Chicago names seven; of more than twenty, APA names nineteen and the last", () => {
    const byline = Array.from({ length: 22 }, (_, i) => `Ann L${"abcdefghijklmnopqrstuv".charAt(i)}`);
    const [first = "", second = ""] = heads({ byline });
    expect(first).toMatch(/^La, Ann, (?:Ann L[b-g], ){6}et al\. “/u);
    expect(second).toMatch(/Ls, A\., \. \. \. Lv, A\. \(/u);
  });

  test("the newspaper itself is named once", () => {
    expect(heads({ byline: ["Harbour Record"] })).toEqual(["*Harbour Record*. “Dues Rise.” March 2, 1987. @.", "Harbour Record. (1987, March 2). Dues Rise. @", "“Dues Rise.” *The Harbour Record*, 2 Mar. 1987, @."]);
  });
});

test.each([
  ["1987-03-02T10:44:46Z", "March 2, 1987", "1987, March 2", "2 Mar. 1987"],
  ["1987-09", "September 1987", "1987, September", "Sept. 1987"],
  ["1987-05", "May 1987", "1987, May", "May 1987"],
  ["1987", "1987", "1987", "1987"],
  ["1987-03~", "[ca. March 1987]", "ca. 1987, March", "circa Mar. 1987"],
  ["1987?", "[1987?]", "ca. 1987", "1987?"],
  ["198X", "1980s", "1980s", "1980s"],
  ["1985/1987", "1985–1987", "1985–1987", "1985–1987"],
  ["1987-21", "Spring 1987", "1987, Spring", "Spring 1987"],
])("the date %s is cited as %s, %s and %s", (date, ...expected) => {
  const [first, second, third] = heads({ date, byline: ["Karin Ek"] });
  expect(first).toBe(`Ek, Karin. “Dues Rise.” *Harbour Record*, ${expected[0]}. @.`);
  expect(second).toBe(`Ek, K. (${expected[1]}). Dues Rise. *The Harbour Record*. @`);
  expect(third).toBe(`Ek, Karin. “Dues Rise.” *The Harbour Record*, ${expected[2]}, @.`);
});

test("a missing date is n.d., and in MLA nothing", () => {
  expect(heads({ date: "undated", byline: ["Karin Ek"] })).toEqual(["Ek, Karin. “Dues Rise.” *Harbour Record*, n.d. @.", "Ek, K. (n.d.). Dues Rise. *The Harbour Record*. @", "Ek, Karin. “Dues Rise.” *The Harbour Record*, @."]);
});

test("the last correction is cited, with its date", () => {
  const corrections = [{ date: dated("1987-03-09"), text: "Second." }, { date: dated("1987-03-05"), text: "First." }];
  expect(heads({ corrections })).toEqual(["*Harbour Record*. “Dues Rise.” March 2, 1987, corrected March 9, 1987. @.", "Dues Rise. (1987, March 2). *The Harbour Record*. @ (Correction published 1987, March 9)", "“Dues Rise.” *The Harbour Record*, 2 Mar. 1987, @. Corrected 9 Mar. 1987."]);
});

test.each([
  ['Mayor: "No Dues"', "“Mayor: ‘No Dues.’”"],
  ["“It ‘Is’ True,” Says He", "“‘It “Is” True,’ Says He.”"],
  ["Who Said “Never”?", "“Who Said ‘Never’?”"],
  ["“Why Not?”", "“‘Why Not?’”"],
  ["The Keeper’s Dog Doesn't Bark", "“The Keeper’s Dog Doesn't Bark.”"],
  ["«Нет»", "“«Нет.»”"],
  ["„Nein“, sagt er", "“„Nein“, sagt er.”"],
  ["„Nie” i “Tak”", "“„Nie” i ‘Tak.’”"],
  ['6" of Rain', "“6\" of Rain.”"],
])("the headline %s stands in quotation marks as %s", (title, quoted) => {
  expect(heads({ title })[0]).toContain(` ${quoted} `);
});

describe("BibTeX", () => {
  test("has every field, and keeps signs and capitals", () => {
    const citation = cited({ byline: ["Karin Ek", "Reuters", "Sammy Davis, Jr."], title: "R&D at 5% {of} #1_$~^\\", print: { page: "A1", edition: "late", volume: "12", issue: "4" }, source: { name: "Post & Mail", url: undefined, id: undefined }, language: "sv", corrections: [{ date: dated("1987-03-05"), text: "No." }] });
    expect(bibtex(citation)).toBe(`@article{ek1987rd-at,
  author = {Ek, Karin and {Reuters} and Davis, Jr., Sammy},
  title = {{R\\&D at 5\\% \\{of\\} \\#1\\_\\$\\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},
  journal = {Post \\& Mail},
  year = {1987},
  month = {3},
  day = {2},
  volume = {12},
  number = {4},
  edition = {late},
  pages = {A1},
  url = {${address}},
  language = {sv},
  note = {corrected 1987-03-05}
}
`.replace("rd-at", ""));
  });

  test.each([["1987-03~", "date = {1987-03~}"], ["198X", "date = {198X}"], ["1987-03", "year = {1987},\n  month = {3}"]])("says %s as biblatex reads it", (date, field) => {
    expect(bibtex(cited({ date }))).toContain(`  journal = {The Harbour Record},\n  ${field},\n  url`);
  });

  test("says nothing of a date that is unknown", () => {
    expect(bibtex(cited({ date: "undated" }))).toMatch(/^@article\{theharbourrecordharbour,[^]*journal = \{The Harbour Record\},\n {2}url/u);
  });
});

describe("RIS", () => {
  test("has every field, a line each", () => {
    const citation = cited({ byline: ["Karin Ek", "Reuters"], print: { page: "A1", edition: "late", volume: "12", issue: "4" }, source: { name: "The Post", url: undefined, id: undefined }, updated: dated("1987-03-05") });
    expect(ris(citation)).toBe(`TY  - NEWS
AU  - Ek, Karin
AU  - Reuters
TI  - Harbour Dues Rise
T2  - The Post
PY  - 1987
DA  - 1987/03/02
VL  - 12
IS  - 4
ET  - late
SP  - A1
UR  - ${address}
LA  - en
DB  - The Harbour Record
N1  - updated 1987-03-05
ER  - 
`);
  });

  test.each([["1987", "PY  - 1987\nDA  - 1987//\n"], ["1987-03", "PY  - 1987\nDA  - 1987/03/\n"], ["undated", "T2  - The Harbour Record\nDA  - undated\n"], ["198X", "T2  - The Harbour Record\nDA  - 198X\n"]])("dates %s", (date, lines) => {
    expect(ris(cited({ date }))).toContain(lines);
  });
});
