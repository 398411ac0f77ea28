// Offsets as lines and columns, whatever the line ends.
import { expect, test } from 'vitest';
import { lineIndex } from '../../../src/core/text/line-index.ts';

test('lines end in LF, CRLF or CR', () => {
  const index = lineIndex('ab\ncd\r\nef\rgh');
  expect(index.lineCount).toBe(4);
  expect([1, 2, 3, 4].map(index.lineStart)).toEqual([0, 3, 7, 10]);
  expect(index.lineColumn(0)).toEqual({ line: 1, column: 1 });
  expect(index.lineColumn(2)).toEqual({ line: 1, column: 3 });
  expect(index.lineColumn(3)).toEqual({ line: 2, column: 1 });
  expect(index.lineColumn(8)).toEqual({ line: 3, column: 2 });
  expect(index.lineColumn(12)).toEqual({ line: 4, column: 3 });
});

test('what lies outside the text is moved to its nearest end', () => {
  const index = lineIndex('a\nb');
  expect(index.lineColumn(-5)).toEqual({ line: 1, column: 1 });
  expect(index.lineColumn(99)).toEqual({ line: 2, column: 2 });
  expect(index.lineStart(0)).toBe(0);
  expect(index.lineStart(99)).toBe(2);
});

test('an empty text has one empty line', () => {
  expect(lineIndex('').lineColumn(0)).toEqual({ line: 1, column: 1 });
});
