// Texts kept as words come back as they were, and are searched as if they had been kept whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/rows/words.ts';
import { allTexts, codeTexts, findInTexts, textAt, type WordTexts } from '../../../src/core/tracker/word-texts.ts';

const text = fc.oneof(
  fc
    .array(fc.constantFrom('Alert', 'on', 'the', 'Überlauf', '', 'queue,', '日本', 'e\u0301t\u00e9', 'a\u00a0b'), { maxLength: 6 })
    .map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

describe('texts as words', () => {
  it('come back, spaces and all', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(text), (one, other) => {
        expect(codeTexts([one, other]).map(allTexts)).toEqual([one, other]);
      }),
    );
  });

  it('share their words, each of them once and the commonest first', () => {
    const [titles, reasons] = codeTexts([['b a', 'a'], ['a c']]);
    expect(titles?.words).toEqual(['a', 'b', 'c']);
    expect(reasons?.words).toBe(titles?.words);
  });

  it('have none beyond their end', () => {
    const [titles] = codeTexts([['one']]);
    expect(titles && textAt(titles, 1)).toBe('');
  });

  it('are searched by words beyond those that a single character stands for', () => {
    const many = Array.from({ length: 70_000 }, (_, n) => `w${n}`).join(' ');
    const [titles] = codeTexts([[many, 'last', '', 'w69999']]);
    const found = ['w69999', 'w55295', 'last', 'w70000'].map((word) => [0, 1, 2, 3, 4].filter(findInTexts(titles as WordTexts, word)));
    expect(found).toEqual([[0, 3], [0], [1], []]);
  });

  it.each(['al', 'uber', 'the queue', 'on the', 'n t', 'été', 'a b', '日', 'queue on', ','])(
    'have %j where the whole text has it',
    (sought) => {
      fc.assert(
        fc.property(fc.array(text), (list) => {
          const [coded] = codeTexts([list]);
          const finds = coded && findInTexts(coded, fold(sought));
          expect(list.map((_, index) => finds?.(index))).toEqual(list.map((whole) => fold(whole).includes(fold(sought))));
        }),
      );
    },
  );
});
