// Of lunr, browsers need what makes terms of words: stop words and stemmer. Its builder, its index and its pipeline are most of its weight.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** Files of lunr's own source, word for word. */
const PARTS = ['stemmer', 'stop_word_filter'];

/** As much of a token as these parts and `core/search/terms.ts` use; of a pipeline, what the parts call when they are loaded. */
const STAND_INS = `
lunr.Token = class {
  constructor(text) { this.text = text; }
  toString() { return this.text; }
  update(change) { this.text = change(this.text); return this; }
};
lunr.Pipeline = { registerFunction() {} };`;

/** For esbuild: whoever imports lunr gets these parts of it. */
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
  return `const lunr = {};\n(function () {${STAND_INS}\n${parts.join('\n')}\n}).call(globalThis);\nexport default lunr;\n`;
}
