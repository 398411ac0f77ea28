// All credentials of a text. Pure, and in time that grows as the text does, whatever is in it.
import { findInColumns } from './columns.ts';
import { findInHeaders } from './headers.ts';
import type { Credential } from './model.ts';
import { findPairs } from './pairs.ts';
import { type Reading, readingOf } from './reading.ts';
import { findShapes } from './shapes.ts';

/** In the order of their places, none within another. Offsets are those of the text as it is written. */
export function findCredentials(text: string, further: readonly Credential[] = [], reading: Reading = readingOf(text)): Credential[] {
  const { text: read, rawStart, rawEnd } = reading;
  const found = [...findShapes(read), ...further, ...findInHeaders(read), ...findPairs(read), ...findInColumns(read)];
  return apart(found).map((credential) => ({ ...credential, start: rawStart(credential.start), end: rawEnd(credential.end) }));
}

/** Of two that overlap the first of the list says more of what it is; what it leaves out of the other is masked with it. */
function apart(found: readonly Credential[]): Credential[] {
  const ranked = found
    .map((credential, rank) => ({ credential, rank }))
    .sort((a, b) => a.credential.start - b.credential.start || a.rank - b.rank);
  const kept: { credential: Credential; rank: number }[] = [];
  for (const next of ranked) {
    const last = kept.at(-1);
    if (last === undefined || next.credential.start >= last.credential.end) {
      kept.push(next);
      continue;
    }
    const best = next.rank < last.rank ? next : last;
    const end = Math.max(last.credential.end, next.credential.end);
    const credential = { ...best.credential, start: last.credential.start, end };
    kept[kept.length - 1] = { credential, rank: best.rank };
  }
  return kept.map(({ credential }) => credential);
}
