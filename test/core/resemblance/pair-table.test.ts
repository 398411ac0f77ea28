// Numbers for pairs: each pair keeps its own, however many there are and whatever hashes they share.
import { expect, test } from 'vitest';
import { makePairTable } from '../../../src/core/resemblance/pair-table.ts';

test('every pair keeps its number while the table grows', () => {
  const table = makePairTable();
  const known = new Map<string, number>();
  const wrong: string[] = [];
  let next = 0;
  const ask = (first: number, second: number): number => table.numberOf(first, second, () => 2 * next++ + 1);
  for (let n = 0; n < 40_000; n++) {
    const [first, second] = [2 * (Math.imul(n, 48_271) & 255), 2 * (Math.imul(n, 16_807) & 0xfffff)];
    const key = `${first} ${second}`;
    const number = ask(first, second);
    if (number !== (known.get(key) ?? 2 * known.size + 1)) wrong.push(key);
    known.set(key, number);
  }
  expect(wrong).toEqual([]);
  expect(known.size).toBeGreaterThan(10_000);
  expect(ask(7, 3)).not.toBe(ask(3, 7));
});
