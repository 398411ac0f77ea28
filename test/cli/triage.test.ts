// `hindsight triage`: what is piped in or named, compared with the shipped archive.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderOfFile } from '../site/build.ts';
import { BIN, hindsight } from './command.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = folderOfFile();
const piped = (input: string | Buffer, ...args: string[]) =>
  spawnSync(process.execPath, [BIN, 'triage', ...args], { cwd: ROOT, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

test('what is piped in finds the incident, what fixed it and what is open', () => {
  const { status, stdout, stderr } = piped('FATAL ERR_POOL_TIMEOUT at 10.9.9.9\n');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Connection pool exhausted by a slow export {2}SEV2 · 18\sJun\s2024 · lasted 1\sh\s46\smin/);
  expect(stdout).toContain('  incidents/2024-06-18-pool-exhausted/\n  Strong: ');
  expect(stdout).toMatch(/What fixed it: The running export was cancelled/);
  expect(stdout).toMatch(/Runbook: .*https:/);
  expect(stdout).toMatch(/Still open: AI-2: .*due 30\sSep\s2024/);
  expect(stderr).toContain('1 incident like it.');
});

test('a file, as JSON', async () => {
  writeFileSync(join(folder, 'log.txt'), Buffer.from('\ufeffACQUIRER_UNAVAILABLE region=fra2\r\n', 'utf16le'));
  const { code, stdout } = await hindsight(ROOT, 'triage', join(folder, 'log.txt'), '--json', '--limit', '1');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({
      ...{ id: '2025-01-23-processor-outage', strength: 'strong', severity: expect.any(String), duration_seconds: expect.any(Number) },
      ...{ fix: expect.any(String), url: 'incidents/2025-01-23-processor-outage/' },
      signatures: [{ text: 'ACQUIRER_UNAVAILABLE', source: 'field', whole: true }],
    }),
  ]);
});

test.each([
  ['nothing', '', 'There is nothing in it to compare.\n'],
  ['something else', 'lunch on Friday', 'Nothing like it in the archive.\n'],
  [
    'bytes',
    Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7) % 256)),
    'Much of it is no text; what can be read was compared.\nNothing like it',
  ],
  ['a megabyte', 'all is well today\n'.repeat(60_000), 'It is larger than 200 kB: the first 200 kB were compared.\n'],
])('%s', (_, input, said) => {
  const { status, stdout, stderr } = piped(input);
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).toContain(said);
});

test('a file that is not there', async () => {
  const { code, stderr } = await hindsight(ROOT, 'triage', 'nowhere.log');
  expect(code).toBe(2);
  expect(stderr).toContain('There is no file nowhere.log.');
});
