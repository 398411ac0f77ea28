// Every case of test/fixtures/markdown renders as it says there.
import { describe, expect, test } from 'vitest';
import { parseMarkdown, renderTokens } from '../../../src/core/markdown/renderer.ts';
import { readFixture } from './fixture-text.ts';
import { findUnsafe } from './safe-html.ts';
import { sampleEnv } from './sample-env.ts';

const FILES = [
  'text',
  'headings',
  'incident-links',
  'links',
  'images',
  'tasks',
  'alerts',
  'tables',
  'footnotes',
  'direction',
  'code',
  'xss',
];

function render(source: string): string {
  const env = sampleEnv();
  return renderTokens(parseMarkdown(source, env), env);
}

describe.each(FILES)('%s', (name) => {
  const cases = readFixture(`${name}.txt`);

  test('has cases', () => {
    expect(cases.length).toBeGreaterThan(4);
  });

  test.each(cases)('$title', ({ input, expected }) => {
    const html = render(input);
    expect(html).toBe(expected);
    expect(findUnsafe(html)).toEqual([]);
  });
});

test('there are at least sixty hostile payloads', () => {
  expect(readFixture('xss.txt').length).toBeGreaterThanOrEqual(60);
});
