// The parts of lunr that are shipped make the same terms as the whole.
import { build } from 'esbuild';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { termOf } from '../../src/core/search/terms.ts';
import { trimLunr } from '../../src/site/trim-lunr.ts';
import { ROOT } from './build.ts';

let shipped: { readonly termOf: typeof termOf };
let bytes: number;

beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/core/search/terms.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    plugins: [trimLunr],
  });
  const [file] = outputFiles;
  bytes = file?.contents.length ?? 0;
  shipped = await import(`data:text/javascript,${encodeURIComponent(file?.text ?? '')}`);
});

test('stop words go, inflections meet, names stay', () => {
  for (const word of ['the', 'why', 'connections', 'connected', 'deadlocks', 'err_4012', '10.2.3.4', 'störung', '障害', 'split-brain']) {
    for (const isIdentifier of [false, true]) expect(shipped.termOf(word, isIdentifier), word).toBe(termOf(word, isIdentifier));
  }
});

test('any word', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,14}(?:s|ed|ing|ation|ness|ly)?$/), fc.boolean(), (word, isIdentifier) => {
      expect(shipped.termOf(word, isIdentifier)).toBe(termOf(word, isIdentifier));
    }),
  );
});

test('weigh less than half of it', () => {
  expect(bytes).toBeLessThan(12_000);
});
