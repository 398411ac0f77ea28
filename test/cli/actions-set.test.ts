// `hindsight actions set`: one item is changed, or nothing is.
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../io/temporary.ts';
import { hindsight, start } from './command.ts';

const HEAD = '---\ntitle: Checkout errors\nstarted: 2026-11-20T14:02:00Z\nresolved: 2026-11-20T15:02:00Z\n---\n\n';
const ITEMS = '## Action items\n\n- [ ] Alert on refusals (@ana, P1, due 2026-12-15) \n- [x] Roll back (done 2026-11-20)\n';
const FILE = 'postmortems/2026-11-20-checkout.md';

const archive = (text = HEAD + ITEMS): string => temporaryFolder({ [FILE]: text });
const set = (folder: string, ...words: string[]) => hindsight(folder, 'actions', 'set', ...words);
const textIn = (folder: string): string => readFileSync(join(folder, FILE), 'utf8');

test('says what it has changed, and changes it', async () => {
  const folder = archive();
  const done = await set(folder, '2026-11-20-checkout/AI-1', 'status=done', 'completed=2026-11-22', 'evidence=https://git.example/pull/7');
  expect(done.code).toBe(0);
  expect(done.stdout).toBe(
    `${FILE}:9  2026-11-20-checkout/AI-1  status open → done, completed none → 2026-11-22, evidence none → https://git.example/pull/7\n`,
  );
  const line = '- [x] Alert on refusals (@ana, P1, due 2026-12-15, done 2026-11-22, evidence: https://git.example/pull/7) \n';
  expect(textIn(folder)).toBe((HEAD + ITEMS).replace(/- \[ \].*\n/, line));
  expect(readdirSync(join(folder, 'postmortems'))).toEqual(['2026-11-20-checkout.md']);

  const again = await set(folder, '2026-11-20-checkout/ai-1', 'status=done');
  expect(again).toMatchObject({ code: 0, stdout: '', stderr: 'Nothing to change: 2026-11-20-checkout/AI-1 says so already.\n' });
});

test('a title with a link in it is not said to have changed for a mark beside it', async () => {
  const folder = archive(
    `${HEAD}## Action items\n\n| ID | Action | Status |\n|---|---|---|\n| AI-1 | Read [the log](https://a.example) | open |\n`,
  );
  const given = await set(folder, '2026-11-20-checkout/AI-1', 'evidence=https://git.example/pull/7');
  expect(given.stdout).toBe(`${FILE}:11  2026-11-20-checkout/AI-1  evidence none → https://git.example/pull/7\n`);
});

test('--json for programs, and what is to be warned of', async () => {
  const folder = archive();
  const done = await set(folder, '2026-11-20-checkout/1', 'status=done', '--json');
  expect(JSON.parse(done.stdout)).toEqual({ key: '2026-11-20-checkout/AI-1', file: FILE, line: 9, changed: { status: ['open', 'done'] } });
  expect(done.stderr).toBe('warning: Action item AI-1 ("Alert on refusals") is done, but not since when. Give the day as "completed".\n');
});

describe('what the checks would refuse is not written', () => {
  test.each([
    [['completed=2026-11-01', 'created=2026-11-20', 'status=done'], 'error completed-before-created'],
    [['status=open'], 'Take that out as well: completed='],
    [['id=AI-1'], '"id" of AI-2 cannot be written'],
  ])('%s', async (changes, message) => {
    const folder = archive();
    const refused = await set(folder, '2026-11-20-checkout/AI-2', ...changes);
    expect(refused).toMatchObject({ code: 1, stderr: 'Nothing was written.\n' });
    expect(refused.stdout).toContain(message);
    expect(refused.stdout).toMatch(/^postmortems\/2026-11-20-checkout\.md:10:1 error /);
    expect(textIn(folder)).toBe(HEAD + ITEMS);
  });
});

