// Words of others in Markdown are these words, whatever they are made of.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlineText } from '../../../src/core/markdown/plain.ts';
import { parseMarkdown } from '../../../src/core/markdown/renderer.ts';
import { markdownTarget, markdownValue, markdownWords } from '../../../src/core/text/markdown-words.ts';
import { sampleEnv } from '../markdown/sample-env.ts';

test('marks are escaped where they would mean something', () => {
  expect(markdownWords('Use `x`, *not* [y](z) | <b>')).toBe('Use \\`x\\`, \\*not\\* \\[y\\](z) \\| \\<b\\>');
  expect(markdownWords('# 1\n- two')).toBe('\\# 1 - two');
  expect(markdownWords('12. March')).toBe('12\\. March');
  expect(markdownWords('Ordinary words, and 80 % (half).')).toBe('Ordinary words, and 80 % (half).');
  expect(markdownWords('see https://a.example/x_y')).toBe('see https\\://a.example/x\\_y');
  expect(markdownValue('https://a.example/x_y')).toBe('<https://a.example/x_y>');
  expect(markdownValue('see https://a.example/')).toBe('see https\\://a.example/');
  expect(markdownTarget('https://a.example/x>y z')).toBe('<https://a.example/x%3Ey%20z>');
});

const PIECES = [
  '#',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '[[',
  '|',
  '<',
  '>',
  '<b>',
  '!',
  '\\',
];
const MORE = [
  '&',
  '&amp;',
  '&#42;',
  '---',
  '===',
  '***',
  '[x] ',
  '[ ] ',
  '[^1]',
  '[!NOTE]',
  ':',
  'https://a.example/',
  '@ana',
  'word',
  ' ',
  '\n',
  '\t',
  '🚀',
];

test('in a list, nothing but the words comes of them', () => {
  const texts = fc.array(fc.constantFrom(...PIECES, ...MORE), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const line = text.replace(/\s+/g, ' ').trim();
      fc.pre(line !== '');
      const tokens = parseMarkdown(`- ${markdownWords(text)}`, sampleEnv());
      expect(tokens.map(({ type }) => type)).toEqual([
        'bullet_list_open',
        'list_item_open',
        'paragraph_open',
        'inline',
        'paragraph_close',
        'list_item_close',
        'bullet_list_close',
      ]);
      const children = tokens[3]?.children ?? [];
      expect(inlineText(children)).toBe(line);
      expect(children.map(({ type }) => type).filter((type) => type !== 'text' && type !== 'text_special')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
