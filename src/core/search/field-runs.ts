// The postings of a term field by field: entries of one field stand together, its documents rising, so that loops know the field once and documents are looked up.
import type { Postings } from './files/terms.ts';

/** Entries `from` up to, not including, `to` of the postings are of one field. */
export interface FieldRun {
  readonly field: number;
  readonly from: number;
  readonly to: number;
}

/** In the order of the entries, which is that of the fields. */
export function fieldRuns({ fields }: Postings): FieldRun[] {
  const runs: FieldRun[] = [];
  for (let from = 0; from < fields.length; ) {
    const field = fields[from] as number;
    const to = firstAbove(fields, field, from);
    runs.push({ field, from, to });
    from = to;
  }
  return runs;
}

/** Position of the first above `value`, from `from` on. */
function firstAbove(rising: Uint8Array | Uint32Array, value: number, from: number, end = rising.length): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a document has the term in the field of that run. */
export function isInRun({ documents }: Postings, { from, to }: FieldRun, document: number): boolean {
  const after = firstAbove(documents, document, from, to);
  return after > from && documents[after - 1] === document;
}
