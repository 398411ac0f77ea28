// `hindsight new`: a file that is right from the start.
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { create } from '../../src/cli/commands/new.ts';
import { temporaryFolder } from '../io/temporary.ts';
import { hindsight, start } from './command.ts';

test('a postmortem without errors, named by its day and title, in a folder that is made', async () => {
  const folder = temporaryFolder();
  const created = await hindsight(folder, 'new', ' Checkout: "errors" & more ', '--started', '2026-11-20 14:02', '--severity', 'sev2');
  expect(created).toMatchObject({ code: 0, stdout: 'postmortems/2026-11-20-checkout-errors-more.md\n' });
  expect(created.stderr).toBe('There was no folder postmortems; it was made. Another one is named with --input.\n');
  const text = readFileSync(join(folder, 'postmortems/2026-11-20-checkout-errors-more.md'), 'utf8');
  expect(text).toMatch(/^---\ntitle: "Checkout: \\"errors\\" & more"\n/);
  expect(text).toContain('\nseverity: SEV2\nstarted: 2026-11-20T14:02\n');
  const check = await hindsight(folder, 'check', '--json');
  const problems = JSON.parse(check.stdout) as { severity: string; code: string }[];
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  // Until somebody writes it, it says that nobody has.
  expect(problems.map(({ code }) => code)).toContain('template-text');
});

test('a title that is not spelt in ASCII letters', async () => {
  const folder = temporaryFolder({ 'postmortems/_template.md': '---\ntitle: TITLE\n---\n' });
  const spelt = await hindsight(folder, 'new', 'Größere Störung in Łódź', '--started', '2026-11-20');
  expect(spelt).toMatchObject({ stdout: 'postmortems/2026-11-20-grossere-storung-in-lodz.md\n', stderr: '' });
  const made = await hindsight(folder, 'new', '障害', '--started', '2026-11-20');
  expect(made.stdout).toMatch(/^postmortems\/2026-11-20-incident-[\w-]+\.md\n$/);
  expect(made.stderr).toContain('rename the file to one that says more.');
  expect(readFileSync(join(folder, made.stdout.trim()), 'utf8')).toContain('title: 障害');
});

test('never over a file that is there', async () => {
  const folder = temporaryFolder({ 'postmortems/2026-11-20-down.md': 'mine' });
  const refused = await hindsight(folder, 'new', 'Down', '--started', '2026-11-20');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('postmortems/2026-11-20-down.md is there already');
  expect(readFileSync(join(folder, 'postmortems/2026-11-20-down.md'), 'utf8')).toBe('mine');
  expect(readdirSync(join(folder, 'postmortems'))).toEqual(['2026-11-20-down.md']);
});

test('a folder where nothing may be written is one clear error about the file that was wanted', async () => {
  const folder = temporaryFolder({ 'postmortems/a.md': 'x' });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'postmortems'), 0o555);
  // Root may write everywhere; then the command is run as a user who may not.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const refused = await start(['new', 'Down', '--started', '2026-11-20'], { cwd: folder, ...user }).done;
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toMatch(/^error: No permission for \S+\/postmortems\/2026-11-20-down\.md\.\n.*\n$/);
});

test("the archive's own template, its severities and its zone", async () => {
  const folder = temporaryFolder({
    'ops/_data/site.yaml': 'timezone: Pacific/Kiritimati\nseverities:\n  - label: P0\n  - label: P1\n',
    'ops/incidents/_template.md': '---\ntitle: TITLE # short\nseverity: P1\nstarted: DATE\n---\n\n## What we saw\n',
  });
  const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 22, 12) / 1000) };
  const created = await start(['new', 'Überlauf', '--input', 'ops/incidents', '--severity', 'p0'], { cwd: folder, env }).done;
  expect(created.stdout).toBe('ops/incidents/2026-11-23-uberlauf.md\n');
  expect(readFileSync(join(folder, 'ops/incidents/2026-11-23-uberlauf.md'), 'utf8')).toBe(
    '---\ntitle: Überlauf # short\nseverity: P0\nstarted: 2026-11-23\n---\n\n## What we saw\n',
  );
  const wrong = await hindsight(folder, 'new', 'Down', '--input', 'ops/incidents', '--severity', 'SEV1');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('"SEV1" is not a severity of this site.\n  This site has P0, P1.');
});

describe('refused', () => {
  test.each([
    ['an empty title', '  ', {}, 'The title is empty'],
    ['a title without a letter', '!!!', {}, 'neither a letter nor a digit'],
    ['a title of 10,000 characters', 'x'.repeat(10_000), {}, 'The title has 10000 characters'],
    ['a title of two lines', 'a\nb', {}, 'line ends or characters that cannot be seen'],
    ['a title read backwards', 'a\u202eb', {}, 'a<U+202E>b'],
    ['a day that does not exist', 'Down', { started: '2026-02-30' }, '2026-02-30'],
    ['a severity that does not exist', 'Down', { severity: 'SVE1' }, '"SVE1" is not a severity'],
  ])('%s', async (_name, title, options, message) => {
    const folder = temporaryFolder();
    const refused = create(title, { input: join(folder, 'postmortems'), ...options });
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({ code: 'usage' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('no title, and two', async () => {
    const folder = temporaryFolder();
    expect(await hindsight(folder, 'new')).toMatchObject({ code: 2, stderr: "error: missing required argument 'title'\n" });
    expect((await hindsight(folder, 'new', 'Down', 'Up')).code).toBe(2);
  });
});
