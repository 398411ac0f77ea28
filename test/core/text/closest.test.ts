// Which misspelt words get a suggestion, and which get none.
import { expect, test } from 'vitest';
import { closest } from '../../../src/core/text/closest.ts';

const FIELDS = ['title', 'severity', 'services', 'started', 'root_causes', 'tags', 'due', 'id'];

test.each([
  ['severty', 'severity'],
  ['Severity', 'severity'],
  ['servcies', 'services'],
  ['rootCauses', 'root_causes'],
  ['root-causes', 'root_causes'],
  ['Root causes', 'root_causes'],
  ['tgas', 'tags'],
  ['deu', 'due'],
  ['start', undefined],
  ['xyz', undefined],
  ['i', undefined],
  ['', undefined],
])('%j is taken for %j', (word, expected) => {
  expect(closest(word, FIELDS)).toBe(expected);
});

test('the nearest wins over the first', () => {
  expect(closest('resolvd', ['resolve', 'resolved'])).toBe('resolve');
  expect(closest('resolvedd', ['resolve', 'resolved'])).toBe('resolved');
});

test('a huge word costs nothing', () => {
  expect(closest('x'.repeat(1_000_000), FIELDS)).toBeUndefined();
});
