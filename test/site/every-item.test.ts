// `actions set` over every action item of whole archives: the one that ships, and a thousand incidents made for measuring. Which bytes an edit
// touched is judged from outside, by lines and by reading the file again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadArchive, newLoadCache } from '../../src/site/load.ts';
import { rereader } from '../../src/site/rereader.ts';
import { type EditedFile, judgeEdit, remembering } from '../core/edit/judge.ts';
import { describeShared } from '../corpus/shared.ts';
import { AS_OF, ROOT } from './build.ts';

/** What a week's review does to an item. */
const DONE = ['status=done', 'completed=2026-11-22', 'evidence=https://git.example/x/pull/7#note'];
const OTHERS = [['status=open', 'completed=', 'reason='], ['owner=Zoë Ångström'], ['due=2027-01-05'], ['priority='], ['ticket=OPS-77']];

interface Tally {
  items: number;
  written: number;
  refused: string[];
  outside: number;
  faults: string[];
}

async function setEverywhere(
  archive: { readonly input: string; readonly config?: string },
  edits: readonly (readonly string[])[],
): Promise<Tally> {
  const cache = newLoadCache();
  const loaded = await loadArchive({ ...archive, asOf: AS_OF, allowErrors: true }, cache);
  const tally: Tally = { items: 0, written: 0, refused: [], outside: 0, faults: [] };
  for (const { incident } of cache.files.values()) {
    if (!incident) continue;
    const { file } = incident;
    const text = loaded.texts.get(file) ?? '';
    const edited: EditedFile = { file, text, config: loaded.archive.config, read: remembering(text, rereader(file, loaded, cache)) };
    tally.items += incident.actionItems.length;
    for (const index of incident.actionItems.keys())
      for (const edit of edits) count(tally, `${file} ${index} ${edit.join(' ')}`, judgeEdit(edited, index, edit));
  }
  return tally;
}

function count(tally: Tally, what: string, { result, outside, faults }: ReturnType<typeof judgeEdit>): void {
  tally.outside += outside;
  if (result.kind === 'changed') tally.written++;
  if (result.kind === 'refused') tally.refused.push(`${what}: ${result.problems[0]?.message}`);
  tally.faults.push(...faults.map((fault) => `${what}: ${fault}`));
}

function say(name: string, { items, written, refused, outside }: Tally): void {
  console.log(
    `${name}: ${items} items, ${written} edits written, ${refused.length} refused; bytes changed outside of the item: ${outside}`,
  );
}

test('the archive that ships', async () => {
  const archive = { input: join(ROOT, 'postmortems'), config: join(ROOT, '_data', 'site.yaml') };
  const tally = await setEverywhere(archive, [DONE, ...OTHERS]);
  say('the archive that ships', tally);
  expect(tally.items).toBeGreaterThan(80);
  expect(tally.faults).toEqual([]);
  expect(tally.refused).toEqual([]);
  expect(tally.outside).toBe(0);
});

describeShared('bench', (folder) => {
  test('a thousand incidents', { timeout: 900_000 }, async () => {
    const input = mkdtempSync(join(tmpdir(), 'hindsight-test-'));
    try {
      execFileSync(process.execPath, [join(folder, 'make-corpus.mjs'), input, '1000']);
      const tally = await setEverywhere({ input }, [DONE]);
      say('a thousand incidents', tally);
      expect(tally.items).toBeGreaterThan(3000);
      expect(tally.written).toBe(tally.items);
      expect(tally.faults).toEqual([]);
      expect(tally.outside).toBe(0);
    } finally {
      rmSync(input, { recursive: true, force: true });
    }
  });
});
