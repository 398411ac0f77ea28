// A program that builds and swaps in one small site after another, as fast as it can, until it is killed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../../src/io/lock.ts';
import { createStaging, lockPathOf, recover, swapIn } from '../../src/io/swap.ts';

const [output = ''] = process.argv.slice(2);
for (let build = 0; ; build++) {
  const lock = await takeLock(lockPathOf(output));
  await recover(output);
  const staging = createStaging(output);
  for (let page = 0; page < 40; page++) writeFileSync(join(staging.folder, `${page}.html`), `${process.pid}-${build}`);
  lock.assertHeld();
  await swapIn(staging, output);
  lock.release();
  if (build === 0) process.stdout.write('first\n');
}