describe('wrong words are told with what was meant', () => {
  test.each([
    ['2026-11-20-checkout/AI-1', 'statsu=done', 'Did you mean "status"?'],
    ['2026-11-20-checkout/AI-1', 'assignee=bo', 'Did you mean "owner"?'],
    ['2026-11-20-checkout/AI-1', 'status=don', 'Did you mean "done"?'],
    ['2026-11-20-checkout/AI-1', 'due=2026-02-30', 'February 2026 has 28 days'],
    ['2026-11-20-checkout/AI-1', 'ticket=javascript:alert(1)', 'must not lead to "javascript:"'],
    ['2026-11-20-checkout/AI-1', 'evidence=htp://git.example', 'must not lead to "htp:"'],
    ['2026-11-20-checkout/AI-1', 'owner=a\u202eb', 'invisible character U+202E'],
    ['2026-11-20-checkout/AI-1', 'title=', 'cannot be without a title'],
    ['2026-11-20-checkout/AI-1', 'id=', 'An id is not taken out'],
    ['2026-11-20-checkout/AI-1', 'soon', 'Write FIELD=VALUE'],
    ['2026-11-20-checkout/AI-1', 'done', 'Did you mean status=done?'],
    ['2026-11-20-checkout/AI-1', 'owner Bo', 'Did you mean owner=Bo?'],
    ['2026-11-20-checkout/AI-1', 'status=done,completed=2026-11-22', 'Write each change as a word of its own'],
    ['2026-11-20-checkout', 'AI-1 status=done', 'Did you mean 2026-11-20-checkout/AI-1?'],
    ['2026-11-20-checkout#ai-1', 'status=done', 'Did you mean 2026-11-20-checkout/AI-1?'],
    ['https://pm.example/incidents/2026-11-20-checkout/#ai-2', 'status=done', 'Did you mean 2026-11-20-checkout/AI-2?'],
    ['postmortems/2026-11-20-checkout.md/AI-1', 'status=done', 'Did you mean 2026-11-20-checkout?'],
    ['2026-11-20-chekout/AI-1', 'status=done', 'Did you mean 2026-11-20-checkout?'],
    ['checkout/AI-1', 'status=done', 'Did you mean 2026-11-20-checkout?'],
    ['2026-11-20-checkout/AI-3', 'status=done', 'It has AI-1 (line 9), AI-2 (line 10).'],
    ['2026-11-20-checkout', 'status=done', 'Write INCIDENT/ITEM'],
  ])('%s %s', async (item, change, message) => {
    const folder = archive();
    const wrong = await set(folder, item, ...change.split(' '));
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain(message);
    expect(textIn(folder)).toBe(HEAD + ITEMS);
  });
});

test('an incident that is in no page can be edited; one whose fields are wrong says so', async () => {
  const folder = archive(HEAD.replace('title:', 'visibility: restricted\ntitle:') + ITEMS);
  expect(await set(folder, '2026-11-20-checkout/AI-1', 'owner=bo')).toMatchObject({ code: 0 });
  expect(textIn(folder)).toContain('(@bo, P1, due 2026-12-15)');
  const broken = archive('---\ntitle: x\nstarted: 2026-11-20\naction_items: [{ titel: a }]\n---\n');
  const refused = await set(broken, '2026-11-20-checkout/AI-1', 'owner=bo');
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain('It has none that could be read');
});

test('of two items with one id none is changed: nobody can tell which is meant', async () => {
  const text = `${HEAD}## Action items\n\n- [ ] AI-4: Alert on refusals\n- [ ] ai-4: Roll back\n- [ ] Third\n`;
  const folder = archive(text);
  const wrong = await set(folder, '2026-11-20-checkout/AI-4', 'owner=bo');
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('has several action items AI-4.');
  expect(wrong.stderr).toContain('They stand on the lines 9 and 10.');
  expect(textIn(folder)).toBe(text);
});

test('two at once: each keeps what the other has written', async () => {
  const folder = archive();
  const both = await Promise.all([
    set(folder, '2026-11-20-checkout/AI-1', 'priority=P3'),
    set(folder, '2026-11-20-checkout/AI-2', 'owner=bo'),
    set(folder, '2026-11-20-checkout/AI-1', 'due=2027-01-15'),
  ]);
  expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(textIn(folder)).toContain('(@ana, P3, due 2027-01-15) \n- [x] Roll back (done 2026-11-20, @bo)\n');
  expect(readdirSync(join(folder, 'postmortems'))).toEqual(['2026-11-20-checkout.md']);
});

test('a protected file is not replaced by another', async () => {
  const folder = archive();
  chmodSync(join(folder, FILE), 0o444);
  chmodSync(join(folder, 'postmortems'), 0o777);
  chmodSync(folder, 0o755);
  // Root may write everywhere; then the command is run as a user who may not.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const refused = await start(['actions', 'set', '2026-11-20-checkout/AI-1', 'owner=bo'], { cwd: folder, ...user }).done;
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  expect(refused.stderr).toContain('No permission for');
  expect(textIn(folder)).toBe(HEAD + ITEMS);
});
