// Whatever is typed: nothing throws, and nothing but known tags and allowed addresses comes out.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/core/markdown/plain.ts';
import { parseMarkdown, renderTokens, richText } from '../../../src/core/markdown/renderer.ts';
import { findUnsafe } from './safe-html.ts';
import { sampleEnv } from './sample-env.ts';

const PIECES = [
  '[',
  ']',
  '(',
  ')',
  '[[',
  ']]',
  '|',
  '#',
  '!',
  '!',
  '<',
  '>',
  '"',
  "'",
  '`',
  '```',
  '\n',
  '\n\n',
  ' ',
  '    ',
  '- ',
  '- [ ] ',
  '> ',
  '[!NOTE] ',
  '*',
  '_',
  '~~',
  '\\',
  '&',
  ';',
  '&#',
  'x',
  ':',
  '//',
  '/',
  '..',
  '.md',
  'javascript:',
  'data:',
  'https://a.b',
  'a@b.co',
  'script',
  'onload=',
  'style=',
  '|-|',
  '|:-:|',
  '[^1]',
  '[^1]: ',
  '{',
  '}',
  '2024-06-01-here/',
  '2024-01-15-fpm-outage',
  '\0',
  '\ud800',
  '\u202e',
  '%',
  '%41',
  'é',
  '<script>',
  '<!--',
  'js',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

test('any text', () => {
  fc.assert(
    fc.property(text, (source) => {
      const env = sampleEnv();
      const tokens = parseMarkdown(source, env);
      expect(findUnsafe(renderTokens(tokens, env))).toEqual([]);
      expect(typeof plainText(tokens)).toBe('string');
      expect(findUnsafe(richText(source, sampleEnv()).html)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('every problem and every reference has a line of the text', () => {
  fc.assert(
    fc.property(text, (source) => {
      const env = sampleEnv();
      parseMarkdown(source, env);
      const last = 10 + source.split(/\r\n?|\n/).length;
      for (const { line, column } of env.diagnostics) expect(line >= 10 && line <= last && column >= 1).toBe(true);
      for (const { place } of env.references) expect('line' in place && place.line >= 10 && place.line <= last).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
