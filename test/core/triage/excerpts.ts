// The excerpts of `test/fixtures/triage/excerpts.txt`: what somebody would paste, and the incident of the shipped archive it belongs to.
import { readFileSync } from 'node:fs';
import { inSearchOrder } from '../../../src/core/search/build.ts';
import { makeIndex, type TriageIndex } from '../../../src/core/triage/match.ts';
import { makeRecordReader } from '../../../src/core/triage/record.ts';
import { loadArchive } from '../../../src/site/load.ts';

export interface Excerpt {
  readonly id: string;
  readonly text: string;
}

export function excerpts(): Excerpt[] {
  const file = readFileSync(new URL('../../fixtures/triage/excerpts.txt', import.meta.url), 'utf8');
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { id: part.slice(0, end), text: part.slice(end + 1).trimEnd() };
    });
}

export async function shippedIndex(): Promise<TriageIndex> {
  const { archive } = await loadArchive({ input: 'postmortems', allowErrors: true, asOf: '2026-11-22' });
  return makeIndex(inSearchOrder(archive.incidents).map(makeRecordReader()));
}
