// The documents the importer was made for, where they lie beside the repository: imported, checked, and the seeds as a careful reader reads them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/core/config/read.ts';
import { gather } from '../../../src/import/run/gather.ts';
import { runImport } from '../../../src/import/run/index.ts';
import { loadArchive } from '../../../src/site/load.ts';

const SHARED = join(import.meta.dirname, '../../../../shared');
const SEEDS = join(SHARED, 'seeds');
const DOCS = join(SHARED, 'corpus/import/docs');

const folder = mkdtempSync(join(tmpdir(), 'import-shared-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function importInto(output: string, from: string) {
  const prepare = { config: defaultConfig, asOf: '2026-11-26', isForced: false };
  return runImport(gather([from], output), { output, config: defaultConfig, prepare, threads: 2, isDryRun: false, isMerging: true });
}

async function errorsOf(input: string): Promise<string[]> {
  const { diagnostics } = await loadArchive({ input, allowErrors: true, asOf: '2026-11-26' });
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ file, code, message }) => `${file} ${code} ${message}`);
}

describe.skipIf(!existsSync(SEEDS))('the seeds (skipped where ../shared/seeds is not there)', () => {
  const output = join(folder, 'seeds');

  test('are read, and two of them are one incident', async () => {
    const { documents, counts } = await importInto(output, SEEDS);
    expect(counts).toMatchObject({ written: 3, failed: 0, skipped: 0 });
    const value = (index: number, name: string): string | undefined => documents[index]?.fields.find(({ field }) => field === name)?.value;
    for (const index of [0, 1]) {
      expect(value(index, 'started')).toBe('2024-01-15T14:00Z');
      expect(value(index, 'detected') ?? '2024-01-15T14:15Z').toBe('2024-01-15T14:15Z');
      expect(value(index, 'resolved')).toBe('2024-01-16T04:00Z');
      expect(value(index, 'impactPercent')).toBe('15');
      expect(value(index, 'actionItems')).toBe('3');
    }
    expect(value(2, 'started')).toBe('2024-04-03T10:00Z');
    expect(value(2, 'resolved')).toBe('2024-04-03T14:00Z');
    expect(value(2, 'impactPercent')).toBe('30');
    expect(value(2, 'timeline')).toBe('9');
    expect(documents[0]?.notes.map(({ code }) => code)).toContain('encoded-twice');
    expect(documents.filter(({ twin }) => twin !== undefined)).toMatchObject([{ twin: { isLinked: true } }]);
    expect(await errorsOf(output)).toEqual([]);
    const { archive } = await loadArchive({ input: output, allowErrors: true, asOf: '2026-11-26' });
    expect([archive.incidents.length, archive.duplicates.length]).toEqual([2, 1]);
  });
});

describe.skipIf(!existsSync(DOCS))('the corpus (skipped where ../shared/corpus is not there)', () => {
  const output = join(folder, 'corpus');

  test('is imported without an error of check, to the byte, and once', async () => {
    const { documents, counts } = await importInto(output, DOCS);
    expect(counts.failed).toBe(0);
    expect(counts.written).toBeGreaterThan(30);
    expect(await errorsOf(output)).toEqual([]);
    for (const { outcome, path, file } of documents) {
      if (outcome !== 'written' || file === undefined) continue;
      const source = readFileSync(join(DOCS, path.split('/').at(-1) ?? ''), 'utf8').replace(/^\uFEFF/, '');
      const written = readFileSync(join(output, file), 'utf8');
      const body = written.slice(written.indexOf('\n---', 4)).replace(/^\r?\n---\r?\n/, '');
      expect(source.endsWith(body)).toBe(true);
    }
    expect((await importInto(output, DOCS)).counts).toMatchObject({ written: 0, updated: 0, unchanged: counts.written });
  });
});
