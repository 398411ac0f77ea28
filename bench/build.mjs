// Times cold builds of a folder of postmortems as whole processes: `node bench/build.mjs FOLDER [ROUNDS]`. Needs GNU time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, roundsText = '3'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/build.mjs FOLDER [ROUNDS]');
  process.exit(2);
}

const bin = fileURLToPath(new URL('../bin/hindsight.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'hindsight-bench-'));
const rounds = Array.from({ length: Number(roundsText) }, () => {
  const [report, output] = [join(work, 'time'), join(work, 'site')];
  rmSync(output, { recursive: true, force: true });
  const args = ['-o', report, '-f', '%e %U %S %M', process.execPath, bin, 'build', '--input', folder, '--output', output];
  const { status, stderr } = spawnSync('/usr/bin/time', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
  const [wall, user, system, kib] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { 'wall, s': wall, 'processor, s': user + system, 'peak memory, MiB': kib / 1024 };
});
rmSync(work, { recursive: true, force: true });

for (const key of Object.keys(rounds[0])) {
  const sorted = rounds.map((round) => round[key]).sort((a, b) => a - b);
  const [low, middle, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(`${key.padEnd(18)} median ${middle.toFixed(2)}  (${low.toFixed(2)} to ${high.toFixed(2)})`);
}
