// When a change leads to a build.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startLoop } from '../../../src/cli/serve/rebuild-loop.ts';

test('many changes at once are one build; one during a build is another; never two at once', async () => {
  let running = 0;
  let builds = 0;
  const loop = startLoop(async () => {
    expect(++running).toBe(1);
    await wait(30);
    running--;
    builds++;
  });
  await loop.idle();
  expect(builds).toBe(0);

  for (let change = 0; change < 10; change++) {
    loop.request();
    await wait(2);
  }
  await loop.idle();
  expect(builds).toBe(1);

  loop.request();
  while (running === 0) await wait(1);
  loop.request();
  loop.request();
  await loop.idle();
  expect(builds).toBe(3);
});
