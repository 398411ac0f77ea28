// Whom to add to a comparison: what the chosen incidents themselves resemble.
import type { CompareRecord } from './record.ts';

export interface Suggestion {
  readonly id: string;
  readonly title: string;
  /** The chosen incidents that resemble it, the first of them with its reasons. */
  readonly of: readonly string[];
  readonly reasons: readonly string[];
}

const MOST_SUGGESTED = 6;

/** Those that more of the chosen resemble come first; of as many, the nearest to the first of them. */
export function suggestionsFor(chosen: readonly CompareRecord[], asked: readonly string[]): Suggestion[] {
  const known = new Set(asked);
  const found = new Map<
    string,
    { readonly id: string; readonly title: string; readonly of: string[]; readonly reasons: readonly string[] }
  >();
  for (const record of chosen) {
    for (const { id, title, reasons } of record.similar) {
      if (known.has(id)) continue;
      const suggestion = found.get(id);
      if (suggestion) suggestion.of.push(record.title);
      else found.set(id, { id, title, of: [record.title], reasons });
    }
  }
  return [...found.values()].sort((a, b) => b.of.length - a.of.length).slice(0, MOST_SUGGESTED);
}
