// Names of people in texts of an edition that names nobody: found as people write them, and left alone where they are words.
import { expect, test } from 'vitest';
import { defaultConfig } from '../../../src/core/config/read.ts';
import { rolesOf } from '../../../src/core/edition/roles.ts';
import { makeWording } from '../../../src/core/edition/wording.ts';
import { makeFinder } from '../../../src/core/withheld/find.ts';

const config = { ...defaultConfig, people: { ana: { id: 'ana', name: 'Ana Krasnova', role: 'engineer' } } };
const roles = rolesOf(config, ['José Ñíguez', 'Mark Grace']);
const list = roles.withheld.map((item) => ({ ...item, from: 'x' }));
const wording = makeWording({ list, roles, ordinary: [] }, makeFinder(list));

test.each([
  ['Ana Krasnova and ana krasnova', 'engineer and engineer'],
  ['ANA KRASNOVA, Ana KRASNOVA', 'engineer, engineer'],
  ['Krasnova’s laptop, KRASNOVA’s too', 'engineer’s laptop, engineer’s too'],
  ['@ana, Ana', '@redacted-name, engineer'],
  ['José, then Jose Niguez', 'responder, then responder'],
  ['José'.normalize('NFD'), 'responder'],
  ['ÑÍGUEZ'.normalize('NFD'), 'responder'],
])('%s', (text, shown) => {
  expect(wording.replace(text)).toBe(shown);
});

test.each(['to mark it', 'grace period', 'MARK II', 'banana'])('not %s', (text) => {
  expect(wording.replace(text)).toBe(text);
});
