import { expect, test } from "vitest";
import { parseArticle } from "../../src/content/parse-article.ts";
import type { ArticleDraft } from "../../src/import/draft.ts";
import { renderArticleFile } from "../../src/import/front-matter.ts";

const plainest: ArticleDraft = {
  kind: "draft", sourceRecord: { file: "fog.xml", id: "7", sha256: "00" }, title: "Fog", date: "1987-03-02", byline: [],
  people: [], places: [], organizations: [], topics: [], body: "Fog.", path: "1987/03/fog.md", ifTaken: "number", notes: [],
};

test("everything a draft can say is read back from its file", () => {
  const article = articleOf({
    ...plainest,
    dek: "A quiet week: \"very\" quiet",
    byline: ["Ann Lee", { name: "Tom Reed, Jr.", role: "Correspondent in Tellan" }],
    genre: "obituary",
    series: "Weather",
    print: { page: "A1", edition: "late: {1}" },
    images: [{ src: "fog.jpg", alt: "", id: "p1", caption: "Fog", credit: "Lis Berg/AP", rights: { licence: "CC0" }, people: ["Lee, Ann"], place: "Tellan", date: "1987-03-01", lead: true }],
    source: { name: "The Post", url: "https://post.example/1", id: "p-1" },
    rights: { holder: "The Post", statement: "No\nreuse" },
    language: "pt-BR",
    corrections: [{ date: "1987-03-03", text: "It was mist." }],
    status: { kind: "withdrawn", date: "1987-03-04", reason: "not fog, \"nor\" mist" },
    formerUrls: ["/1987/fog.html"],
    extra: { urgency: "4", signals: ["a, b", "c"] },
  });
  expect(article).toMatchObject({
    dek: "A quiet week: \"very\" quiet",
    byline: [{ name: "Ann Lee", role: undefined }, { name: "Tom Reed, Jr.", role: "Correspondent in Tellan" }],
    kind: "obituary",
    series: "Weather",
    print: { page: "A1", edition: "late: {1}" },
    images: [{ src: "1987/03/fog.jpg", alt: "", id: "p1", caption: "Fog", credit: { raw: "Lis Berg/AP" }, rights: { licence: "CC0" }, people: ["Lee, Ann"], place: "Tellan", date: { text: "1987-03-01" }, lead: true }],
    source: { name: "The Post", url: "https://post.example/1", id: "p-1" },
    rights: { holder: "The Post", statement: "No\nreuse" },
    language: "pt-BR",
    corrections: [{ date: { text: "1987-03-03" }, text: "It was mist." }],
    status: { kind: "withdrawn", date: { text: "1987-03-04" }, reason: "not fog, \"nor\" mist" },
    formerUrls: ["/1987/fog.html"],
    extra: { urgency: "4", signals: ["a, b", "c"] },
  });
});

test.each([
  [{ kind: "draft" }, { kind: "draft" }],
  [{ kind: "embargoed", until: "1987-03-05T06:00:00Z" }, { kind: "embargoed", until: { text: "1987-03-05T06:00:00Z" } }],
] as const)("the status %j is read back", (status, expected) => {
  expect(articleOf({ ...plainest, status }).status).toMatchObject(expected);
});

function articleOf(draft: ArticleDraft) {
  const { article, problems } = parseArticle(draft.path, renderArticleFile(draft, "test"));
  expect(problems).toBeUndefined();
  return article ?? expect.fail("no article");
}
