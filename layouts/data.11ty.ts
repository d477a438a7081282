import { articleFields, dataFolder, lineOnlyFields, listSeparator, placeFields, recordFields, type DataField, type Field } from "../src/model/data-tables.ts";
import { formatCount } from "../src/html/count.ts";
import { documentOf } from "../src/html/document.ts";
import { html, type Html } from "../src/html/html.ts";
import type { DataStrings, Strings } from "../src/html/strings/strings.ts";
import { stringsOf } from "../src/html/strings/strings-of.ts";
import { paginate, type Shown } from "../src/html/template.ts";
import type { Link } from "../src/model/page.ts";

export const data = paginate("data");

export function render({ value, site }: Shown<"data">): string {
  const strings = stringsOf(site);
  const words = strings.data;
  const main = html`<div class="plain-page prose data-page">
<h1>${value.title}</h1>
<p>${words.intro} ${textsShared(value, strings)}</p>
<p>${words.mindRights}</p>
<p>${words.unpack.split(listSeparator).flatMap((part, i) => (i === 0 ? [part] : [html`<code>${listSeparator}</code>`, part]))}</p>
${value.years.length > 0 && html`<h2>${words.byYear}</h2>
${table(words.byYear, [words.year, words.articles, "JSON Lines", "CSV"], value.years.map(({ year, articles, lines, table: rows }) => html`<td>${year ?? words.withoutYear}</td><td>${formatCount(articles, strings)}</td><td>${shortLink(lines)}</td><td>${shortLink(rows)}</td>`))}`}
${value.tables.length > 0 && html`<h2>${words.names}</h2>
<p>${words.namesIntro}</p>
<ul>${value.tables.map((file) => html`<li>${fileLink(file)} (${formatCount(file.count, strings)})</li>`)}</ul>
`}<h2>${words.citations}</h2>
<p>${words.citationsIntro(fileLink(value.citations))}</p>
<h2>${words.programs}</h2>
<p>${words.packageIntro(fileLink(value.descriptor))}</p>
<p>${words.fixityIntro(fileLink(value.fixity), html`<code>sha256sum -c ${dataFolder}/${value.fixity.text}</code>`)}</p>
<h2>${words.articleTable}</h2>
${fieldTable(words, words.articleTable, articleFields)}<h2>${words.lines}</h2>
<p>${words.linesIntro}</p>
${table(words.lines, [words.field, words.meaning], lineOnlyFields.map((name) => html`<td><code>${name}</code></td><td>${words.fields[name]}</td>`))}<h2>${words.recordTable}</h2>
${fieldTable(words, words.recordTable, recordFields, placeFields.slice(recordFields.length))}</div>`;
  return documentOf(site, value, main);
}

function textsShared({ articles, texts }: Shown<"data">["value"], strings: Strings): string {
  const { allTexts, someTexts, noTexts } = strings.data;
  if (articles === 0) return "";
  if (texts === 0) return noTexts;
  return texts === articles ? allTexts : someTexts(formatCount(texts, strings), formatCount(articles, strings));
}

function fileLink({ href, text }: Link): Html {
  return html`<a href="${href}"><code>${text}</code></a>`;
}

// "articles-1987.csv.gz" is shown as "csv.gz" beside its year, so that a telephone has room for the table.
function shortLink({ href, text }: Link): Html {
  return html`<a href="${href}" aria-label="${text}"><code>${text.slice(text.indexOf(".") + 1)}</code></a>`;
}

// The last columns are those that only the table of places has.
function fieldTable(words: DataStrings, name: string, fields: readonly Field<DataField>[], ofPlaces: readonly Field<DataField>[] = []): Html {
  const row = ([field, type]: Field<DataField>, note: string): Html => html`<td><code>${field}</code></td><td><code>${type}</code></td><td>${words.fields[field]}${note}</td>`;
  return table(name, [words.field, words.type, words.meaning], [...fields.map((field) => row(field, "")), ...ofPlaces.map((field) => row(field, ` (${words.onlyPlaces})`))]);
}

function table(name: string, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="table" role="group" aria-label="${name}" tabindex="0">
<table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row}</tr>\n`)}</tbody>
</table>
</div>
`;
}
