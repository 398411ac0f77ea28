// Imports damaged documents by the thousand: `node bench/fuzz-import.mjs [RUNS] [SEED] [FOLDER…]`. The folders default to the test's own
// documents and, where they are there, the shared ones. Exit code 1 when one crashes, takes over two seconds, or has a year made up.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { fuzz } = await import('../test/import/fuzz.ts');

const root = fileURLToPath(new URL('..', import.meta.url));
const [runs = '10000', seed = '1', ...named] = process.argv.slice(2);
const usual = [join(root, 'test/fixtures/import'), join(root, '../shared/corpus/import/docs'), join(root, '../shared/seeds')];
const folders = (named.length > 0 ? named : usual).filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory());
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) })),
);

const start = performance.now();
const result = await fuzz({
  sources,
  runs: Number(runs),
  seed: Number(seed),
  limit: 2000,
  onProgress: (done) => done % 500 === 0 && process.stderr.write(`${done} of ${runs}\n`),
});
const seconds = (performance.now() - start) / 1000;

console.log(`${runs} mutations of ${sources.length} documents (seed ${seed}) in ${seconds.toFixed(0)} s`);
console.log(`written ${result.counts.written}, no postmortem ${result.counts.others}, refused ${result.counts.refused}`);
console.log(`crashes ${result.crashes.length}, over two seconds ${result.slow.length}, years made up ${result.invented.length}`);
for (const { run, name, what } of [...result.crashes, ...result.slow, ...result.invented].slice(0, 20))
  console.log(`  run ${run} of ${name}: ${what}`);
console.log('slowest:');
for (const { run, name, milliseconds } of result.slowest) console.log(`  ${Math.round(milliseconds)} ms  run ${run} of ${name}`);
process.exitCode = result.crashes.length + result.slow.length + result.invented.length > 0 ? 1 : 0;
