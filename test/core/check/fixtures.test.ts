// Every folder of test/fixtures/bad is an archive whose problems are written beside it, word for word. Files named `good-…` have none.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CHECK_GROUPS } from '../../../src/core/check/docs.ts';
import { archiveRules, incidentRules } from '../../../src/core/check/index.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';
import { loadArchive } from '../../../src/site/load.ts';

const ROOT = fileURLToPath(new URL('../../fixtures/bad/', import.meta.url));
const CASES = readdirSync(ROOT).sort();

async function problemsOf(name: string): Promise<readonly Diagnostic[]> {
  const input = `${ROOT}${name}`;
  const config = `${input}/site.yaml`;
  const { diagnostics } = await loadArchive({ input, asOf: '2026-12-01', allowErrors: true, ...(existsSync(config) && { config }) });
  return diagnostics;
}

function say({ file, line, column, severity, code, message, hint }: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${code}  ${message}\n${hint === undefined ? '' : `    ${hint}\n`}`;
}

describe.each(CASES)('%s', async (name) => {
  const problems = await problemsOf(name);

  test('is reported as its fixture says', async () => {
    await expect(problems.map(say).join('')).toMatchFileSnapshot(`${ROOT}${name}/expected.txt`);
  });

  test('is found, and not where all is well', () => {
    expect(problems.map(({ code }) => code)).toContain(name);
    expect(problems.filter(({ file }) => /(?:^|[/-])good-/.test(file)).map(say)).toEqual([]);
  });
});

test('every check has a folder with bad and good files', () => {
  for (const { code } of [...incidentRules, ...archiveRules]) {
    expect(CASES).toContain(code);
    const files = readdirSync(`${ROOT}${code}`, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    expect(files.some((file) => /(?:^|[/-])good-/.test(file))).toBe(true);
    expect(files.some((file) => !/(?:^|[/-])good-/.test(file))).toBe(true);
  }
});

test('every code of a fixture is documented', () => {
  const documented = new Set(CHECK_GROUPS.flatMap(({ checks }) => checks.map(({ code }) => code)));
  for (const name of CASES) {
    const expected = readFileSync(`${ROOT}${name}/expected.txt`, 'utf8');
    for (const [, code = ''] of expected.matchAll(/^\S.*:\d+:\d+ (?:error|warning) ([a-z0-9-]+) {2}/gm)) expect(documented).toContain(code);
  }
});
