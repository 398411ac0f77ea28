// Two hundred strings that must not be read, and a real build of the public edition without any of them; then ten of them planted in it, each of
// which the proof finds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Secrets } from '../../src/core/edition/secrets.ts';
import { encodeIds } from '../../src/core/search/files/ids.ts';
import { decodeWords, encodeWords } from '../../src/core/search/files/words.ts';
import { proveSite } from '../../src/site/leak-proof.ts';
import { loadArchive } from '../../src/site/load.ts';
import { type Canary, naively, readNaively, writeCanaryArchive } from './leak-canaries.ts';

const folder = mkdtempSync(join(tmpdir(), 'hindsight-leaks-'));
const archive = join(folder, 'postmortems');
const site = join(folder, 'public');
const bin = fileURLToPath(new URL('../../bin/hindsight.js', import.meta.url));
let canaries: readonly Canary[] = [];
let secrets: Secrets = { list: [], ordinary: [] };

function build(output: string, edition: string): string {
  const args = [
    bin,
    'build',
    '--input',
    archive,
    '--output',
    output,
    '--edition',
    edition,
    '--as-of',
    '2026-06-01',
    '--precompress',
    '--no-history',
  ];
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(async () => {
  mkdirSync(join(folder, '_data'));
  writeFileSync(join(folder, '_data', 'site.yaml'), 'title: Canaries\nignored_fields: [notes_of_ours]\n');
  canaries = writeCanaryArchive(archive);
  build(site, 'internal');
  // Into the same folder: of the internal site nothing may stay.
  build(site, 'public');
  secrets = (await loadArchive({ input: archive, asOf: '2026-06-01', allowErrors: false, edition: 'public' })).cut?.secrets ?? secrets;
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('none of two hundred is in the public edition, by a search that knows nothing of the one it tests', () => {
  expect(canaries).toHaveLength(200);
  const letters = canaries.map(({ text }) => naively(text));
  const found: string[] = [];
  for (const [path, all] of readNaively(site)) {
    letters.forEach((canary, n) => {
      if (all.includes(canary)) found.push(`${path}: ${canaries[n]?.text}`);
    });
  }
  expect(found).toEqual([]);
}, 300_000);

test('that search would find them: the internal edition has the strings', () => {
  build(join(folder, 'internal'), 'internal');
  const here = canaries.filter(({ kind }) => kind === 'string' || kind === 'person').map(({ text }) => naively(text));
  const missing = new Set(here);
  for (const [, all] of readNaively(join(folder, 'internal')))
    for (const canary of missing) if (all.includes(canary)) missing.delete(canary);
  expect([...missing]).toEqual([]);
}, 300_000);

test('the site that was built is proven clean', () => {
  expect(proveSite({ folder: site, secrets, own: new Map() })).toEqual([]);
}, 300_000);

describe('a planted leak is found', () => {
  const secret = (): string => canaries[0]?.text ?? '';
  const hidden = '2025-05-05-hidden-krell-1';
  const page = 'incidents/2026-01-02-shown-5/index.html';
  const append =
    (text: () => string) =>
    (bytes: Buffer): Buffer =>
      Buffer.concat([bytes, Buffer.from(text())]);
  const binOf = (kind: string): string => `search/${kind}/${readdirSync(join(site, 'search', kind)).find((name) => name.endsWith('.bin'))}`;
  const PLANTS: readonly (readonly [name: string, path: () => string, plant: (bytes: Buffer) => Buffer | Uint8Array])[] = [
    ['in a page', () => page, append(() => `<p>${secret()}</p>`)],
    [
      'as entities, over elements',
      () => page,
      append(() => `<p>${[...secret()].map((letter) => `<b>&#${letter.codePointAt(0)};</b>`).join('')}</p>`),
    ],
    ['in an address', () => page, append(() => `<a href="/x?q=${encodeURIComponent(encodeURIComponent(secret()))}">x</a>`)],
    [
      'escaped in JSON',
      () => 'api/incidents.json',
      append(() => [...secret()].map((l) => `\\u${l.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')),
    ],
    ['in base64 in a feed', () => 'feed.xml', append(() => `<x>${Buffer.from(`it is ${secret()}.`).toString('base64')}</x>`)],
    ['folded in a calendar', () => 'actions/actions.ics', append(() => `X-A:${secret().slice(0, 4)}\r\n ${secret().slice(4)}\r\n`)],
    ['as an id in a new file', () => 'sitemap-old.xml', () => Buffer.from(`<loc>https://x/incidents/${hidden}/</loc>`)],
    ['in the name of a file', () => `incidents/${secret().replace(' ', '_')}.png`, () => Buffer.from('x')],
    ['as a word of the search', () => binOf('words'), (bytes) => gzipSync(withWord(bytes, naively(secret())))],
    [
      'as an id of the search, begun as the one before',
      () => binOf('ids'),
      () => gzipSync(encodeIds(['2025-05-05-hidden-krell', hidden, 'x'])),
    ],
    ['in a packed form alone', () => `${page}.br`, () => brotliCompressSync(Buffer.from(`<p>${secret()}</p>`))],
    ['gzipped twice', () => 'old.json.gz', () => gzipSync(gzipSync(Buffer.from(secret())))],
    ['in an attachment of UTF-16', () => 'incidents/old.log', () => Buffer.from(`\ufeffline ${secret()}`, 'utf16le')],
    ['after the end of an image', () => 'incidents/old.png', () => Buffer.from(`\u0089PNG ${secret()}`, 'latin1')],
  ];
  test.each(PLANTS)('%s', (_, where, plant) => {
    const file = join(site, where());
    const before = existsSync(file) ? readFileSync(file) : undefined;
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, plant(before ?? Buffer.alloc(0)));
      const found = proveSite({ folder: site, secrets, own: new Map() });
      expect(found.map(({ code, file }) => [code, file])).toContainEqual(['leak', where()]);
      // The report may be read by more people than the string.
      expect(JSON.stringify(found.map(({ message, hint }) => [message, hint]))).not.toContain(secret());
    } finally {
      if (before) writeFileSync(file, before);
      else rmSync(file);
    }
  });

  test('and so is a file that cannot be unpacked', () => {
    const file = join(site, 'broken.json.gz');
    writeFileSync(file, gzipSync(Buffer.from('something')).subarray(0, 15));
    expect(proveSite({ folder: site, secrets, own: new Map() }).map(({ code }) => code)).toEqual(['unsearchable-file']);
    rmSync(file);
  });
});

test('a leak stops the build, names file and place, and leaves the old site', () => {
  const before = readFileSync(join(site, 'manifest.json'));
  // The label of a severity is a word of the format, and no text that could be replaced.
  writeFileSync(
    join(folder, '_data', 'site.yaml'),
    'title: Canaries\nignored_fields: [notes_of_ours]\nseverities: [{ label: Zorvexity }]\nredact: [Zorvexity]\n',
  );
  const message = failed(() => build(site, 'public'));
  expect(message).toMatch(/error leak {2}This file of the site holds entry 1 of "redact" in the configuration, at byte \d+\./);
  expect(message).not.toContain('Zorvexity');
  expect(readFileSync(join(site, 'manifest.json'))).toEqual(before);
});

function withWord(packed: Buffer, word: string): Uint8Array {
  const { terms, spellings, documents } = decodeWords('x', gunzipSync(packed));
  const all = [
    ...terms.map((term, n) => ({ term, spellings: spellings[n] ?? [term], documents: documents[n] ?? 1 })),
    { term: word, spellings: [word], documents: 1 },
  ];
  all.sort((a, b) => (a.term < b.term ? -1 : 1));
  return encodeWords({
    terms: all.map(({ term }) => term),
    spellings: all.map((one) => one.spellings),
    documents: Uint32Array.from(all, (one) => one.documents),
  });
}

function failed(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as { readonly stderr: string }).stderr;
  }
  throw new Error('it did not fail');
}
