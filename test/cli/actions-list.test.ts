// `hindsight actions list` and `hindsight digest`: the page's questions, asked in the terminal.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type QueryOptions, queryOf } from '../../src/cli/actions/query.ts';
import { selectActions } from '../../src/cli/actions/select.ts';
import { refuseListWords } from '../../src/cli/actions/stray-words.ts';
import { buildActionRows, itemsInOrder } from '../../src/core/tracker/build-rows.ts';
import { findActions, knownState } from '../../src/core/tracker/find.ts';
import { readTrackerState, writeTrackerState } from '../../src/core/tracker/state.ts';
import { tableOf } from '../../src/core/tracker/table.ts';
import { type LoadedArchive, loadArchive } from '../../src/site/load.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { AS_OF, ROOT } from '../site/build.ts';
import { hindsight } from './command.ts';

describe('options ask what the address of the page asks', () => {
  const QUESTIONS: readonly (readonly [QueryOptions, string])[] = [
    [{}, ''],
    [{ overdue: true, owner: ['ana,Bo Okafor'] }, '?view=overdue&owner=ana&owner=Bo+Okafor'],
    [{ owner: false }, '?view=no-owner'],
    [{ due: false, team: ['payments'] }, '?view=no-due&team=payments'],
    [{ blocked: true }, '?view=blocked'],
    [{ view: 'due-14', sort: '-age' }, '?view=due-14&sort=-age'],
    [{ status: ['in-progress', 'blocked'], type: ['prevention'] }, '?status=in_progress&status=blocked&type=prevent'],
    [{ dueAfter: '2026-01-31', dueBefore: '2026-03-01' }, '?due-from=2026-02-01&due-to=2026-02-28'],
    [{ olderThan: 90, text: 'load test' }, '?age-from=91&q=load+test'],
    [{ severity: ['sev1'], group: 'week' }, '?severity=sev1&group=week'],
  ];
  let archive: LoadedArchive['archive'];

  beforeAll(async () => {
    const loaded = await loadArchive({
      input: join(ROOT, 'postmortems'),
      config: join(ROOT, '_data', 'site.yaml'),
      asOf: AS_OF,
      allowErrors: false,
    });
    archive = loaded.archive;
  });

  test.each(QUESTIONS)('%j is %s', (options, address) => {
    const { state, views } = queryOf(options);
    const [view = 'everything'] = views;
    expect(writeTrackerState({ ...state, view })).toBe(writeTrackerState(readTrackerState(address)));
    const table = tableOf(buildActionRows(archive));
    const page = findActions(table, knownState(table, readTrackerState(address)), archive.asOf);
    const items = itemsInOrder(archive);
    expect(selectActions(archive, { state, views }).actions.map(({ item }) => item)).toEqual(page.rows.map((row) => items[row]?.item));
  });

  test('several views must all hold', () => {
    const { actions } = selectActions(archive, queryOf({ overdue: true, blocked: true }));
    expect(actions.length).toBeGreaterThan(0);
    for (const { item, overdueDays = 0 } of actions) expect([item.status, overdueDays > 0]).toEqual(['blocked', true]);
    const recurring = selectActions(archive, queryOf({ recurring: true })).actions;
    expect(recurring.map(({ item }) => item)).toEqual(
      selectActions(archive, queryOf({}))
        .actions.filter((action) => action.recurring !== undefined)
        .map(({ item }) => item),
    );
  });
});

const HEAD = '---\ntitle: Checkout errors\nstarted: 2026-11-16T14:02:00Z\nservices: [checkout]\n---\n\n## Action items\n\n';
const HOSTILE =
  '- [ ] =cmd() \\| \\[x\\](y) \\<b> 監視\u202e (@ana, P1, due 2026-11-20)\n- [x] Roll back (@bo, done 2026-11-17)\n- [ ] Buy a spare\n';
/** The last line on the standard error of a day in the past, where there is no git. */
const BY_DATES = 'The archive of 22 Nov 2026, by the dates in its files: the archive is not in a git repository.\n';

const archive = () =>
  temporaryFolder({
    'postmortems/2026-11-16-checkout.md': HEAD + HOSTILE,
    '_data/site.yaml': 'url: https://pm.example/archive\npeople: { ana: { name: "Ana *S*" }, cy: { name: Cy, team: payments } }\n',
  });

