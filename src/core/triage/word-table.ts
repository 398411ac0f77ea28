// The words of all incidents: who has each, how much it says there, and how rare it is.
import { rarityAmong } from '../text/rarity.ts';
import type { TriageRecord } from './record.ts';

export interface WordTable {
  /** Undefined for a term no incident has. */
  numberOf(term: string): number | undefined;
  /** By number of a term. */
  readonly rarity: Float64Array;
  /** Incidents of term n are `documents` from `starts[n]` up to `starts[n + 1]`, with their levels beside them. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly levels: Uint8Array;
  /** Of each incident: how much all its words say together. */
  readonly norms: Float64Array;
}

export function makeWordTable(records: readonly TriageRecord[]): WordTable {
  const numbers = new Map<string, number>();
  const spreads: number[] = [];
  for (const { terms } of records) {
    for (const term of terms) {
      const number = numbers.get(term) ?? numbers.size;
      if (number === numbers.size) numbers.set(term, number);
      spreads[number] = (spreads[number] ?? 0) + 1;
    }
  }
  const rarityOf = rarityAmong(records.length);
  const rarity = Float64Array.from(spreads, rarityOf);
  const starts = new Uint32Array(spreads.length + 1);
  for (const [number, spread] of spreads.entries()) starts[number + 1] = (starts[number] as number) + spread;
  const total = starts[spreads.length] as number;
  const [documents, levels, norms] = [new Uint32Array(total), new Uint8Array(total), new Float64Array(records.length)];
  const next = starts.slice();
  for (const [document, { terms, levels: own }] of records.entries()) {
    let sum = 0;
    for (const [index, term] of terms.entries()) {
      const number = numbers.get(term) as number;
      const at = next[number] as number;
      next[number] = at + 1;
      documents[at] = document;
      levels[at] = own[index] as number;
      sum += ((own[index] as number) * (rarity[number] as number)) ** 2;
    }
    norms[document] = Math.sqrt(sum);
  }
  return { numberOf: (term) => numbers.get(term), rarity, starts, documents, levels, norms };
}
