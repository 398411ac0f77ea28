// Kills `hindsight publish FOLDER` at random moments and looks at what a web server would find: node bench/kill-publish.mjs [TIMES] [FILES]
// Two sites take turns, of which every file differs. After each kill the folder must be one of the two, whole; the next publish must be right.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const times = Number(process.argv[2] ?? 50);
const count = Number(process.argv[3] ?? 2000);
const BIN = fileURLToPath(new URL('../bin/hindsight.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'hindsight-kill-'));
const target = join(work, 'www');
/** There from the first thing that is changed to the last. */
const lock = join(work, '.www.lock');

/** Half of the files are the same in both sites, so that linking is interrupted too. */
function makeSite(name) {
  const files = Array.from({ length: count }, (_, index) => {
    const path = `incidents/${index % 50}/${index}.html`;
    const content = Buffer.from(`${index % 2 === 0 ? 'both' : name} ${index} ${'x'.repeat(index % 7000)}`);
    mkdirSync(join(work, name, 'incidents', String(index % 50)), { recursive: true });
    writeFileSync(join(work, name, path), content);
    return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
  const manifest = { generator: 'hindsight', version: name, generated: '2026-11-27', files };
  writeFileSync(join(work, name, 'manifest.json'), JSON.stringify(manifest));
}

/** The name of the site that the folder shows, every byte of it; throws when it is none. */
function shown() {
  const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8'));
  for (const { path, sha256 } of manifest.files) {
    const hash = createHash('sha256')
      .update(readFileSync(join(target, path)))
      .digest('hex');
    if (hash !== sha256) throw new Error(`${path} is not that of site ${manifest.version}`);
  }
  const extra = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  if (extra !== manifest.files.length + 1) throw new Error(`${extra} files instead of ${manifest.files.length + 1}`);
  return manifest.version;
}

function publish(name) {
  const args = [BIN, 'publish', target, '--site', join(work, name), '--keep', '2'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return { child, done: new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, said }))) };
}

const releases = join(work, '.www.releases');
const tally = { killed: 0, finishedBefore: 0, old: 0, new: 0, whileCopying: 0, nextRunRight: 0, failures: [] };
try {
  makeSite('a');
  makeSite('b');
  await publish('a').done;
  const last = publish('b');
  while (last.child.exitCode === null && !existsSync(lock)) await wait(2);
  const begun = performance.now();
  const whole = await last.done;
  const duration = performance.now() - begun;
  if (whole.code !== 0) throw new Error(whole.said);
  let before = shown();
  for (let run = 0; run < times; run++) {
    const next = before === 'a' ? 'b' : 'a';
    const { child, done } = publish(next);
    while (child.exitCode === null && !existsSync(lock)) await wait(2);
    await wait(Math.random() * duration);
    child.kill('SIGKILL');
    const { signal } = await done;
    tally[signal === 'SIGKILL' ? 'killed' : 'finishedBefore'] += 1;
    if (existsSync(join(releases, 'incoming'))) tally.whileCopying += 1;
    try {
      tally[shown() === before ? 'old' : 'new'] += 1;
      const again = await publish(next).done;
      if (again.code !== 0 || shown() !== next) throw new Error(`the next run: ${again.said}`);
      tally.nextRunRight += 1;
    } catch (error) {
      tally.failures.push(`run ${run}: ${error.message}`);
    }
    before = next;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(JSON.stringify(tally, null, 2));
process.exitCode = tally.failures.length > 0 ? 1 : 0;
