// Builds sites for the tests of a whole file: as a user does, by a process of its own.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { writeFiles } from '../io/temporary.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'bin', 'hindsight.js');
/** The day all builds of the tests are of. */
export const AS_OF = '2026-11-22';

/** A folder that is there until the tests of the file are over. */
export function folderOfFile(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  writeFiles(folder, files);
  return folder;
}

interface BuildOptions {
  /** Where the command runs. */
  readonly cwd: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** What stops the clock at noon of a day: then that is the day of the build, and the files are as they are. */
export function onDay(day: string): { readonly SOURCE_DATE_EPOCH: string } {
  return { SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000) };
}

/** Runs `hindsight build`. Rejects when it does not end with 0; resolves with what it printed. */
export async function build({ cwd, args = [], env = {} }: BuildOptions): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const command = [BIN, 'build', ...args];
  return promisify(execFile)(process.execPath, command, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...onDay(AS_OF), ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}
