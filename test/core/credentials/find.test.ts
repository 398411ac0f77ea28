// What is a credential and what only looks like one: a file of each, one case between two lines of `===`.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCredentials } from '../../../src/core/credentials/find.ts';

const casesOf = (name: string): string[] =>
  readFileSync(new URL(`../../fixtures/credentials/${name}.txt`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n===\n');

const MARKED = casesOf('found');
const HARMLESS = casesOf('not-found');

/** The text with what was found between angles. */
function marked(text: string): string {
  let [done, out] = [0, ''];
  for (const { start, end } of findCredentials(text)) {
    out += `${text.slice(done, start)}«${text.slice(start, end)}»`;
    done = end;
  }
  return out + text.slice(done);
}

const plain = (text: string): string => text.replace(/[«»]/g, '');

test.each(MARKED)('found, and nothing around it: %j', (text) => {
  expect(marked(plain(text))).toBe(text);
});

test.each(HARMLESS)('not found: %j', (text) => {
  expect(marked(text)).toBe(text);
});

describe('wherever it stands', () => {
  const WAYS: Readonly<Record<string, (text: string) => string>> = {
    'in a list': (text) => `Some words.\n\n- one\n- ${text}\n- three\n`,
    'in code': (text) => `Words.\n\n\`\`\`sh\n${text}\n\`\`\`\n\nMore.`,
    'in a quotation': (text) => `> a\n> ${text}\n> b`,
    'after other findings': (text) => `password: hunter2\n\n${text}`,
    'with Windows line ends': (text) => `one\r\n${text}\r\ntwo\r\n`,
  };
  test.each(Object.entries(WAYS))('%s', (_name, within) => {
    for (const text of MARKED.filter((text) => !text.includes('\n') && !/^\S*machine|^\[?[a-z]+:\/\//.test(text))) {
      const secret = /«(.*?)»/.exec(text)?.[1] ?? '';
      expect.soft(marked(within(plain(text)))).toContain(`«${secret}`);
    }
  });
});

describe('whatever the text', () => {
  const PIECES = [
    ...MARKED.map(plain),
    ...HARMLESS,
    ' ',
    '\n',
    '"',
    "'",
    '`',
    '\\',
    '&quot;',
    '%3D',
    '\u00ad',
    '{',
    '}',
    'password',
    'token',
    '-----BEGIN PRIVATE KEY-----',
  ];
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
    .map((parts) => parts.join(''));

  test('places are in order, apart, and within it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { start, end } of findCredentials(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
