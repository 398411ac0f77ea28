// No edition takes the place of another one unless somebody says so.
import { expect, test } from 'vitest';
import type { EditionName } from '../../src/core/model/edition.ts';
import { requireEdition } from '../../src/publish/same-edition.ts';
import type { Manifest } from '../../src/site/manifest.ts';

function site(edition: EditionName | undefined): Manifest {
  return { generator: 'hindsight', version: '1', generated: '2026-01-01', ...(edition && { edition }), files: [] };
}

test.each([
  ['public', undefined, undefined],
  ['public', 'public', undefined],
  ['internal', undefined, undefined],
  ['internal', 'public', 'internal'],
  ['restricted', 'restricted', 'restricted'],
] as const)('%s over %s, asked for %s', (own, there, asked) => {
  expect(() => requireEdition(site(own), site(there ?? own), asked)).not.toThrow();
});

test.each([
  ['internal', 'public', undefined, 'shows the public edition'],
  ['public', undefined, undefined, 'shows the internal edition'],
  ['internal', 'internal', 'public', 'is the internal edition, not the public'],
  ['restricted', 'restricted', undefined, 'holds every incident'],
] as const)('not %s over %s, asked for %s', (own, there, asked, said) => {
  expect(() => requireEdition(site(own), site(there), asked)).toThrow(said);
});
