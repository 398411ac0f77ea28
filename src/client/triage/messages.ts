// What the triage page and its worker tell each other: plain data. Nothing of it is ever sent anywhere else.
import type { DocumentStatus } from '../../core/model/incident.ts';
import type { OpenItem, TriageCard } from '../../core/triage/card.ts';
import type { MarkedLine, MarkedText } from '../../core/triage/marks.ts';
import type { Strength } from '../../core/triage/match.ts';
import type { Failure } from '../search/messages.ts';

export interface Ask {
  /** Counts up; answers carry it, so that what was overtaken can be told. */
  readonly number: number;
  readonly text: string;
}

/** `open` has the worker fetch everything while the reader looks for the log. */
export type ToWorker = { readonly kind: 'open' } | { readonly kind: 'match'; readonly ask: Ask };

export type FromWorker =
  | { readonly kind: 'found'; readonly number: number; readonly found: Found }
  | { readonly kind: 'failed'; readonly number: number; readonly failure: Failure };

/** A past incident as the page shows it. */
export interface Entry {
  readonly id: string;
  readonly strength: Strength;
  /** What that rests on. */
  readonly grounds: string;
  readonly signatures: readonly (readonly MarkedText[])[];
  readonly words: readonly string[];
  /** Absent where its file did not arrive: then nothing but its id is known. */
  readonly card?: Card;
}

export interface Card extends Pick<TriageCard, 'title' | 'severity' | 'services' | 'fix' | 'runbooks'> {
  readonly status: DocumentStatus;
  readonly started?: { readonly day: string; readonly text: string };
  readonly lasted?: string;
  /** Their due days as a reader writes them. */
  readonly open: readonly OpenItem[];
}

export interface Found {
  readonly entries: readonly Entry[];
  /** A sentence: how many there are. */
  readonly total: string;
  readonly remarks: readonly string[];
  /** Lines in which something matched. */
  readonly lines: readonly MarkedLine[];
  readonly lineCount: number;
}
