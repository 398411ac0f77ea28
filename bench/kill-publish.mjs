// Kills `hindsight publish`, or `hindsight build`, at random moments and looks at what a reader would find:
// node bench/kill-publish.mjs [folder|rsync|branch|s3|build] [TIMES] [FILES, or INCIDENTS of a build]
// Two sites take turns. After each kill the place must show one of the two, whole (a storage, which does not change as a whole: pages of either, all of
// whose links and assets are there); the next run must be right. Every other kill takes what the command had started (rsync, git) with it, as a crash does.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PLACES } from './kill-places.mjs';
import { mustReadWell, wholeSite } from './kill-sites.mjs';

const kind = process.argv[2] ?? 'folder';
const times = Number(process.argv[3] ?? 50);
const count = Number(process.argv[4] ?? 2000);
/** Milliseconds until the command has begun with anything: before, there is nothing to break off. */
const START = 250;

const work = mkdtempSync(join(tmpdir(), 'hindsight-kill-'));
const running = [];
const place = await PLACES[kind](work, count, running);
const { sites } = place;

function publish(name) {
  const child = spawn(process.execPath, place.command(name), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...place.env },
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return { child, done: new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal, said }))) };
}

async function begun(child) {
  if (place.hasBegun === undefined) return await wait(START);
  while (child.exitCode === null && !place.hasBegun()) await wait(2);
}

const shownSite = async () => wholeSite(await place.shown(), sites);

/** What stands there after a kill, in a word; throws where a reader would be worse off. */
async function stateAfter(before) {
  const shown = await place.shown();
  if (place.isPieceByPiece) mustReadWell(shown, sites);
  try {
    return wholeSite(shown, sites) === before ? 'old' : 'new';
  } catch (error) {
    if (place.isPieceByPiece) return 'between';
    throw error;
  }
}

async function killOnce(next, { isCrash, moment }) {
  const { child, done } = publish(next);
  await begun(child);
  await wait(moment);
  if (isCrash && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  else child.kill('SIGKILL');
  return (await done).signal === 'SIGKILL';
}

const tally = { place: kind, files: Object.keys(sites[0].files).length, killed: 0, finishedBefore: 0 };
Object.assign(tally, { old: 0, new: 0, between: 0, nextRunRight: 0, milliseconds: 0, failures: [] });
try {
  await publish('a').done;
  const last = publish('b');
  await begun(last.child);
  const start = performance.now();
  const whole = await last.done;
  if (whole.code !== 0) throw new Error(whole.said);
  tally.milliseconds = Math.round(performance.now() - start);
  let before = await shownSite();
  for (let run = 0; run < times; run++) {
    const next = before === 'a' ? 'b' : 'a';
    if (run % 20 === 19) process.stderr.write(`${JSON.stringify(tally)}\n`);
    const isKilled = await killOnce(next, { isCrash: run % 2 === 1, moment: Math.random() * tally.milliseconds });
    tally[isKilled ? 'killed' : 'finishedBefore'] += 1;
    try {
      tally[await stateAfter(before)] += 1;
      const again = await publish(next).done;
      if (again.code !== 0) throw new Error(`the next run: ${again.said}`);
      if ((await shownSite()) !== next) throw new Error('the next run is not shown');
      tally.nextRunRight += 1;
      before = next;
    } catch (error) {
      tally.failures.push(`run ${run}: ${error.message}`);
      await publish(next).done;
      before = await shownSite();
    }
  }
} finally {
  for (const child of running) child.kill('SIGTERM');
  await wait(500);
  rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
console.log(JSON.stringify(tally, null, 2));
process.exitCode = tally.failures.length > 0 ? 1 : 0;
