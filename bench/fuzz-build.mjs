// Checks and builds damaged archives by the thousand: `node bench/fuzz-build.mjs [RUNS] [SEED]`. RUNS postmortems, each a mutation of one of the project's own, are
// read alone beside a mutated site.yaml, then built together, so many at a time. Exit code 1 when one crashes, or takes over two seconds of processor to read.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { register } from 'tsx/esm/api';

register();
const { generator, mutate } = await import('../test/import/fuzz.ts');
const { loadArchive } = await import('../src/site/load.ts');

const LIMIT = 2000;
/** Of one build; every second one has the configuration as it is, or most builds would end there. */
const TOGETHER = 500;
const root = fileURLToPath(new URL('..', import.meta.url));
const [runs, seed] = [Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 1)];
const read = (folders, isWanted) =>
  folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)))
    .filter(isWanted)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) }));
const fixtures = ['bad', 'hostile', 'body', 'config', 'edit', 'front-matter'].map((name) => `test/fixtures/${name}`);
const documents = read(['postmortems', 'examples/minimal/postmortems', ...fixtures], (name) => name.endsWith('.md'));
/** A credential ends every build, so these are only read. */
const buildable = documents.filter(({ name }) => !/\/(?:credential|allowance-[^/]+)\//.test(name));
const configurations = read(['_data', ...fixtures], (name) => name.endsWith('.yaml'));
const work = mkdtempSync(join(tmpdir(), 'hindsight-fuzz-'));
const found = { crashes: [], slow: [] };
let [slowest, built, refused] = [0, 0, 0];

const pick = (list, random) => list[Math.floor(random() * list.length)];

async function readAlone(run, folder, config) {
  const before = process.cpuUsage();
  try {
    await loadArchive({ input: folder, config, asOf: '2026-11-22', allowErrors: true, history: false });
  } catch (error) {
    // What is wrong with a file or a folder is said by an error of that name; all else is a mistake of ours.
    if (error?.name !== 'AppError') found.crashes.push(`run ${run}: ${error?.stack ?? error}`);
  }
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  slowest = Math.max(slowest, milliseconds);
  if (milliseconds > LIMIT) found.slow.push(`run ${run}: ${Math.round(milliseconds)} ms`);
}

async function buildTogether(batch, folder, config) {
  const args = [
    'bin/hindsight.js',
    'build',
    '--input',
    folder,
    '--config',
    config,
    '--output',
    join(work, 'site'),
    '--allow-errors',
    '--no-history',
  ];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28, timeout: 300_000 });
    built++;
  } catch ({ code, stderr, stdout }) {
    refused++;
    // 1: something is wrong with the archive, and was said.
    if (code !== 1 || /^\s+at .+:\d+:\d+\)?$/m.test(stderr + stdout))
      found.crashes.push(`batch ${batch}: ${code} ${String(stderr).slice(0, 800)}`);
  }
}

for (let batch = 0, run = 0; run < runs; batch++) {
  const together = join(work, `batch-${batch}`);
  mkdirSync(together);
  const random = generator(seed * 7919 + batch);
  const config = join(work, 'site.yaml');
  const { bytes } = pick(configurations, random);
  for (let n = 0; n < TOGETHER && run < runs; n++, run++) {
    const alone = join(work, 'alone');
    mkdirSync(alone, { recursive: true });
    const document = mutate(pick(documents, random).bytes, documents, random);
    writeFileSync(config, mutate(bytes, configurations, random));
    writeFileSync(join(alone, 'incident.md'), document);
    writeFileSync(join(together, `incident-${n}.md`), mutate(pick(buildable, random).bytes, buildable, random));
    await readAlone(run, alone, config);
  }
  if (batch % 2 === 0) writeFileSync(config, readFileSync(join(root, '_data/site.yaml')));
  await buildTogether(batch, together, config);
  rmSync(together, { recursive: true });
  process.stderr.write(`${run} of ${runs}\n`);
}
rmSync(work, { recursive: true });

console.log(
  `${runs} mutations (seed ${seed}) of ${documents.length} postmortems and ${configurations.length} configurations; slowest read ${Math.round(slowest)} ms`,
);
console.log(`built ${built}, refused ${refused}; crashes ${found.crashes.length}, over two seconds ${found.slow.length}`);
for (const line of [...found.crashes, ...found.slow].slice(0, 20)) console.log(`  ${line}`);
process.exitCode = found.crashes.length + found.slow.length > 0 ? 1 : 0;
