// The generated list of checks.
import { expect, test } from 'vitest';
import { CHECK_GROUPS, checksMarkdown } from '../../../src/core/check/docs.ts';

const CHECKS = CHECK_GROUPS.flatMap(({ checks }) => checks);

test('every check is in the table and has a section, once', () => {
  const text = checksMarkdown();
  for (const { code } of CHECKS) {
    expect(text.split(`| [\`${code}\`](#${code}) |`)).toHaveLength(2);
    expect(text.split(`\n### ${code}\n`)).toHaveLength(2);
  }
});

test('every check says what is wrong and why, in sentences', () => {
  for (const { code, title, why } of CHECKS) {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).toMatch(/^[A-Z].*\.$/);
    expect(why).toMatch(/^.*[.?]$/);
  }
});

test('every rule has an example and a better one', () => {
  for (const { bad, fixed } of CHECK_GROUPS.slice(3, -1).flatMap(({ checks }) => checks)) {
    expect(bad).not.toBe('');
    expect(fixed).not.toBe('');
    expect(bad).not.toBe(fixed);
  }
});

test('fences are longer than any backticks inside', () => {
  const text = checksMarkdown();
  expect(text.match(/^`{3,}/gm)?.length ?? 0).toBe(2 * 2 * CHECKS.filter(({ bad }) => bad !== '').length);
});
