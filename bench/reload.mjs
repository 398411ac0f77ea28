// Times `hindsight serve` from saving a file to the moment browsers are told to reload, and to the changed page: `node bench/reload.mjs FOLDER [ROUNDS]`.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, roundsText = '5'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node bench/reload.mjs FOLDER [ROUNDS]');
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), 'hindsight-reload-'));
const archive = join(work, 'postmortems');
cpSync(folder, archive, { recursive: true });
const bin = fileURLToPath(new URL('../bin/hindsight.js', import.meta.url));
const server = spawn(process.execPath, [bin, 'serve', '--input', archive, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
const url = await new Promise((resolve, reject) => {
  let said = '';
  const listen = (chunk) => {
    said += chunk;
    const found = /http:\/\/\S+/.exec(said);
    if (found) resolve(found[0]);
  };
  server.stdout.on('data', listen);
  server.stderr.on('data', listen);
  server.once('exit', () => reject(new Error(`the server ended: ${said}`)));
});

// The first page waits for the first build.
await (await fetch(url)).text();
const events = (await fetch(`${url}__hindsight/events`)).body.pipeThrough(new TextDecoderStream()).getReader();
const nextBuild = async () => {
  for (;;) {
    const found = /data: (\S+)/.exec((await events.read()).value ?? '');
    if (found) return found[1];
  }
};
await nextBuild();

const name = readdirSync(archive).filter((file) => file.endsWith('.md'))[0];
const file = join(archive, name);
const text = readFileSync(file, 'utf8');
const page = `${url}incidents/${name.replace(/\.md$/, '')}/`;
const rounds = [];
for (let round = 0; round < Number(roundsText); round++) {
  // Long enough for the server to be at rest again.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const mark = `Saved in round ${round}.`;
  const start = performance.now();
  writeFileSync(file, `${text}\n${mark}\n`);
  await nextBuild();
  const told = performance.now() - start;
  const shown = await (await fetch(page)).text();
  if (!shown.includes(mark)) throw new Error(`${page} does not show what was saved`);
  rounds.push({ 'told to reload, ms': told, 'page there, ms': performance.now() - start });
}
server.kill('SIGTERM');
await events.cancel().catch(() => {});
rmSync(work, { recursive: true, force: true });

for (const key of Object.keys(rounds[0])) {
  const sorted = rounds.map((round) => round[key]).sort((a, b) => a - b);
  const [low, middle, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(`${key.padEnd(20)} median ${middle.toFixed(0)}  (${low.toFixed(0)} to ${high.toFixed(0)})`);
}
