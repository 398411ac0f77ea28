// Of lunr, browsers need what makes terms of words: stop words, stemmer, pipeline. Its builder and its index are two thirds of its weight.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Files of lunr's own source, in the order in which they need each other. */
const PARTS = ['utils', 'token', 'pipeline', 'stemmer', 'stop_word_filter'];

/** For esbuild: whoever imports lunr gets these parts of it, word for word. */
export const trimLunr: Plugin = {
  name: 'trim-lunr',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^lunr$/ }, () => ({ path: 'lunr', namespace: 'trimmed' }));
    onLoad({ filter: /^lunr$/, namespace: 'trimmed' }, () => ({ contents: readParts(), loader: 'js' }));
  },
};

/** They are scripts that add to a global: here it is the one thing the module exports. */
function readParts(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve('lunr')), 'lib');
  const parts = PARTS.map((name) => readFileSync(join(folder, `${name}.js`), 'utf8'));
  return `const lunr = {};\n(function () {\n${parts.join('\n')}\n}).call(globalThis);\nexport default lunr;\n`;
}
