// The index of the search as it lies in a built site: gzipped the same everywhere, named by what it holds, and nothing left over.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { readBuilt } from '../core/search/built-index.ts';
import { build, folderOfFile } from './build.ts';
import { readFiles } from './files.ts';

const postmortem = (title: string): string =>
  `---\ntitle: ${title}\nstarted: 2026-01-10\n---\n\n## Root cause\n\nA deadlock of ERR_4012.\n`;

const folder = folderOfFile({ 'postmortems/one.md': postmortem('One'), 'postmortems/two.md': postmortem('Two') });
const input = join(folder, 'postmortems');
let files: Map<string, Buffer>;

beforeAll(async () => {
  await build({ cwd: folder, args: ['--input', input, '--output', join(folder, 'site')] });
  files = readFiles(join(folder, 'site'));
});

test('every file is named by what it holds and packed as on any other system', () => {
  const packed = [...files].filter(([path]) => path.startsWith('search/') && path.endsWith('.bin'));
  expect(packed.length).toBeGreaterThan(5);
  for (const [path, data] of packed) {
    const hash = createHash('sha256').update(gunzipSync(data)).digest('base64url').slice(0, 8);
    // The first file of ids has an A in place of the hash's last character.
    const name = path.startsWith('search/ids/') ? `${hash.slice(0, -1)}A` : hash;
    expect(path).toMatch(new RegExp(`^search/[a-z]+/${name}\\.bin$`));
    // Method, flags, time, level, system: https://www.rfc-editor.org/rfc/rfc1952#section-2.3
    expect([...data.subarray(2, 10)]).toEqual([8, 0, 0, 0, 0, 0, 0, 255]);
  }
});

test('a term leads to the incidents that have it', () => {
  const inflated = new Map([...files].map(([path, data]) => [path, path.endsWith('.bin') ? gunzipSync(data) : data]));
  const { postings } = readBuilt(inflated);
  expect([...(postings.get('err_4012')?.documents ?? [])]).toEqual([0, 1]);
});

test('files of an earlier index go when an archive is built over it', async () => {
  const output = join(folder, 'over');
  const only = folderOfFile({ 'postmortems/other.md': postmortem('Other, about caches') });
  await build({ cwd: folder, args: ['--input', join(only, 'postmortems'), '--output', output] });
  const before = [...readFiles(output).keys()].filter((path) => path.startsWith('search/'));
  await build({ cwd: folder, args: ['--input', input, '--output', output] });
  const after = readFiles(output);
  expect(before.filter((path) => path.endsWith('.bin') && after.has(path))).toEqual([]);
  expect([...after.keys()].sort()).toEqual([...files.keys()].sort());
});
