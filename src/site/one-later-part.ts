// What the worker loads with `import()` arrives in one file: cut into a dozen, the parts of a script of 60 kB would cost more than they save.
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { packageRoot } from './package.ts';

/** Exports under the same names what each of the modules that are loaded later does. */
const LATER = join(packageRoot, 'src/client/search/further.ts');

/** For esbuild: every `import()` is of that module. */
export const oneLaterPart: Plugin = {
  name: 'one-later-part',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\./ }, ({ kind }) => (kind === 'dynamic-import' ? { path: LATER } : undefined));
  },
};
