// Runs the command as a user does: a process of its own, in a folder of theirs.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

export const BIN = fileURLToPath(new URL('../../bin/hindsight.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly output: { stdout: string; stderr: string };
  readonly done: Promise<Outcome>;
}

/** Killed when the test ends, if it still runs then. */
export function start(args: readonly string[], options: SpawnOptions): Running {
  const env = { ...process.env, NO_COLOR: '1', ...options.env };
  const child = spawn(process.execPath, [BIN, ...args], { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
  const done = once(child, 'close').then(([code, signal]) => ({ code, signal, ...output }) as Outcome);
  return { child, output, done };
}

/** `hindsight serve` on a free port, once it has said where: that takes as long as the machine takes, and the test has its own limit. */
export async function startServer(args: readonly string[], options: SpawnOptions): Promise<Running & { readonly url: string }> {
  const running = start(['serve', '--port', '0', ...args], options);
  const { child, output } = running;
  while (!output.stdout.includes('\n') && child.exitCode === null && child.signalCode === null) await wait(10);
  expect(output.stdout, output.stderr).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
  return { ...running, url: output.stdout.trim() };
}

export function hindsight(cwd: string, ...args: string[]): Promise<Outcome> {
  return start(args, { cwd }).done;
}

/** A postmortem without problems. */
export function postmortem(title: string, body = 'It went wrong.'): string {
  return `---\ntitle: ${title}\nstarted: 2026-11-20T14:02:00Z\nresolved: 2026-11-20T15:02:00Z\n---\n\n## Summary\n\n${body}\n`;
}
