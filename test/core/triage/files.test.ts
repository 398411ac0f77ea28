// The files of triage: what is read from them answers as what they were made of, an edit renews one part, and damage is told, never answered.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../src/core/model/incident.ts';
import { SearchFileError } from '../../../src/core/search/files/error.ts';
import { buildTriage, INCIDENTS_A_PART, TRIAGE_INDEX } from '../../../src/core/triage/files.ts';
import { makeIndex, triage } from '../../../src/core/triage/match.ts';
import { openTriage } from '../../../src/core/triage/open.ts';
import { makeRecordReader } from '../../../src/core/triage/record.ts';
import { bareIncident } from '../bare-incident.ts';

const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 8);

function filesOf(incidents: readonly Incident[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const file of buildTriage({ incidents }, { nameOf, memory: new WeakMap() })) if (file) files.set(file.path, file.bytes);
  return files;
}

const loadFrom = (files: ReadonlyMap<string, Uint8Array>) => async (path: string) => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new SearchFileError(path, 'it is not there');
  return bytes;
};

/** Enough for three parts; ids are in the order of the search. */
const incidents = Array.from({ length: 2 * INCIDENTS_A_PART + 3 }, (_, n): Incident => {
  const id = `2026-01-01-${String(n).padStart(4, '0')}`;
  return { ...bareIncident(id), title: `Queue ${n % 7} stalled behind shard`, signatures: [`ERR_QUEUE_${1000 + n}`, 'broker went away'] };
});

test('what is read back answers alike', async () => {
  const made = makeIndex(incidents.map(makeRecordReader()));
  const read = await openTriage(loadFrom(filesOf(incidents)));
  for (const text of ['ERR_QUEUE_1400 on host-3', 'queue 3 stalled behind its shard', 'broker went away', 'lunch']) {
    expect(triage(read, text, 20)).toEqual(triage(made, text, 20));
  }
  expect(triage(read, 'ERR_QUEUE_1400 on host-3', 1).matches[0]?.id).toBe(incidents[400]?.id);
});

test('an archive without an incident', async () => {
  expect(triage(await openTriage(loadFrom(filesOf([]))), 'ERR_QUEUE_1400', 5).matches).toEqual([]);
});

test('an edit renews one part and the index', () => {
  const before = filesOf(incidents);
  const after = filesOf(incidents.map((incident, n) => (n === 300 ? { ...incident, title: 'Something else' } : incident)));
  const renewed = [...after.keys()].filter((path) => !before.has(path));
  expect([before.size, renewed.length]).toEqual([4, 1]);
});

describe('damage', () => {
  const files = filesOf(incidents);
  const parts = [...files.keys()].filter((path) => path !== TRIAGE_INDEX);
  const withFile = (path: string, bytes: Uint8Array | undefined) => {
    const harmed = new Map(files);
    if (bytes === undefined) harmed.delete(path);
    else harmed.set(path, bytes);
    return openTriage(loadFrom(harmed));
  };

  test.each([
    ['no index', TRIAGE_INDEX, undefined],
    ['an index that is no JSON', TRIAGE_INDEX, new TextEncoder().encode('<!doctype html>')],
    ['an index of another release', TRIAGE_INDEX, new TextEncoder().encode('{"format":99,"incidents":0,"parts":""}')],
    ['an index that names too few parts', TRIAGE_INDEX, new TextEncoder().encode('{"format":1,"incidents":503,"parts":"12345678"}')],
    ['a part that is missing', parts[1] ?? '', undefined],
    ['a part of nothing', parts[1] ?? '', new Uint8Array()],
  ])('%s', async (_, path, bytes) => {
    await expect(withFile(path, bytes)).rejects.toThrow(SearchFileError);
  });

  test('a part cut off anywhere, or longer than it should be', async () => {
    const path = parts[2] ?? '';
    const bytes = files.get(path) ?? new Uint8Array();
    for (let length = 0; length < bytes.length; length++)
      await expect(withFile(path, bytes.slice(0, length))).rejects.toThrow(SearchFileError);
    await expect(withFile(path, Uint8Array.from([...bytes, 0]))).rejects.toThrow(SearchFileError);
  });
});
