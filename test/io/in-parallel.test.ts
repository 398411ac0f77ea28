// Many pieces of work, a few at a time.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inParallel } from '../../src/io/in-parallel.ts';

test('never more at once than asked for, and results in the order of the items', async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel([5, 1, 4, 2, 3], 2, async (item) => {
    running++;
    most = Math.max(most, running);
    await wait(item);
    running--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test('after a failure nothing more is begun', async () => {
  const begun: number[] = [];
  const work = inParallel([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    await wait(1);
    if (item === 2) throw new Error('two');
  });
  await expect(work).rejects.toThrow('two');
  expect(begun.length).toBeLessThan(5);
  expect(await inParallel([], 3, async () => 1)).toEqual([]);
});
