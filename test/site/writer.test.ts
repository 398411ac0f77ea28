// Writing a site, alone and with a thread for the incidents: the same files, the same description, the same errors.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Likeness } from '../../src/core/archive/likeness.ts';
import { linkIncidents } from '../../src/core/archive/linked.ts';
import { surroundingsOf, surroundingsWith } from '../../src/core/archive/surroundings.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { buildSearch, searchHeadOf } from '../../src/core/search/build.ts';
import { buildTriage } from '../../src/core/triage/files.ts';
import { type Edition, type IncidentOrder, incidentFiles } from '../../src/site/incident-files.tsx';
import { type Compared, type IncidentThread, startIncidentThread } from '../../src/site/incident-thread.ts';
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
    const writer = makeWriter(folder, { edition, isLarge });
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
    const writer = makeWriter(barred, { edition, isLarge });
    const writing = (async () => {
      for (const order of orders) writer.writeIncident(order);
      await writer.settle();
    })();
    await expect(writing).rejects.toMatchObject({ code: 'ENOTDIR', syscall: 'mkdir' });
    await writer.abandon();
  });
});

describe('a thread that makes all of a site', () => {
  const expectWritten = (
    folder: string,
    all: readonly IncidentOrder[],
    made: { readonly kb: Archive; readonly edition: Edition },
  ): void => {
    const pages = all.flatMap((order) =>
      incidentFiles(order, made.edition).map(({ path, content }) => ({ path, content: Buffer.from(content) })),
    );
    const index = [...buildSearch(made.kb, { nameOf }), ...buildTriage(made.kb, { nameOf, memory: new WeakMap() })].flatMap((file) =>
      file === undefined ? [] : [packed(file)],
    );
    expect(index.length).toBeGreaterThan(5);
    for (const { path, content } of [...pages, ...index]) expect(readFileSync(join(folder, path))).toEqual(Buffer.from(content));
  };

  it('compares, writes and indexes what it is told of', async () => {
    const folder = join(root, 'told');
    const byFile = new Map(orders.map((order) => [order.incident.file, order]));
    const found = new Map<string, readonly Likeness[]>();
    const orderWith = ({ file, similar }: Compared): IncidentOrder => {
      found.set(file, similar);
      return byFile.get(file) as IncidentOrder;
    };
    const once = { thread: startIncidentThread(), shown: orders, head: searchHeadOf(kb), orderWith };
    const writer = makeWriter(folder, { edition, once });
    await writer.settle();
    expectWritten(folder, orders, { kb, edition });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(orders.map((order) => [order.incident.file, order.surroundings.similar])));
    const index = [...buildSearch(kb, { nameOf }), ...buildTriage(kb, { nameOf, memory: new WeakMap() })].filter(
      (file) => file !== undefined,
    );
    expect(writer.files.size).toBe(4 * orders.length + index.length);
  });

  it('reads the files for itself, but for what an edition has otherwise', async () => {
    const folder = join(root, 'ahead');
    const config = fileURLToPath(new URL('../../_data/site.yaml', import.meta.url));
    const input = fileURLToPath(new URL('../../postmortems', import.meta.url));
    let thread: IncidentThread | undefined;
    const onRead = (read: ReadFiles): void => {
      thread = startIncidentThread(read);
    };
    const { archive: own, asRead, texts } = await loadArchive({ input, config, asOf: '2026-11-22', allowErrors: false, onRead });
    if (thread === undefined) throw new Error('nothing was read');
    const [first] = own.incidents as [Incident];
    const cut: Incident = { ...first, title: 'Withheld' };
    const shown = [...own.byId.values()].map((each) => (each === first ? cut : each));
    const markdownOf = ({ file }: Incident): string => texts.get(file) ?? '';
    const known = { ...own, ...linkIncidents(shown) };
    const around = surroundingsWith(known);
    const orderWith = ({ file, similar }: Compared): IncidentOrder => {
      const of = shown.find((each) => each.file === file) as Incident;
      return { incident: of, surroundings: around(of, similar), markdown: markdownOf(of) };
    };
    const made = { ...known, assets };
    const told = shown.map((each) => (asRead.has(each) ? each.file : { incident: each, markdown: markdownOf(each) }));
    expect(told.filter((each) => typeof each !== 'string')).toHaveLength(1);
    const writer = makeWriter(folder, { edition: made, once: { thread, shown: told, head: searchHeadOf(known), orderWith } });
    await writer.settle();
    const wanted = surroundingsOf(known);
    expectWritten(
      folder,
      shown.map((each) => ({ incident: each, surroundings: wanted(each), markdown: markdownOf(each) })),
      { kb: known, edition: made },
    );
  });

  it('says what went wrong, to who waits for it', async () => {
    const shown = ['not-read.md'];
    const once = { thread: startIncidentThread(), shown, head: searchHeadOf(kb), orderWith: () => orders[0] as IncidentOrder };
    const writer = makeWriter(join(root, 'told'), { edition, once });
    await expect(writer.settle()).rejects.toThrow('not-read.md was not read');
    await writer.abandon();
  });
});

it('what goes wrong in the thread is heard of while other pages are made', async () => {
  const barred = join(root, 'barred');
  writeFileSync(barred, '');
  const writer = makeWriter(barred, { edition, isLarge: true });
  for (const order of orders) writer.writeIncident(order);
  const deadline = Date.now() + 120_000;
  const turning = (async () => {
    while (Date.now() < deadline) await writer.turn();
  })();
  await expect(turning).rejects.toMatchObject({ code: 'ENOTDIR' });
  await writer.abandon();
});
