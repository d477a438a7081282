import type { MapPlace, WorldMap } from "./map.ts";
import type { Brief, CalendarMonth, CountedLink, Frame, Link, ListKind } from "./page.ts";

/* Values of pages that lead to others: indexes, the map of places, on this day. */

/** A to Z of people, places, organizations or topics, or one letter of it; the list of authors and of sections; the list of years. */
export interface IndexPage extends Frame {
  readonly kind: "index";
  readonly listKind: ListKind;
  /** All letters, which are anchors of this page or pages of their own. */
  readonly letters: readonly LetterLink[];
  /** Other ways to the same: from the dates to "on this day", from the places to their map. */
  readonly ways: readonly Link[];
  /** On the first page of an index that is cut: the names with the most articles. */
  readonly most: readonly CountedLink[];
  readonly groups: readonly IndexGroup[];
}

export interface LetterLink extends Link {
  readonly isHere: boolean;
}

export interface IndexGroup {
  readonly name: string;
  readonly id: string;
  readonly entries: readonly CountedLink[];
}

/** A world map of all places that have coordinates. */
export interface PlacesMapPage extends Frame {
  readonly kind: "places-map";
  /** Places on the map, those with the most articles first. */
  readonly world: WorldMap;
  /** Places without coordinates, and those that are too many for one map. */
  readonly others: { readonly unplaced: number; readonly beyond: number };
}

/** A map of the world as it is planned. */
export interface PlannedPlacesMap extends Omit<PlacesMapPage, "world"> {
  readonly places: readonly MapPlace[];
}

/** A calendar day over all years, or the calendar that leads to these pages. */
export interface OnThisDayPage extends Frame {
  readonly kind: "on-this-day";
  /** "07-20"; undefined on the page that leads to all days. */
  readonly day: string | undefined;
  readonly count: number;
  /** On the page that leads to all days: twelve months. */
  readonly calendar: readonly CalendarMonth[];
  /** Newest year first. */
  readonly years: readonly DayInYear[];
  readonly older: Link | undefined;
  readonly newer: Link | undefined;
}

/** One year's articles of a calendar day: all of them, or the first. */
export interface DayInYear {
  readonly year: string;
  /** The page of that very day. */
  readonly link: CountedLink;
  readonly briefs: readonly Brief[];
}
