import { QuickFingerprint, type Print } from "../../content/quick-fingerprint.ts";
import type { CataloguedArticle, Periods } from "../../model/archive.ts";
import { authorityKinds, type AuthorityRecord } from "../../model/authority.ts";

/**
 * Fingerprints of what pages show of other articles than their own, each made when it is first asked for: so a page that has
 * not changed is known without being made.
 */
export class Prints {
  readonly #languageOf: (article: CataloguedArticle) => string | undefined;
  readonly #links: (Print | undefined)[] = [];
  readonly #briefs: (Print | undefined)[] = [];
  readonly #names: (Print | undefined)[] = [];
  readonly #periods: (Print | undefined)[] = [];
  readonly #periodsKnown = new Map<Periods, Print>();
  readonly #records = new Map<AuthorityRecord, Print>();

  /** `languageOf` tells the language that an article's headline is marked with. */
  constructor(languageOf: (article: CataloguedArticle) => string | undefined) {
    this.#languageOf = languageOf;
  }

  /** Of an article's headline as a link: see `articleLink`. */
  link(article: CataloguedArticle): Print {
    return (this.#links[article.position] ??= new QuickFingerprint()
      .text(article.address)
      .text(article.title)
      .text(this.#languageOf(article))
      .toPrint());
  }

  /** Of an article's line in a list: see `getBrief`. All of a date follows from its text. */
  brief(article: CataloguedArticle): Print {
    return (this.#briefs[article.position] ??= new QuickFingerprint()
      .print(this.link(article))
      .text(article.date.text)
      .text(article.section)
      .text(article.dateline?.place ?? article.about.places[0]?.name)
      .text(article.kind)
      .toPrint());
  }

  /** Of the names an article is tagged with. */
  names(article: CataloguedArticle): Print {
    return (this.#names[article.position] ??= this.#namesOf(article));
  }

  /** Of the periods an article is counted in; that of a day is its month's and year's as well. */
  period({ position, periods }: CataloguedArticle): Print {
    return (this.#periods[position] ??= this.#periodsOf(periods));
  }

  // Articles of one day share one value.
  #periodsOf(periods: Periods): Print {
    let print = this.#periodsKnown.get(periods);
    if (print === undefined) this.#periodsKnown.set(periods, (print = new QuickFingerprint().text(periods.day ?? periods.month ?? periods.year).toPrint()));
    return print;
  }

  #namesOf({ about }: CataloguedArticle): Print {
    const names = new QuickFingerprint();
    for (const kind of authorityKinds) for (const record of about[kind]) names.print(this.#nameOf(record));
    return names.toPrint();
  }

  #nameOf(record: AuthorityRecord): Print {
    let print = this.#records.get(record);
    if (print === undefined) this.#records.set(record, (print = new QuickFingerprint().text(record.kind).text(record.id).text(record.name).toPrint()));
    return print;
  }
}
