// `hindsight serve` with a real archive, real changes and a real browser's requests.
import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../io/temporary.ts';
import { hindsight, postmortem, startServer } from '../command.ts';

const ARCHIVE = { 'postmortems/2026-11-20-down.md': postmortem('Down'), 'postmortems/2026-11-21-up.md': postmortem('Up') };

/** Follows the server's events as a browser does. */
async function follow(url: string): Promise<{ next: () => Promise<void>; close: () => Promise<void> }> {
  const reader = ((await fetch(`${url}__hindsight/events`)).body as ReadableStream<Uint8Array>).getReader();
  const read = async (): Promise<void> => void (await reader.read());
  await read();
  return {
    next: () => Promise.race([read(), wait(60_000).then(() => Promise.reject(new Error('no reload within a minute')))]),
    close: () => reader.cancel(),
  };
}

/** A busy machine takes its time for every build. */
const PATIENCE = { timeout: 240_000 };

/** One change may be told of twice: what is shown is what counts. */
const becomes = (page: string): ReturnType<typeof expect.poll> =>
  expect.poll(async () => (await fetch(page)).text(), { timeout: 60_000, interval: 200 });

test('what changes on disk shows in the browser by itself', PATIENCE, async () => {
  const folder = temporaryFolder(ARCHIVE);
  const { child, done, url } = await startServer([], { cwd: folder });
  const page = async (path: string): Promise<string> => (await fetch(url + path)).text();
  expect(await page('incidents/2026-11-20-down/')).toContain('It went wrong.');
  expect(await page('')).toContain('/__hindsight/reload.js');
  const events = await follow(url);

  appendFileSync(join(folder, 'postmortems/2026-11-20-down.md'), '\nAnd then it went right.\n');
  await events.next();
  await becomes(`${url}incidents/2026-11-20-down/`).toContain('And then it went right.');

  writeFiles(folder, { 'postmortems/2026/2026-11-22-new.md': postmortem('Brand new') });
  await events.next();
  await becomes(`${url}incidents/2026-11-22-new/`).toContain('Brand new');
  expect(await page('incidents/')).toContain('Brand new');

  rmSync(join(folder, 'postmortems/2026-11-21-up.md'));
  await events.next();
  await becomes(`${url}incidents/2026-11-21-up/`).toContain('Nothing at this address');

  writeFiles(folder, { '_data/site.yaml': 'title: Renamed archive\n' });
  await events.next();
  await becomes(url).toContain('Renamed archive');

  writeFileSync(join(folder, 'postmortems/2026-11-20-down.md'), '---\ntitle: <b>x</b>\nstarted: never\n---\n');
  await events.next();
  await becomes(`${url}incidents/`).toContain('postmortems/2026-11-20-down.md:3:10');
  expect((await fetch(`${url}incidents/`)).status).toBe(500);

  writeFileSync(join(folder, 'postmortems/2026-11-20-down.md'), postmortem('Mended'));
  await events.next();
  await becomes(`${url}incidents/2026-11-20-down/`).toContain('Mended');
  await events.close();

  child.kill('SIGINT');
  expect((await done).code).toBe(130);
  expect(existsSync(join(folder, '_site'))).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['_data', 'postmortems']);
});

test('an edition is served as it is published, and follows what is changed: shown, withheld, taken back', PATIENCE, async () => {
  const down = 'postmortems/2026-11-20-down.md';
  const up = 'postmortems/2026-11-21-up.md';
  const stating = (title: string, fields: string, body?: string): string => postmortem(title, body).replace('title:', `${fields}\ntitle:`);
  const folder = temporaryFolder({
    [down]: stating('Down', 'visibility: public', 'Initech could not pay.'),
    [up]: stating('The quiet deal', 'visibility: internal'),
  });
  const { child, done, url } = await startServer(['--edition', 'public'], { cwd: folder });
  const page = async (path: string): Promise<string> => (await fetch(url + path)).text();
  expect(await page('incidents/')).not.toContain('quiet deal');
  expect((await fetch(`${url}incidents/2026-11-21-up/`)).status).toBe(404);
  expect(await page('incidents/2026-11-20-down/')).toContain('Initech could not pay.');

  writeFiles(folder, { [down]: stating('Down', 'visibility: public\nredact: [Initech]', 'Initech could not pay.') });
  await becomes(`${url}incidents/2026-11-20-down/`).toContain('<span class="redacted">redacted 1</span> could not pay.');
  for (const path of ['incidents/2026-11-20-down/', 'api/incidents.json', 'feed.xml'])
    expect(await page(path), path).not.toContain('Initech');

  writeFiles(folder, { [up]: stating('The quiet deal', 'visibility: public') });
  await becomes(`${url}incidents/`).toContain('The quiet deal');

  writeFiles(folder, { [up]: stating('The quiet deal', 'visibility: restricted') });
  await becomes(`${url}incidents/`).not.toContain('quiet deal');
  expect((await fetch(`${url}incidents/2026-11-21-up/`)).status).toBe(404);
  child.kill('SIGINT');
  expect((await done).code).toBe(130);
});

test('a folder without postmortems is told in the browser, which shows the first one as soon as it is there', PATIENCE, async () => {
  const folder = temporaryFolder({ 'postmortems/_template.md': 'x' });
  const { child, done, url } = await startServer([], { cwd: folder });
  const empty = await fetch(url);
  expect(empty.status).toBe(500);
  expect(await empty.text()).toContain('There is no postmortem in this folder');
  const events = await follow(url);
  writeFiles(folder, ARCHIVE);
  await events.next();
  await becomes(`${url}incidents/2026-11-20-down/`).toContain('It went wrong.');
  await events.close();
  child.kill('SIGINT');
  await done;
});

test('a folder that goes away and comes back, as another branch makes it, is followed', PATIENCE, async () => {
  const folder = temporaryFolder(ARCHIVE);
  const { child, output, done, url } = await startServer([], { cwd: folder });
  const events = await follow(url);

  rmSync(join(folder, 'postmortems'), { recursive: true });
  await events.next();
  await becomes(url).toContain('There is no');
  expect((await fetch(url)).status).toBe(500);

  writeFiles(folder, { 'postmortems/2026/2026-11-23-branch.md': postmortem('Of the other branch') });
  await events.next();
  await becomes(`${url}incidents/2026-11-23-branch/`).toContain('Of the other branch');

  appendFileSync(join(folder, 'postmortems/2026/2026-11-23-branch.md'), '\nStill followed.\n');
  await events.next();
  await becomes(`${url}incidents/2026-11-23-branch/`).toContain('Still followed.');
  await events.close();
  child.kill('SIGINT');
  const { code } = await done;
  expect(code).toBe(130);
  expect(output.stderr).not.toMatch(/^ +at /m);
});

test.each(['SIGTERM', 'SIGKILL'] as const)('nothing of it stays in the temporary folder after %s', PATIENCE, async (signal) => {
  const folder = temporaryFolder({ ...ARCHIVE, 'tmp/keep': '' });
  const temporary = join(folder, 'tmp');
  const ours = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('hindsight-serve-'));
  const { child, done, url } = await startServer([], { cwd: folder, env: { TMPDIR: temporary } });
  await fetch(url);
  expect(ours()).toHaveLength(1);
  child.kill(signal);
  await done;
  // After a kill it is the process that builds which clears up.
  await expect.poll(ours, { timeout: 60_000 }).toEqual([]);
});

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
