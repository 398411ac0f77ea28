// What is said about front matter that is wrong: every file of test/fixtures/front-matter beside the text of its problems.
// To add a case, put a .md file there and run `npx vitest run test/core/front-matter/problems --update`; then read what it wrote.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../../src/core/config/read.ts';
import { readFrontMatter } from '../../../src/core/front-matter/read.ts';
import { compareDiagnostics, type Diagnostic } from '../../../src/core/model/diagnostic.ts';
import { inTime } from '../../processor-time.ts';

const folder = new URL('../../fixtures/front-matter/', import.meta.url);

test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', async (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const { diagnostics } = await inTime(2000, () => readFrontMatter({ path: name, text }, defaultConfig));
  const said = [...diagnostics].sort(compareDiagnostics).map(say).join('\n');
  await expect(`${said}\n`).toMatchFileSnapshot(new URL(name.replace(/\.md$/, '.txt'), folder).pathname);
});

function say({ line, column, severity, code, message, hint }: Diagnostic): string {
  return `${line}:${column} ${severity} ${code}  ${message}${hint === undefined ? '' : `\n    ${hint}`}`;
}
