// A point in time as a person wrote it: how precise it is and in which zone, never more than the text says.

/** How much of the time was written: a day, a minute or a second. */
export type Precision = 'date' | 'minute' | 'second';

/**
 * A point in time. Plain data, so that it can cross threads and be compared without a library.
 * `iso` is ISO 8601 in `zone`: `2026-11-20T14:02:00+01:00`, or `2026-11-20` when only the day is known.
 * `epoch` is milliseconds since 1970 UTC; for a day, the start of that day in `zone`.
 */
export interface Timestamp {
  readonly iso: string;
  readonly epoch: number;
  /** IANA name or fixed offset (`UTC+1`), as luxon names it: the zone the time is shown in. */
  readonly zone: string;
  readonly precision: Precision;
  /** The author marked it as an estimate. */
  readonly approximate: boolean;
}

/** A calendar day, `2026-11-22`, without a zone: due dates, completion dates, the as-of date. */
export type Day = string;

/** The moments of an incident's life, in the order in which they must fall. */
export const MILESTONES = ['started', 'detected', 'acknowledged', 'identified', 'mitigated', 'resolved'] as const;
export type Milestone = (typeof MILESTONES)[number];
export type Milestones = { readonly [M in Milestone]?: Timestamp };

/** The later of each pair cannot come first. A cause may be known before anyone acknowledged, or long after all was well. */
export const ORDERED_MILESTONES: readonly (readonly [Milestone, Milestone])[] = [
  ['started', 'detected'],
  ['started', 'acknowledged'],
  ['detected', 'acknowledged'],
  ['started', 'identified'],
  ['started', 'mitigated'],
  ['started', 'resolved'],
  ['detected', 'resolved'],
  ['mitigated', 'resolved'],
];
