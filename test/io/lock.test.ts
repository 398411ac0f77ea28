// One build at a time, with real processes that die.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from '../../src/io/lock.ts';
import { bundleProgram } from './program.ts';
import { temporaryFolder } from './temporary.ts';

const HOLDER = await bundleProgram(new URL('./hold-lock.ts', import.meta.url));

/** A process that takes the lock, says "held" or why not, and keeps it for as long as it lives. */
function startHolder(lock: string): ChildProcess {
  const child = spawn(process.execPath, [HOLDER, lock], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function answerOf(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return chunk.toString().trim();
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}

test('a second build is refused and told which process to wait for; a dead one is taken over; a stopped one gives back', async () => {
  const lock = join(temporaryFolder(), '.site.lock');
  const first = startHolder(lock);
  expect(await answerOf(first)).toBe('held');
  await expect(takeLock(lock)).rejects.toThrow(`process ${first.pid}, since 20`);
  await expect(takeLock(lock)).rejects.toMatchObject({ code: 'locked', hint: expect.stringContaining(`delete ${lock}`) });

  await kill(first, 'SIGKILL');
  expect(existsSync(lock)).toBe(true);
  const second = startHolder(lock);
  expect(await answerOf(second)).toBe('held');

  await kill(second, 'SIGTERM');
  expect(second.exitCode).toBe(143);
  expect(existsSync(lock)).toBe(false);
});

test('who is patient waits until the other is done', async () => {
  const lock = join(temporaryFolder(), '.edit.lock');
  const first = startHolder(lock);
  expect(await answerOf(first)).toBe('held');
  const work = { other: 'Another edit', elsewhere: 'edit by hand', patience: 30_000 };
  const waiting = takeLock(lock, work);
  await expect(takeLock(lock, { ...work, patience: 0 })).rejects.toThrow(`Another edit is running: process ${first.pid}`);
  await kill(first, 'SIGTERM');
  (await waiting).release();
  expect(existsSync(lock)).toBe(false);
});

test('of several processes that find the lock of a dead one, one gets it', async () => {
  const folder = temporaryFolder();
  const lock = join(folder, '.site.lock');
  const dead = startHolder(lock);
  await answerOf(dead);
  await kill(dead, 'SIGKILL');
  const answers = await Promise.all(Array.from({ length: 4 }, () => answerOf(startHolder(lock))));
  expect(answers.sort()).toEqual(['held', 'locked', 'locked', 'locked']);
  expect(readdirSync(folder)).toEqual(['.site.lock']);
});

test('releasing removes the lock, and only its own', async () => {
  const lock = join(temporaryFolder(), '.site.lock');
  const first = await takeLock(lock);
  first.assertHeld();
  first.release();
  expect(existsSync(lock)).toBe(false);

  const second = await takeLock(lock);
  writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), since: 'now', token: 'another' }));
  expect(() => second.assertHeld()).toThrow('Another process took the lock');
  second.release();
  expect(existsSync(lock)).toBe(true);
});

test.each([
  ['a process id that has been used again', { pid: process.pid, host: hostname(), since: 'then', began: '1', token: 't' }],
  ['a process that never was', { pid: 2 ** 22 + 1, host: hostname(), since: 'then', token: 't' }],
  ['something that is not a lock', { hello: 'world' }],
])('%s does not keep the lock', async (_name, content) => {
  const lock = join(temporaryFolder(), '.site.lock');
  writeFileSync(lock, JSON.stringify(content));
  (await takeLock(lock)).release();
  expect(existsSync(lock)).toBe(false);
});

test('an empty lock file does not keep the lock', async () => {
  const lock = join(temporaryFolder({ '.site.lock': '' }), '.site.lock');
  (await takeLock(lock)).release();
});

test('a lock of another machine that was made before the clock was set back does not count for years', async () => {
  const lock = join(temporaryFolder(), '.site.lock');
  writeFileSync(lock, JSON.stringify({ pid: 1, host: 'build-7.example', since: 'then', token: 't' }));
  const later = new Date(Date.now() + 400 * 24 * 60 * 60 * 1000);
  utimesSync(lock, later, later);
  (await takeLock(lock)).release();
});

test('a lock of another machine counts for an hour', async () => {
  const lock = join(temporaryFolder(), '.site.lock');
  writeFileSync(lock, JSON.stringify({ pid: 1, host: 'build-7.example', since: 'then', token: 't' }));
  await expect(takeLock(lock)).rejects.toThrow('process 1 on build-7.example');
  const before = new Date(Date.now() - 61 * 60 * 1000);
  utimesSync(lock, before, before);
  const taken = await takeLock(lock);
  expect(readFileSync(lock, 'utf8')).toContain(`"pid":${process.pid}`);
  taken.release();
});
