// The words of a text without its markup.
import { expect, test } from 'vitest';
import { plainText } from '../../../src/core/markdown/plain.ts';
import { parseMarkdown, richText } from '../../../src/core/markdown/renderer.ts';
import { sampleEnv } from './sample-env.ts';

function plain(source: string): string {
  return plainText(parseMarkdown(source, sampleEnv()));
}

test('blocks are lines', () => {
  expect(plain('## A *b*\n\nOne\ntwo.\n\n- x\n- y\n\n> q')).toBe('A b\nOne two.\nx\ny\nq');
});

test('cells are words, rows are lines', () => {
  expect(plain('| a | b |\n|---|---|\n| 1 | 2 |')).toBe('a b\n1 2');
});

test('code and alternative texts are words', () => {
  expect(plain('`x` ![alt *text*](2024-06-01-here/a.png)\n\n```sh\nls\n\npwd\n```')).toBe('x alt text\nls\npwd');
});

test('titles of alerts and linked incidents are words, boxes and marks of footnotes are not', () => {
  expect(plain('> [!TIP] Mind this\n> [[INC-1]]\n\n- [x] done[^1]\n\n[^1]: note')).toBe('Mind this\nCheckout & login down\ndone\nnote');
});

test('rich text without markup is only escaped', () => {
  expect(richText(' a > "b" ', sampleEnv())).toEqual({ source: ' a > "b" ', plain: 'a > "b"', html: 'a &gt; &quot;b&quot;' });
});

test('rich text is one line: no blocks', () => {
  expect(richText('# no heading `c`', sampleEnv()).html).toBe('# no heading <code>c</code>');
});
