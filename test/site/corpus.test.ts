// 242 real postmortems as a site: built without an error, each with its page, and nothing on a page that we did not put there.
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { describeShared } from '../corpus/shared.ts';
import { build, folderOfFile } from './build.ts';
import { dataProblems } from './data-files.ts';
import { readFiles } from './files.ts';
import { brokenLinks } from './links.ts';

describeShared('corpus/icco', (folder) => {
  const output = join(folderOfFile(), 'site');
  let said: { readonly incidents: number; readonly leftOut: readonly string[] };
  let files: Map<string, Buffer>;

  beforeAll(async () => {
    const args = ['--input', join(folder, 'data'), '--config', join(folder, 'site.yaml'), '--output', output, '--json'];
    said = JSON.parse((await build({ cwd: folder, args })).stdout);
    files = readFiles(output);
  });

  test('is built as a whole', () => {
    expect(said).toMatchObject({ incidents: 242, leftOut: [] });
    for (const suffix of ['/index.html', '.md', '.json'])
      expect(
        [...files.keys()].filter((path) => /^incidents\/[\da-f-]{36}(\/index\.html|\.md|\.json)$/.exec(path)?.[1] === suffix),
      ).toHaveLength(242);
  });

  test('has no link that leads nowhere, and no markup that is not ours', () => {
    expect(brokenLinks(files)).toEqual([]);
  });

  test('has data that fits its schemas, and well-formed feeds', () => {
    const { problems, checked } = dataProblems(files);
    expect(problems).toEqual([]);
    expect(checked).toBeGreaterThan(242);
  });
});
