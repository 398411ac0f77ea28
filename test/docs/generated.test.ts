// The generated pages of the documentation are those of the code as it is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GENERATED } from '../../docs/pages.ts';

test.each(Object.entries(GENERATED))('docs/%s is up to date (npm run docs)', (path, write) => {
  expect(readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8')).toBe(write());
});