describe('formats', () => {
  const list = async (...words: string[]) => (await hindsight(archive(), 'actions', '--as-of', '2026-11-22', ...words)).stdout;

  test('a table for people, with a count of what it shows', async () => {
    const { stdout, stderr, code } = await hindsight(archive(), 'actions', '--overdue', '--as-of', '2026-11-22');
    expect(stdout).toBe(
      'ITEM                      DUE                   STATUS  PRIO  OWNER    ACTION\n' +
        '2026-11-16-checkout/AI-1  2026-11-20  2 d late  Open    P1    Ana *S*  =cmd() | [x](y) <b> 監視<U+202E>\n',
    );
    expect([stderr, code]).toEqual([`1 of 3 action items, 1 overdue, as of 2026-11-22.\n${BY_DATES}`, 0]);
  });

  test('CSV that no spreadsheet runs', async () => {
    expect(await list('--format', 'csv', '--owner', 'ana')).toContain(
      '"2026-11-16-checkout","AI-1","\'=cmd() | [x](y) <b> 監視\u202e","open"',
    );
  });

  test('JSON with the key that set takes', async () => {
    expect(JSON.parse(await list('--json', '--status', 'done'))).toMatchObject([
      {
        key: '2026-11-16-checkout/AI-2',
        file: 'postmortems/2026-11-16-checkout.md',
        url: 'https://pm.example/archive/incidents/2026-11-16-checkout/#ai-2',
      },
    ]);
    expect(JSON.parse(await list('--json', '--group', 'service'))).toMatchObject([
      { id: 'checkout', open: 2, overdue: 1, actions: [{}, {}, {}] },
    ]);
  });

  test('Markdown with links, and words that are words', async () => {
    expect(await list('--format', 'markdown', '--overdue')).toContain(
      '| [2026-11-16-checkout/AI-1](<https://pm.example/archive/incidents/2026-11-16-checkout/#ai-1>) | =cmd() \\| \\[x\\](y) \\<b\\> 監視\\<U+202E\\> | Ana \\*S\\* |',
    );
  });

  test('what cannot be is refused, and what nobody has is said', async () => {
    expect(await hindsight(archive(), 'actions', '--status', 'opn')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean open?'),
    });
    expect(await hindsight(archive(), 'actions', '--sort', 'agee')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean age?'),
    });
    expect(await hindsight(archive(), 'actions', '--group', 'owner', '--format', 'csv')).toMatchObject({ code: 2 });
    const nobody = await hindsight(archive(), 'actions', '--owner', 'cy', '--as-of', '2026-11-22');
    expect(nobody).toMatchObject({ code: 0, stdout: '' });
    expect(nobody.stderr).toBe(`No action item has owner "cy".\n0 of 3 action items, 0 overdue, as of 2026-11-22.\n${BY_DATES}`);
  });
});

