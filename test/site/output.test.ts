// The built site as a whole: valid HTML, no link that leads nowhere, and the same bytes however it is built.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { AS_OF, build, folderOfFile, onDay, ROOT } from './build.ts';
import { dataProblems } from './data-files.ts';
import { differences, readFiles } from './files.ts';
import { brokenLinks } from './links.ts';
import { readTags } from './markup.ts';

const site = folderOfFile();
let files: Map<string, Buffer>;
let pages: [string, string][];

beforeAll(async () => {
  await build({ cwd: ROOT, args: ['--output', join(site, 'a')] });
  files = readFiles(join(site, 'a'));
  pages = [...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString()]);
});

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // How our writer spells void elements and the doctype is style.
      'void-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      // Titles and ids are the author's; tables that turn into entries need their roles spelt out.
      'long-title': 'off',
      'valid-id': ['error', { relaxed: true }],
      'no-redundant-role': 'off',
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
    },
  });
  const said: string[] = [];
  for (const [path, html] of pages) {
    // What stands in a template is a blueprint: the script fills it before anyone reads it.
    const report = await validator.validateString(html.replace(/<template\b.*?<\/template>/gs, ''));
    for (const { messages } of report.results)
      said.push(...messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId} ${message}`));
  }
  expect(pages.length).toBeGreaterThan(100);
  expect(said).toEqual([]);
});

describe('links', () => {
  const idsOf = (html: string): string[] => readTags(html).flatMap(({ attributes }) => attributes.get('id') ?? []);

  test('no id stands on a page twice', () => {
    for (const [path, html] of pages) expect(new Set(idsOf(html)).size, path).toBe(idsOf(html).length);
  });

  test('every address of a page is a file of the site, and every fragment an id on it', () => {
    expect(brokenLinks(files)).toEqual([]);
  });
});

test('every feed, sitemap, calendar and metric is well-formed, and all data fits the schemas that lie beside it', () => {
  const { problems, checked } = dataProblems(files);
  expect(problems).toEqual([]);
  const described = [...files.keys()].filter(
    (path) => /^(?:(?:api|api\/services|incidents)\/[^/]+|actions\/.*)\.json$/.test(path) && !path.endsWith('/rows.json'),
  );
  expect(checked).toBe(described.length);
  expect(checked).toBeGreaterThan(30);
});

describe('the same bytes', () => {
  test('in another time zone, language and folder', async () => {
    const other = join(site, 'b');
    const env = { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
    await build({ cwd: site, args: ['--input', join(ROOT, 'postmortems'), '--output', other], env });
    expect(differences(files, readFiles(other))).toEqual([]);
  });

  test('by npx @11ty/eleventy', () => {
    const other = join(site, 'c');
    const env = { ...process.env, ...onDay(AS_OF) };
    const command = ['@11ty/eleventy', `--output=${other}`];
    const said = execFileSync('npx', command, { cwd: ROOT, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    // Not Eleventy's own line, which counts none of them.
    expect(said).toMatch(/^Wrote [\d,]+ files to .*\n$/);
    expect(differences(files, readFiles(other))).toEqual([]);
  });
});
