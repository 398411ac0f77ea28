// `hindsight check`, as a person, a script and a pipe meet it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../io/temporary.ts';
import { BIN, hindsight, postmortem } from './command.ts';

const ARCHIVE = {
  'postmortems/2026-11-20-down.md': postmortem('Down', 'See [[2026/2026-11-21-up]] and [[2026-11-21-up]].'),
  'postmortems/2026/2026-11-21-up.md': postmortem('Up').replace('title', 'titel'),
  'postmortems/bad.md': '---\ntitle: Bad\nstarted: 2026-11-20\nseverty: SEV1\n---\n',
  'postmortems/_template.md': '---\ntitle: x\n---\n',
};

test('every problem of every file, as text', async () => {
  const { code, stdout, stderr } = await hindsight(temporaryFolder(ARCHIVE), 'check');
  expect(code).toBe(1);
  expect(stderr).toBe('');
  expect(stdout).toContain('postmortems/bad.md:4:1 error unknown-field  ');
  expect(stdout).toContain('postmortems/2026/2026-11-21-up.md:2:1 error unknown-field  ');
  expect(stdout).toMatch(/\. 3 postmortems checked, 3 with problems\.\n$/);
});

test('and as JSON, by either option, with the folder as it was typed', async () => {
  const folder = temporaryFolder(ARCHIVE);
  const { stdout, code } = await hindsight(folder, 'check', '--json', '--input', './postmortems/');
  expect(code).toBe(1);
  const rows = JSON.parse(stdout) as { file: string; line: number; code: string }[];
  expect(rows.find(({ file }) => file === 'postmortems/bad.md')).toMatchObject({
    line: 4,
    column: 1,
    severity: 'error',
    code: 'unknown-field',
  });
  expect((await hindsight(folder, 'check', '--format', 'json')).stdout).toBe(stdout);
});

test('only some files, checked against all of them', async () => {
  const folder = temporaryFolder({ ...ARCHIVE, 'postmortems/2026/2026-11-21-up.md': postmortem('Up') });
  const one = await hindsight(folder, 'check', 'postmortems/2026-11-20-down.md', '--json');
  const rows = JSON.parse(one.stdout) as { file: string; message: string }[];
  expect(rows.map(({ file }) => file)).toEqual(['postmortems/2026-11-20-down.md']);
  expect(rows[0]?.message).toContain('2026/2026-11-21-up');

  const fine = await hindsight(folder, 'check', 'postmortems/2026', 'postmortems/_template.md');
  expect(fine).toMatchObject({ code: 0, stdout: '1 postmortem checked, no problems.\n' });
  expect(fine.stderr).toBe('postmortems/_template.md is not checked: it is not a postmortem.\n');
});

test('files elsewhere, without naming their archive', async () => {
  const folder = temporaryFolder({ ...ARCHIVE, 'drafts/x.md': '---\ntitle: X\nstarted: 2026-11-20\ntgas: [a]\n---\n' });
  const { code, stdout, stderr } = await hindsight(folder, 'check', join(folder, 'drafts/x.md'));
  expect(code).toBe(1);
  expect(stdout).toContain(`${folder}/drafts/x.md:4:1 error unknown-field`);
  expect(stderr).toBe(`Taking ${folder}/drafts for the archive; name another with --input.\n`);
});

test('a folder without postmortems, and one whose incidents are in no page, are warned of', async () => {
  const empty = await hindsight(temporaryFolder({ 'postmortems/_template.md': 'x' }), 'check');
  expect(empty).toMatchObject({ code: 0, stderr: '' });
  expect(empty.stdout).toContain('postmortems:1:1 warning no-postmortems  There is no postmortem in this folder: no file with a name that');

  const secret = postmortem('Down').replace('title', 'visibility: restricted\ntitle');
  const hidden = await hindsight(temporaryFolder({ 'postmortems/a.md': secret }), 'check');
  expect(hidden.code).toBe(0);
  expect(hidden.stdout).toContain('postmortems:1:1 warning nothing-to-publish  ');
  expect(hidden.stdout).toMatch(/1 postmortem checked, none with problems\.\n1 restricted incident is in no page\.\n$/);
});

test('wrong usage is not a problem of the archive', async () => {
  const folder = temporaryFolder(ARCHIVE);
  expect(await hindsight(folder, 'check', 'postmortems/none.md')).toMatchObject({ code: 2, stdout: '' });
  expect((await hindsight(folder, 'chekc')).stderr).toContain('Did you mean check?');
  expect((await hindsight(join(folder, 'postmortems'), 'check')).stderr).toContain('There is no folder');
});

test('a reader that stops reading ends the command in peace', () => {
  const folder = temporaryFolder(
    Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`postmortems/${index}.md`, `---\n${'nonsense: 1\n'.repeat(1)}title: ${index}\n---\n`]),
    ),
  );
  const line = `"${process.execPath}" "${BIN}" check | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr, signal } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  expect(signal).toBeNull();
  expect(stdout).toMatch(/^postmortems\/0\.md:.*\n1\n$/);
  expect(stderr).toBe('');
});

test('help and version', async () => {
  const folder = temporaryFolder();
  const help = await hindsight(folder, '--help');
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toContain('hindsight serve');
  expect((await hindsight(folder, 'check', '--help')).stdout).toContain('--input');
  expect((await hindsight(folder, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await hindsight(folder)).code).toBe(2);
});
