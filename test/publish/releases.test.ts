// Names of releases, and what follows from a list of them.
import { describe, expect, test } from 'vitest';
import { keptReleases, nextRelease, parseRelease, previousRelease, type Release, sortReleases } from '../../src/publish/releases.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];

function release(name: string): Release {
  const parsed = parseRelease(name);
  if (parsed === undefined) throw new Error(name);
  return parsed;
}

const ONE = release('0001-after-0000-aaaaaaaaaaaa');
const TWO = release('0002-after-0001-bbbbbbbbbbbb');
const THREE = release('0003-after-0002-cccccccccccc');

test('names are read back, and other names are none', () => {
  expect(TWO).toEqual({ name: '0002-after-0001-bbbbbbbbbbbb', number: 2, after: 1, fingerprint: 'bbbbbbbbbbbb' });
  for (const name of [
    'incoming',
    'outgoing-1',
    '0002-after-0001-bbb',
    '../0002-after-0001-bbbbbbbbbbbb',
    '.0002-after-0001-bbbbbbbbbbbb',
  ]) {
    expect(parseRelease(name), name).toBeUndefined();
  }
  expect(sortReleases(['x', THREE.name, '10000-after-0003-aaaaaaaaaaaa', ONE.name]).map(({ number }) => number)).toEqual([1, 3, 10000]);
});

describe('the next release', () => {
  test('counts on from all that are there, also from those that were taken back', () => {
    expect(nextRelease([], undefined, A)).toEqual(ONE);
    expect(nextRelease([ONE], ONE, B)).toEqual(TWO);
    expect(nextRelease([ONE, TWO], ONE, C).name).toBe('0003-after-0001-cccccccccccc');
  });

  test('is the one that was begun and broken off, when that was of the same site and after the same one', () => {
    expect(nextRelease([ONE, TWO], ONE, B)).toEqual(TWO);
    expect(nextRelease([ONE, TWO, THREE], THREE, B).name).toBe('0004-after-0003-bbbbbbbbbbbb');
  });
});

test('going back leads to what was shown before, however the numbers lie', () => {
  const four = release('0004-after-0002-aaaaaaaaaaaa');
  expect(previousRelease([ONE, TWO, THREE, four], four)).toEqual(TWO);
  expect(previousRelease([ONE, TWO], ONE)).toBeUndefined();
  expect(previousRelease([THREE], THREE)).toBeUndefined();
});

test('kept are the shown one and those before it; what was taken back is not', () => {
  const four = release('0004-after-0002-aaaaaaaaaaaa');
  const all = [ONE, TWO, THREE, four];
  expect(keptReleases(all, four, 3)).toEqual([four, TWO, ONE]);
  expect(keptReleases(all, four, 1)).toEqual([four]);
  expect(keptReleases(all, four, 99)).toEqual([four, TWO, ONE]);
  const circle = [release('0001-after-0002-aaaaaaaaaaaa'), release('0002-after-0001-bbbbbbbbbbbb')] as const;
  expect(keptReleases(circle, circle[0], 9)).toHaveLength(2);
});
