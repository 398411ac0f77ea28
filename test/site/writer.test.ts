// Writing a site, at once and in a thread of its own: the same files, the same description, the same errors.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../../src/site/manifest.ts';
import { makeWriter } from '../../src/site/writer.ts';

const root = mkdtempSync(join(tmpdir(), 'hindsight-writer-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each([false, true])('a site, large: %s', (isLarge) => {
  const folder = join(root, String(isLarge));

  it('is written whole, more than fits at once', async () => {
    const writer = makeWriter(folder, { isLarge });
    const contents = Array.from({ length: 200 }, (_, n) => `${n} Zürich ${'x'.repeat(40_000)}`);
    for (const [n, content] of contents.entries()) await writer.write(`a/${n % 7}/${n}.txt`, content);
    await writer.write('bytes', Buffer.from([0, 255]));
    await writer.settle();
    expect(writer.files.size).toBe(201);
    for (const [n, content] of contents.entries()) {
      const path = `a/${n % 7}/${n}.txt`;
      expect(readFileSync(join(folder, path), 'utf8')).toBe(content);
      expect(writer.files.get(path)).toEqual(describeFile(path, Buffer.from(content)));
    }
    expect([...readFileSync(join(folder, 'bytes'))]).toEqual([0, 255]);
  });

  it('says what the system said', async () => {
    writeFileSync(join(folder, 'file'), '');
    const writer = makeWriter(folder, { isLarge });
    const writing = (async () => {
      await writer.write('file/below', 'text');
      await writer.settle();
    })();
    await expect(writing).rejects.toMatchObject({ code: 'EEXIST', syscall: 'mkdir' });
    await writer.abandon();
  });
});
