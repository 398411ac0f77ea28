// Front matter as people wrote it: the archive of this repository and, where it lies beside the repository, a public one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSiteConfig } from '../../../src/core/config/read.ts';
import { readFrontMatter } from '../../../src/core/front-matter/read.ts';

const root = new URL('../../../', import.meta.url);

function readAll(folder: string, site: string) {
  const { config, diagnostics } = readSiteConfig({ path: site, text: readFileSync(new URL(site, root), 'utf8') });
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.md') && !name.startsWith('_'));
  const files = names.map((path) => readFrontMatter({ path, text: readFileSync(new URL(folder + path, root), 'utf8') }, config));
  return { files, diagnostics: [...diagnostics, ...files.flatMap((file) => file.diagnostics)] };
}

test('the archive that ships reads without a problem', () => {
  const { files, diagnostics } = readAll('postmortems/', '_data/site.yaml');
  expect(diagnostics).toEqual([]);
  expect(files.length).toBeGreaterThan(10);
});

describe.skipIf(!existsSync(new URL('../shared/corpus/icco/data/', root)))('a public archive under other names of fields', () => {
  test('reads without an error', () => {
    const { files, diagnostics } = readAll('../shared/corpus/icco/data/', '../shared/corpus/icco/site.yaml');
    expect(files).toHaveLength(242);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    // Two addresses hold a second one, in the brackets of a Markdown link.
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('"url" holds more than an address'),
      expect.stringContaining('"url" holds more than an address'),
    ]);
    expect(files.filter(({ data }) => data?.started !== undefined)).toHaveLength(169);
    expect(files.every(({ data }) => (data?.links?.length ?? 0) > 0 && data?.teams?.length === 1)).toBe(true);
  });
});
