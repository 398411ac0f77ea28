// How long it was from one moment to another, where that is known.
import type { Timestamp } from '../model/timestamp.ts';

/** A day has no seconds: a length between days would claim a precision nobody wrote down. What runs backwards has no length either. */
export function secondsBetween(from: Timestamp | undefined, to: Timestamp | undefined): number | undefined {
  if (!from || !to || from.precision === 'date' || to.precision === 'date' || to.epoch < from.epoch) return undefined;
  return Math.round((to.epoch - from.epoch) / 1000);
}
