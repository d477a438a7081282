const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that begin a sentence with a capital and belong to no name. */
export const sentenceWords = words(
  "the a an but and or if when while in on at as for after before with from by of to it its he she they we i his her their our this that these those there here what who why how where which since until because although though however nevertheless meanwhile also both either neither early late last next some many most all no not yes according despite during earlier later once only other others more than then so such even still now today yesterday tomorrow under over about against among between recent new-found moreover instead asked speaking two three four five six seven eight nine ten",
);

/** Days and months: "In September" is no place, "On April" nobody. */
export const calendarWords = words("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan");

/** "In Jan. 2022" is no place; but Jan is somebody. */
export const monthAbbreviations = words("jan feb mar apr jun jul aug sept sep oct nov dec");

/** A name with one of these words is that of a body, an event or a thing, not of a person or a place. */
export const bodyWords = words(
  "department ministry office agency bureau council committee commission parliament congress senate assembly court party union league group inc corp co ltd plc company corporation bank fund exchange board authority association federation organization organisation institute university college school academy hospital church army navy force forces guard police times post news herald tribune journal gazette magazine press radio television images agreement treaty pact act bill law summit meeting conference forum session talks games cup championship festival revolution war front day flag cross prize award museum library airport railway airlines airways club team service services system systems industries international national foundation center centre house street avenue road square bridge river sea ocean lake bay mountains foreign ministers affairs treasury states united kingdom republic administration plan eu un nato asean opec g-7 g-20 fm",
);

/** Peoples and tongues in English, as they stand before a name or an office; "Belarusian" and "Georgian" are no places either. */
export const demonyms = words(
  "afghan african albanian algerian american andorran angolan arab argentine argentinian armenian asian australian austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian chilean chinese colombian croatian cuban cypriot czech danish dutch eastern ecuadorian egyptian english estonian ethiopian european finnish french georgian german ghanaian greek hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kosovan kurdish kuwaiti kyrgyz latin latvian lebanese libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican nepalese nicaraguan nigerian northern norwegian pakistani palestinian panamanian peruvian philippine filipino polish portuguese qatari romanian russian rwandan saudi scottish scots serbian singaporean slovak slovenian somali southern soviet spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tunisian turkish turkmen u.k u.s ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh western yemeni zambian zimbabwean",
);
