// Bytes that are UTF-8, and the ways in which they are not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/core/text/encoding.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => (typeof value === 'string' ? [...new TextEncoder().encode(value)] : [value])));

const problem = (input: Uint8Array) => {
  const decoded = decode(input);
  return 'problem' in decoded ? decoded.problem : undefined;
};

describe('decode', () => {
  test('UTF-8 is text, with or without a byte order mark', () => {
    expect(decode(bytes('naïve 障害 🔥'))).toEqual({ text: 'naïve 障害 🔥' });
    expect(decode(bytes(0xef, 0xbb, 0xbf, '---\n'))).toEqual({ text: '---\n' });
    expect(decode(bytes())).toEqual({ text: '' });
  });

  test('UTF-16 is named, not decoded', () => {
    expect(problem(bytes(0xff, 0xfe, 'h', 0, 'i', 0))).toMatchObject({
      code: 'not-utf-8',
      message: expect.stringContaining('UTF-16 (little'),
    });
    expect(problem(bytes(0xfe, 0xff, 0, 'h', 0, 'i'))).toMatchObject({
      code: 'not-utf-8',
      message: expect.stringContaining('UTF-16 (big'),
    });
    expect(problem(bytes('-', 0, '-', 0, '-', 0, '\n', 0))?.message).toContain('UTF-16 (little');
    expect(problem(bytes(0, '-', 0, '-', 0, '-', 0, '\n'))?.message).toContain('UTF-16 (big');
  });

  test('a byte that is not UTF-8 is told with its place and what it may have been', () => {
    expect(problem(bytes('---\ntitle: Ausfall f\u00fc', 'r Caf', 0xe9, ' Nord\n'))).toEqual({
      line: 2,
      column: 23,
      code: 'not-utf-8',
      message: 'Byte 0xE9 is not valid UTF-8 here; in Windows-1252 it would be "é".',
      hint: 'Save the file as UTF-8.',
    });
  });

  test.each([
    ['a surrogate half', [0xed, 0xa0, 0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]],
    ['a code point past the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a sequence cut short', [0xe2, 0x82]],
  ])('%s is refused', (_, sequence) => {
    expect(problem(bytes('ok ', ...sequence))).toMatchObject({ code: 'not-utf-8', line: 1, column: 4 });
  });

  test('one NUL in a text is told by its place, many mean a binary file', () => {
    expect(problem(bytes('a plain line of text\n and one', 0, ' more'.repeat(10)))).toMatchObject({
      code: 'binary-file',
      line: 2,
      column: 9,
    });
    expect(problem(bytes(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 'IHDR'))?.message).toContain('not text');
  });

  test('any bytes give either well-formed text or a problem at a place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
        const decoded = decode(input);
        if ('text' in decoded) expect(decoded.text).not.toMatch(LONE_SURROGATE);
        else expect(decoded.problem.line).toBeGreaterThan(0);
      }),
    );
  });
});
