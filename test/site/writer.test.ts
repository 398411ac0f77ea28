// Writing a site, alone and with a thread for the incidents: the same files, the same description, the same errors.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../src/core/archive/surroundings.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { buildSearch, searchHeadOf } from '../../src/core/search/build.ts';
import { buildTriage } from '../../src/core/triage/files.ts';
import { type Edition, type IncidentOrder, incidentFiles } from '../../src/site/incident-files.tsx';
import { type IncidentThread, startIncidentThread } from '../../src/site/incident-thread.ts';
import { loadArchive, type ReadFiles } from '../../src/site/load.ts';
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

it('a thread that has read the files for itself writes what it would have been told to', async () => {
  const folder = join(root, 'ahead');
  const config = fileURLToPath(new URL('../../_data/site.yaml', import.meta.url));
  let thread: IncidentThread | undefined;
  const input = fileURLToPath(new URL('../../postmortems', import.meta.url));
  const onRead = (read: ReadFiles): void => {
    thread = startIncidentThread(read);
  };
  const { archive: own, asRead, texts } = await loadArchive({ input, config, asOf: '2026-11-22', allowErrors: false, onRead });
  if (thread === undefined) throw new Error('nothing was read');
  // One of them as an edition would have it.
  const [cut, ...others] = [...own.byId.values()].map((each, n) => (n === 0 ? { ...each, title: 'Withheld' } : each)) as [
    Incident,
    ...Incident[],
  ];
  const around = surroundingsOf(own);
  const all = [cut, ...others].map((each) => ({ incident: each, surroundings: around(each), markdown: texts.get(each.file) ?? '' }));
  const made = { ...own, assets };
  const writer = makeWriter(folder, { edition: made, isLarge: true, isOnce: true, ahead: { thread, incidents: asRead } });
  for (const order of all) writer.writeIncident(order);
  writer.writeSearch?.(searchHeadOf(own));
  await writer.settle();
  for (const { path, content } of all.flatMap((order) =>
    incidentFiles(order, made).map((file) => ({ ...file, content: Buffer.from(file.content) })),
  )) {
    expect(readFileSync(join(folder, path))).toEqual(content);
  }
  const incidents = own.incidents.map((each) => (each.id === cut.id ? cut : each));
  for (const file of buildSearch({ ...own, incidents }, { nameOf })) {
    if (file) expect(readFileSync(join(folder, file.path))).toEqual(Buffer.from(packed(file).content));
  }
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
