// What is said about a configuration that is wrong: every file of test/fixtures/config beside the text of its problems.
// To add a case, put a .yaml file there and run `npx vitest run test/core/config/problems --update`; then read what it wrote.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSiteConfig } from '../../../src/core/config/read.ts';
import { compareDiagnostics } from '../../../src/core/model/diagnostic.ts';

const folder = new URL('../../fixtures/config/', import.meta.url);

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s', async (name) => {
  const { diagnostics } = readSiteConfig({ path: name, text: readFileSync(new URL(name, folder), 'utf8') });
  const said = [...diagnostics]
    .sort(compareDiagnostics)
    .map(
      ({ line, column, severity, code, message, hint }) =>
        `${line}:${column} ${severity} ${code}  ${message}${hint === undefined ? '' : `\n    ${hint}`}`,
    );
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(new URL(name.replace(/\.yaml$/, '.txt'), folder).pathname);
});
