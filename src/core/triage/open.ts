// Triage as a browser opens it: every part fetched, whatever will be pasted.
import { SearchFileError } from '../search/files/error.ts';
import type { Load } from '../search/reader.ts';
import { decodeTriageIndex, TRIAGE_INDEX } from './files.ts';
import { makeIndex, type TriageIndex } from './match.ts';
import { decodePart } from './part-file.ts';

/** Rejects with a SearchFileError. */
export async function openTriage(load: Load): Promise<TriageIndex> {
  const { incidents, parts } = decodeTriageIndex(await load(TRIAGE_INDEX));
  const records = (await Promise.all(parts.map(async (path) => decodePart(path, await load(path))))).flat();
  if (records.length !== incidents) throw new SearchFileError(TRIAGE_INDEX, `its parts hold ${records.length} of ${incidents} incidents`);
  return makeIndex(records);
}
