// What compared incidents have in common, and whom to add.
import { expect, test } from 'vitest';
import type { CompareRecord } from '../../../src/core/compare/record.ts';
import { inCommon } from '../../../src/core/compare/say.ts';
import { suggestionsFor } from '../../../src/core/compare/suggest.ts';
import { recordFor } from './records.ts';

function record(id: string, similar: readonly string[]): CompareRecord {
  return {
    ...recordFor({ id }),
    title: `Title of ${id}`,
    similar: similar.map((other) => ({ id: other, title: other, reasons: [`by ${id}`] })),
  };
}

test('those that more of the chosen resemble come first, those that are chosen not at all', () => {
  const chosen = [record('a', ['b', 'x', 'y']), record('b', ['a', 'y', 'z'])];
  expect(suggestionsFor(chosen, ['a', 'b', 'z'])).toEqual([
    { id: 'y', title: 'y', of: ['Title of a', 'Title of b'], reasons: ['by a'] },
    { id: 'x', title: 'x', of: ['Title of a'], reasons: ['by a'] },
  ]);
});

test('they are few', () => {
  const many = [1, 2, 3, 4].map((n) =>
    record(
      `r${n}`,
      [1, 2, 3, 4, 5].map((m) => `x${n}${m}`),
    ),
  );
  expect(suggestionsFor(many, [])).toHaveLength(6);
});

test('in common is what every one of them has', () => {
  const one = recordFor({ more: { services: ['web', 'db'], rootCauses: ['pool'], trigger: 'traffic', detectedBy: 'monitoring' } });
  const other = recordFor({ more: { services: ['db', 'mail'], rootCauses: ['pool'], trigger: 'deploy' } });
  expect(inCommon([one, other])).toEqual([
    { name: 'service', values: ['db'] },
    { name: 'cause', values: ['pool'] },
  ]);
  expect(inCommon([one, other, recordFor({})])).toEqual([]);
  expect(inCommon([one])).toEqual([]);
});