describe('a name that nothing in the archive has', () => {
  const FILES = {
    'postmortems/2026-11-16-checkout.md': HEAD + HOSTILE,
    'postmortems/2026-11-17-mail.md': '---\ntitle: Mail\naliases: [old-mail]\nstarted: 2026-11-17T14:02:00Z\nservices: [mail]\n---\n',
    '_data/site.yaml':
      'people: { ana: { name: Ana }, cy: { name: Cy, team: payments } }\nservices: { values: [{ id: checkout, aliases: [till] }] }\nteams: { values: [{ id: search }] }\n',
  };
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-test-'));
  let loaded: LoadedArchive['archive'];

  beforeAll(async () => {
    writeFiles(folder, FILES);
    const paths = { input: join(folder, 'postmortems'), config: join(folder, '_data', 'site.yaml') };
    ({ archive: loaded } = await loadArchive({ ...paths, asOf: '2026-11-22', allowErrors: false }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const select = (options: QueryOptions) => selectActions(loaded, queryOf(options));

  test.each<[QueryOptions, string, string]>([
    [{ owner: ['anna'] }, 'no owner "anna"', 'Did you mean ana?'],
    [{ owner: ['ana,dan'] }, 'no owner "dan"', 'It knows ana, bo, cy.'],
    [{ team: ['payment'] }, 'no team "payment"', 'Did you mean payments?'],
    [{ service: ['chekout'] }, 'no service "chekout"', 'Did you mean checkout?'],
    [{ service: ['tll'] }, 'no service "tll"', 'Did you mean checkout?'],
    [{ service: ['pipes\u202e'] }, 'no service "pipes<U+202E>"', 'It knows checkout, mail.'],
    [{ severity: ['SEV9'] }, 'no severity "SEV9"', 'Did you mean SEV1?'],
    [{ tag: ['dns'] }, 'no tag "dns"', 'It names no tag at all.'],
    [{ incident: ['2026-11-16-chekout'] }, 'no incident "2026-11-16-chekout"', 'Did you mean 2026-11-16-checkout?'],
  ])('%j is wrong usage', (options, message, hint) => {
    expect(() => select(options)).toThrow(expect.objectContaining({ code: 'usage', message: `The archive knows ${message}.`, hint }));
  });

  test.each<[QueryOptions, number]>([
    [{ service: ['TILL'] }, 3],
    [{ service: ['mail'] }, 0],
    [{ team: ['search'] }, 0],
    [{ team: ['payments'] }, 0],
    [{ owner: ['Cy'] }, 0],
    [{ incident: ['old-mail'] }, 0],
    [{ severity: ['SEV1'] }, 0],
  ])('is not one that the configuration, an alias or an incident without promises has: %j', (options, count) => {
    expect(select(options).actions).toHaveLength(count);
  });

  test('ends with 2, of the list and of the digest', async () => {
    const stderr = 'error: The archive knows no team "nope".\n  It knows payments, search.\n';
    expect(await hindsight(folder, 'actions', '--team', 'nope')).toMatchObject({ code: 2, stdout: '', stderr });
    expect(await hindsight(folder, 'digest', '--team', 'nope')).toMatchObject({ code: 2, stdout: '', stderr });
    expect((await hindsight(folder, 'digest', '--service', 'till')).stdout).toMatch(/^# Action items of checkout, /);
  });

  test('is told beside those that there are, where it is a priority', () => {
    expect(select({ priority: ['high'] }).remarks).toEqual(['No action item has priority "high". They have P1.']);
  });
});

describe('a word that belongs to no option', () => {
  test.each([
    ['overdue', 'Did you mean --overdue?'],
    ['due14', 'Did you mean --view due-14?'],
    ['lsit', 'Did you mean hindsight actions list?'],
    ['wip', 'Did you mean --status in_progress?'],
    ['payments', 'What narrows the list are options, such as --team payments or --text "load test".'],
  ])('%s', (word, hint) => {
    expect(() => refuseListWords([word])).toThrow(expect.objectContaining({ code: 'usage', hint }));
  });

  test('ends with 2, of the list and of the digest', async () => {
    expect(await hindsight(archive(), 'actions', 'overdue')).toMatchObject({ code: 2, stdout: '' });
    expect(await hindsight(archive(), 'digest', 'payments')).toMatchObject({
      code: 2,
      stderr: 'error: "payments" belongs to no option.\n  What narrows the digest are options, such as --team payments or --since 7d.\n',
    });
  });
});

test('an owner called as what every object has is nobody else', async () => {
  const folder = temporaryFolder({ 'postmortems/2026-11-16-a.md': `${HEAD}- [ ] Alert on refusals (@constructor, due 2026-11-20)\n` });
  const [item] = JSON.parse((await hindsight(folder, 'actions', '--json')).stdout) as { owner: string; owner_name?: string }[];
  expect(item).toMatchObject({ owner: 'constructor' });
  expect(item?.owner_name).toBeUndefined();
  expect((await hindsight(folder, 'actions', '--as-of', '2026-11-22')).stdout).toMatch(/ constructor +Alert on refusals/);
  expect((await hindsight(folder, 'digest', '--as-of', '2026-11-22')).stdout).toContain('(2026-11-16-a/AI-1): constructor, due');
});

test('the digest of a week', async () => {
  const { stdout, code } = await hindsight(archive(), 'digest', '--as-of', '2026-11-22');
  expect(code).toBe(0);
  const link = (words: string, item: number) =>
    `[${words}](<https://pm.example/archive/incidents/2026-11-16-checkout/#ai-${item}>) (2026-11-16-checkout/AI-${item}`;
  const hostile = link('=cmd() \\| \\[x\\](y) \\<b\\> 監視\\<U+202E\\>', 1);
  expect(stdout).toBe(`# Action items, 16 Nov 2026 to 22 Nov 2026

2 open, 1 of them overdue (1 newly); 1 closed, 3 new.

History unavailable: the archive is not in a git repository. Closed goes by the day of completion in the files, new by the day of creation, \
else by that of the incident. What was re-dated or reassigned cannot be told.

## Newly overdue (1)

- ${hostile}, P1): Ana \\*S\\*, due 20 Nov 2026, 2 days late

## Due within 14 days

None.

## Closed (1)

- ${link('Roll back', 2)}): bo, done on 17 Nov 2026

## New (3)

- ${hostile}, P1): Ana \\*S\\*, since the incident, 16 Nov 2026, due 20 Nov 2026
- ${link('Buy a spare', 3)}): **nobody**, since the incident, 16 Nov 2026, **no due date**
- ${link('Roll back', 2)}): bo, since the incident, 16 Nov 2026, **no due date**

## Recurring promises still open

None.
`);
  const own = await hindsight(archive(), 'digest', '--owner', 'ana', '--since', '2026-11-20', '--as-of', '2026-11-22');
  expect(own.stdout).toContain(
    '# Action items of Ana \\*S\\*, 21 Nov 2026 to 22 Nov 2026\n\n1 open, 1 of them overdue (1 newly); 0 closed, 0 new.',
  );
  expect(await hindsight(archive(), 'digest', '--since', 'monday')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Write 7d, 2w, 1m'),
  });
});
