// What the search page and its worker tell each other: plain data, nothing of the document.
import type { DocumentStatus } from '../../core/model/incident.ts';

export interface Ask {
  /** Counts up; answers carry it, so that what was overtaken can be told. */
  readonly number: number;
  readonly text: string;
  /** How many hits stand before the first one wanted, and how many are wanted. */
  readonly offset: number;
  readonly limit: number;
  /** The last word may be the beginning of a longer one. */
  readonly isTyped: boolean;
}

/**
 * A ping is answered at once, whatever else is going on: a worker that does not answer is dead. `open` has it fetch what every search needs
 * while the reader thinks of a word.
 */
export type ToWorker = { readonly kind: 'search'; readonly ask: Ask } | { readonly kind: 'ping' } | { readonly kind: 'open' };

export type FromWorker =
  | { readonly kind: 'found'; readonly number: number; readonly found: Found }
  | { readonly kind: 'counted'; readonly number: number; readonly counts: Counts }
  | { readonly kind: 'failed'; readonly number: number; readonly failure: Failure }
  | { readonly kind: 'alive' };

/** Text and whether it is what was searched for. */
export interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface Passage {
  readonly section: string;
  readonly anchor?: string;
  readonly parts: readonly Part[];
}

/** One result as the page shows it. */
export interface Entry {
  readonly id: string;
  readonly title: readonly Part[];
  readonly severity?: string;
  readonly started?: { readonly day: string; readonly text: string };
  readonly services: readonly string[];
  readonly status: DocumentStatus;
  readonly passages: readonly Passage[];
  /** Passages that match and are not shown, as far as the incident was read. */
  readonly more: number;
  /** The rest of the incident has more of them. */
  readonly hasMore: boolean;
  /** Its file arrived; otherwise nothing but its id is known. */
  readonly isRead: boolean;
}

/** Another query, and how many incidents it finds. */
export interface OtherQuery {
  readonly query: string;
  readonly total: number;
}

/** A filter that incidents meet. */
interface NearFilter {
  readonly field: 'service' | 'cause' | 'tag' | 'team' | 'owner';
  readonly value: string;
  readonly count: number;
}

export interface Found {
  readonly total: number;
  readonly entries: readonly Entry[];
  /** The order they are in: without words to match, the best are the newest. */
  readonly sort: 'best' | 'newest' | 'oldest';
  /** Something to go by: a word that is searched for, or a condition. */
  readonly isAsked: boolean;
  /** To mark on the pages of the results. */
  readonly terms: readonly string[];
  /** Spellings that were tried because those of the query occur nowhere. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Words that occur nowhere, and nothing like them. */
  readonly missing: readonly string[];
  /** Names that sound like the words of a query that found nothing. */
  readonly near: readonly NearFilter[];
  readonly withFewerConditions: readonly OtherQuery[];
  /** Filters whose value nothing has, and the value that comes nearest. */
  readonly unknown: readonly { readonly filter: string; readonly nearest?: string }[];
  /** What no incident has at all, in sentences. */
  readonly lacking: readonly string[];
}

/** What takes another fetch, and comes after the first results. */
export interface Counts {
  readonly groups: readonly OptionGroup[];
  /** Where the words, quoted, find fewer. */
  readonly exactPhrase?: OtherQuery;
  /** Why there are no groups. */
  readonly failure?: Failure;
}

export interface OptionGroup {
  readonly field: string;
  readonly options: readonly {
    readonly value: string;
    readonly name: string;
    readonly count: number;
    readonly isChosen: boolean;
  }[];
}

export interface Failure {
  /** A sentence for the reader. */
  readonly why: string;
  /** The file it came from, where it came from one that is not as it should be. */
  readonly path?: string;
  /** The network failed: what the worker holds is still good. */
  readonly isUnreachable?: boolean;
}
