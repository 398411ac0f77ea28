// What the rules for times share: the document with its clocks, and a moment that one of them has found.
import type { Milestone } from '../../../core/model/timestamp.ts';
import type { Receipt, Sureness } from '../../model.ts';
import type { Line } from '../layout/lines.ts';
import { type Page, receipt } from '../page.ts';
import type { Clocks, Placed, PlacedEntry } from '../times/place.ts';

export interface Situation {
  readonly page: Page;
  readonly clocks: Clocks;
  readonly entries: readonly PlacedEntry[];
}

export interface Candidate {
  readonly at: Placed;
  readonly line: Line;
  /** The words of the entry, where they do not stand on its line. */
  readonly told?: string;
  readonly sure: Sureness;
  readonly why: string;
}

export interface Span {
  readonly start?: Candidate;
  readonly end?: Candidate;
}

export type Moments = { readonly [M in Milestone]?: Candidate };

export type How = Omit<Candidate, 'at'>;

export function asReceipt({ at, line, sure, why }: Candidate): Receipt<string> {
  return receipt(at.iso, line, { sure, why });
}
