// Everything that the worker loads later is in the one part that it gets.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { bundleAssets } from '../../src/site/assets.ts';
import { packageRoot } from '../../src/site/package.ts';

const LATER = 'src/client/search/further.ts';

/** Modules that a text names so, from the package's root. */
function modules(file: string, pattern: RegExp): string[] {
  const text = readFileSync(join(packageRoot, file), 'utf8');
  return [...text.matchAll(pattern)].map(([, path = '']) => relative(packageRoot, join(packageRoot, dirname(file), path)));
}

test('the later part exports what every import() of the search asks for', () => {
  const sources = ['src/core/search', 'src/client/search'].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const asked = sources.filter((name) => name.endsWith('.ts')).flatMap((file) => modules(file, /\bimport\('([^']+)'\)/g));
  const exported = modules(LATER, /^export \{.+\} from '([^']+)'/gm);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((module) => module !== LATER && !exported.includes(module))).toEqual([]);
});

test('the worker comes in three files', async () => {
  const { files } = await bundleAssets();
  const scripts = files.map(({ path }) => path.replace(/-\w+\.js$/, '')).filter((path) => /worker|further/.test(path));
  expect(scripts.sort()).toEqual(['assets/further', 'assets/worker']);
});
