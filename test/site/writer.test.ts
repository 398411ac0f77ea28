// Writing a site, alone and with a thread for the incidents: the same files, the same description, the same errors.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../src/core/archive/surroundings.ts';
import { buildSearch, searchHeadOf } from '../../src/core/search/build.ts';
import { buildTriage } from '../../src/core/triage/files.ts';
import { type Edition, type IncidentOrder, incidentFiles } from '../../src/site/incident-files.tsx';
import { describeFile } from '../../src/site/manifest.ts';
import { nameOf, packed } from '../../src/site/search-files.ts';
import { makeWriter } from '../../src/site/writer.ts';
import { archive, fullIncident, incident } from '../includes/sample-archive.ts';

const root = mkdtempSync(join(tmpdir(), 'hindsight-writer-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const kb = archive([fullIncident, ...Array.from({ length: 99 }, (_, n) => incident(`2024-02-${n}`, { title: `Zürich ${n}` }))]);
const assets = {
  css: 'a.css',
  js: 'a.js',
  theme: 't.js',
  favicon: 'f.svg',
  search: 's.js',
  worker: 'w.js',
  triage: '',
  matcher: '',
  insights: 'i.js',
  insightsCss: 'i.css',
  compare: 'c.js',
  compareCss: 'c.css',
};
const edition: Edition = { ...kb, assets };
const orders: readonly IncidentOrder[] = kb.incidents.map((each) => ({
  incident: each,
  surroundings: surroundingsOf(kb)(each),
  markdown: `# ${each.title}\n`,
}));

describe.each([false, true])('a site, large: %s', (isLarge) => {
  const folder = join(root, String(isLarge));

  it('is written whole', async () => {
    const writer = makeWriter(folder, { edition, isLarge, isOnce: false });
    for (const order of orders) writer.writeIncident(order);
    await writer.turn();
    writer.write('a/b/bytes', Buffer.from([0, 255]));
    writer.write('a/text', 'Zürich');
    await writer.settle();
    expect(writer.files.size).toBe(4 * orders.length + 2);
    expect([...readFileSync(join(folder, 'a/b/bytes'))]).toEqual([0, 255]);
    expect(readFileSync(join(folder, 'a/text'), 'utf8')).toBe('Zürich');
    for (const order of orders) {
      for (const { path, content } of incidentFiles(order, edition)) {
        expect(readFileSync(join(folder, path), 'utf8')).toBe(Buffer.from(content).toString());
        expect(writer.files.get(path)).toEqual(describeFile(path, Buffer.from(content)));
      }
    }
  });

  it('says what the system said', async () => {
    const barred = join(root, `barred-${isLarge}`);
    writeFileSync(barred, '');
    const writer = makeWriter(barred, { edition, isLarge, isOnce: false });
    const writing = (async () => {
      for (const order of orders) writer.writeIncident(order);
      await writer.settle();
    })();
    await expect(writing).rejects.toMatchObject({ code: 'ENOTDIR', syscall: 'mkdir' });
    await writer.abandon();
  });
});

it('the thread makes the index of the search, and what triage compares, that would be made without it, whoever made the pages', async () => {
  const folder = join(root, 'searched');
  const writer = makeWriter(folder, { edition, isLarge: true, isOnce: true });
  for (const order of orders) writer.writeIncident(order);
  writer.writeSearch?.(searchHeadOf(kb));
  await writer.settle();
  const made = [...buildSearch(kb, { nameOf }), ...buildTriage(kb, { nameOf, memory: new WeakMap() })];
  const wanted = made.flatMap((file) => (file === undefined ? [] : [packed(file)]));
  expect(wanted.length).toBeGreaterThan(5);
  for (const { path, content } of wanted) expect(readFileSync(join(folder, path))).toEqual(Buffer.from(content));
  expect(writer.files.size).toBe(4 * orders.length + wanted.length);
});

it('what goes wrong in the thread is heard of while other pages are made', async () => {
  const barred = join(root, 'barred');
  writeFileSync(barred, '');
  const writer = makeWriter(barred, { edition, isLarge: true, isOnce: false });
  for (const order of orders) writer.writeIncident(order);
  const deadline = Date.now() + 20_000;
  const turning = (async () => {
    while (Date.now() < deadline) await writer.turn();
  })();
  await expect(turning).rejects.toMatchObject({ code: 'ENOTDIR' });
  await writer.abandon();
});
