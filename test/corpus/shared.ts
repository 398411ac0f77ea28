// Archives that are read here and are no part of the repository: they lie in a folder beside it where there is one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Tests over a folder of those; one skipped test says so where it is not there. */
export function describeShared(path: string, tests: (folder: string) => void): void {
  const folder = join(SHARED, path);
  if (existsSync(folder)) describe(`../shared/${path}`, () => tests(folder));
  else test.skip(`../shared/${path} is not there`, () => {});
}
