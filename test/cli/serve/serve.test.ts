// `hindsight serve` with a real archive, real changes and a real browser's requests.
import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../io/temporary.ts';
import { hindsight, postmortem, start } from '../command.ts';

const ARCHIVE = { 'postmortems/2026-11-20-down.md': postmortem('Down'), 'postmortems/2026-11-21-up.md': postmortem('Up') };

/** Follows the server's events as a browser does. */
async function follow(url: string): Promise<{ next: () => Promise<void>; close: () => Promise<void> }> {
  const reader = ((await fetch(`${url}__hindsight/events`)).body as ReadableStream<Uint8Array>).getReader();
  const read = async (): Promise<void> => void (await reader.read());
  await read();
  return {
    next: () => Promise.race([read(), wait(15_000).then(() => Promise.reject(new Error('no reload within 15 s')))]),
    close: () => reader.cancel(),
  };
}

async function waitForUrl(output: { stdout: string; stderr: string }): Promise<string> {
  for (let tries = 0; tries < 1000 && !output.stdout.includes('\n'); tries++) await wait(10);
  expect(output.stdout, output.stderr).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  return output.stdout.trim();
}

test('what changes on disk shows in the browser by itself', async () => {
  const folder = temporaryFolder(ARCHIVE);
  const { child, output, done } = start(['serve', '--port', '0'], { cwd: folder });
  const url = await waitForUrl(output);
  const page = async (path: string): Promise<string> => (await fetch(url + path)).text();
  expect(await page('incidents/2026-11-20-down/')).toContain('It went wrong.');
  expect(await page('')).toContain('/__hindsight/reload.js');
  const events = await follow(url);

  appendFileSync(join(folder, 'postmortems/2026-11-20-down.md'), '\nAnd then it went right.\n');
  await events.next();
  expect(await page('incidents/2026-11-20-down/')).toContain('And then it went right.');

  writeFiles(folder, { 'postmortems/2026/2026-11-22-new.md': postmortem('Brand new') });
  await events.next();
  expect(await page('incidents/2026-11-22-new/')).toContain('Brand new');
  expect(await page('incidents/')).toContain('Brand new');

  rmSync(join(folder, 'postmortems/2026-11-21-up.md'));
  await events.next();
  expect((await fetch(`${url}incidents/2026-11-21-up/`)).status).toBe(404);

  writeFiles(folder, { '_data/site.yaml': 'title: Renamed archive\n' });
  await events.next();
  expect(await page('')).toContain('Renamed archive');

  writeFileSync(join(folder, 'postmortems/2026-11-20-down.md'), '---\ntitle: <b>x</b>\nstarted: never\n---\n');
  await events.next();
  const errors = await fetch(`${url}incidents/`);
  expect(errors.status).toBe(500);
  expect(await errors.text()).toContain('postmortems/2026-11-20-down.md:3:10');

  writeFileSync(join(folder, 'postmortems/2026-11-20-down.md'), postmortem('Mended'));
  await events.next();
  expect(await page('incidents/2026-11-20-down/')).toContain('Mended');
  await events.close();

  child.kill('SIGINT');
  expect((await done).code).toBe(130);
  expect(existsSync(join(folder, '_site'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['_data', 'postmortems']);
}, 60_000);

test('an edition is served as it is published, and follows what is changed: shown, withheld, taken back', async () => {
  const down = 'postmortems/2026-11-20-down.md';
  const up = 'postmortems/2026-11-21-up.md';
  const stating = (title: string, fields: string, body?: string): string => postmortem(title, body).replace('title:', `${fields}\ntitle:`);
  const folder = temporaryFolder({
    [down]: stating('Down', 'visibility: public', 'Initech could not pay.'),
    [up]: stating('The quiet deal', 'visibility: internal'),
  });
  const { child, output, done } = start(['serve', '--edition', 'public', '--port', '0'], { cwd: folder });
  const url = await waitForUrl(output);
  const page = async (path: string): Promise<string> => (await fetch(url + path)).text();
  expect(await page('incidents/')).not.toContain('quiet deal');
  expect((await fetch(`${url}incidents/2026-11-21-up/`)).status).toBe(404);
  expect(await page('incidents/2026-11-20-down/')).toContain('Initech could not pay.');
  const becomes = (path: string): ReturnType<typeof expect.poll> => expect.poll(() => page(path), { timeout: 60_000, interval: 200 });

  writeFiles(folder, { [down]: stating('Down', 'visibility: public\nredact: [Initech]', 'Initech could not pay.') });
  await becomes('incidents/2026-11-20-down/').toContain('<span class="redacted">redacted 1</span> could not pay.');
  for (const path of ['incidents/2026-11-20-down/', 'api/incidents.json', 'feed.xml'])
    expect(await page(path), path).not.toContain('Initech');

  writeFiles(folder, { [up]: stating('The quiet deal', 'visibility: public') });
  await becomes('incidents/').toContain('The quiet deal');

  writeFiles(folder, { [up]: stating('The quiet deal', 'visibility: restricted') });
  await becomes('incidents/').not.toContain('quiet deal');
  expect((await fetch(`${url}incidents/2026-11-21-up/`)).status).toBe(404);
  child.kill('SIGINT');
  expect((await done).code).toBe(130);
}, 180_000);

test('a folder without postmortems is told in the browser, which shows the first one as soon as it is there', async () => {
  const folder = temporaryFolder({ 'postmortems/_template.md': 'x' });
  const { child, output, done } = start(['serve', '--port', '0'], { cwd: folder });
  const url = await waitForUrl(output);
  const empty = await fetch(url);
  expect(empty.status).toBe(500);
  expect(await empty.text()).toContain('There is no postmortem in this folder');
  const events = await follow(url);
  writeFiles(folder, ARCHIVE);
  await events.next();
  expect(await (await fetch(`${url}incidents/2026-11-20-down/`)).text()).toContain('It went wrong.');
  await events.close();
  child.kill('SIGINT');
  await done;
}, 60_000);

test('a folder that goes away and comes back, as another branch makes it, is followed', async () => {
  const folder = temporaryFolder(ARCHIVE);
  const { child, output, done } = start(['serve', '--port', '0'], { cwd: folder });
  const url = await waitForUrl(output);
  const events = await follow(url);

  rmSync(join(folder, 'postmortems'), { recursive: true });
  await events.next();
  expect((await fetch(url)).status).toBe(500);

  writeFiles(folder, { 'postmortems/2026/2026-11-23-branch.md': postmortem('Of the other branch') });
  await events.next();
  expect(await (await fetch(`${url}incidents/2026-11-23-branch/`)).text()).toContain('Of the other branch');

  appendFileSync(join(folder, 'postmortems/2026/2026-11-23-branch.md'), '\nStill followed.\n');
  await events.next();
  expect(await (await fetch(`${url}incidents/2026-11-23-branch/`)).text()).toContain('Still followed.');
  await events.close();
  child.kill('SIGINT');
  const { code } = await done;
  expect(code).toBe(130);
  expect(output.stderr).not.toMatch(/^ +at /m);
}, 60_000);

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'nothing of it stays in the temporary folder after %s',
  async (signal) => {
    const folder = temporaryFolder({ ...ARCHIVE, 'tmp/keep': '' });
    const temporary = join(folder, 'tmp');
    const ours = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('hindsight-serve-'));
    const { child, output, done } = start(['serve', '--port', '0'], { cwd: folder, env: { TMPDIR: temporary } });
    await fetch(await waitForUrl(output));
    expect(ours()).toHaveLength(1);
    child.kill(signal);
    await done;
    // After a kill it is the process that builds which clears up.
    for (let tries = 0; tries < 500 && ours().length > 0; tries++) await wait(10);
    expect(ours()).toEqual([]);
  },
  30_000,
);

test('a port in use that was asked for is one clear error', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as import('node:net').AddressInfo;
  const refused = await hindsight(temporaryFolder(ARCHIVE), 'serve', '--port', String(port));
  taken.close();
  expect(refused).toMatchObject({
    code: 3,
    stdout: '',
    stderr: `error: Port ${port} is in use.\n  Give another one with --port, or 0 for any that is free.\n`,
  });
});
