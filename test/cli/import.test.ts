// `hindsight import` as a person types it: the likely mistakes, each with what to do, and the words of the report.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../io/temporary.ts';
import { hindsight } from './command.ts';

const NOTE = `# Printer gateway outage

On 14 May, from 9:40 to 11:05, nobody could print. The gateway lost its lease and was given a fixed address.

## Cause

The lease was not reserved, and the address was taken by a phone that had joined the network in the night.

## Timeline

- 9:40 gateway is unreachable
- 9:55 reception reports it
- 11:05 gateway is back
`;

test.each([
  [['nowhere'], 2, 'There is no file nowhere.'],
  [['-'], 2, 'Text that is piped in is not read'],
  [['wiki', '--timezone', 'Berlin'], 2, 'Give an IANA name'],
  [['wiki', '--date-order', 'xyz'], 2, 'Allowed choices are dmy, mdy'],
  [['wiki', '--output', 'wiki'], 2, 'Move what is to be imported to a folder of its own'],
  [['wiki', '--output', 'wiki/a.md'], 2, 'is not a folder'],
  [['wiki', '--report', 'no/report.json'], 2, 'its folder is not there'],
  [['empty'], 1, 'Files are looked for whose names end in'],
  [['data.csv'], 1, 'It is a .csv file.'],
] as const)('%j', async (args, code, words) => {
  const folder = temporaryFolder({ 'wiki/a.md': NOTE, 'empty/.keep': '', 'data.csv': 'a,b\n' });
  const outcome = await hindsight(folder, 'import', ...args);
  expect(outcome.code).toBe(code);
  expect(outcome.stdout + outcome.stderr).toContain(words);
  expect(outcome.stderr).not.toMatch(/\n\s+at /);
});

test('a day without a year is told in words, and stays out of the fields', async () => {
  const folder = temporaryFolder({ 'wiki/a.md': NOTE });
  const outcome = await hindsight(folder, 'import', 'wiki');
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toContain('started on May 14 at 9:40, of a year the text does not state'.replace(' 9:', ' 09:'));
  const [, file] = /imported as (\S+)/.exec(outcome.stdout) ?? [];
  expect(readFileSync(join(folder, file ?? ''), 'utf8')).not.toMatch(/^started:/m);
  expect((await hindsight(folder, 'check')).code).toBe(0);
});
