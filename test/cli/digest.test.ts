// `hindsight digest` over real git repositories: what was committed in a stretch of time, whatever the days in the files say.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitRepository } from '../io/git-repository.ts';
import { temporaryFolder, writeFiles } from '../io/temporary.ts';
import { hindsight } from './command.ts';

const NAME = 'postmortems/2026-10-05-checkout.md';
const file = (...items: string[]): string =>
  `---\ntitle: Checkout errors\nid: checkout\nstarted: 2026-10-05T14:02:00Z\n---\n\n## Action items\n\n${items.map((item) => `- ${item}\n`).join('')}`;

async function sectionsOf(folder: string, ...args: string[]): Promise<Record<string, string[]>> {
  const { stdout, code } = await hindsight(folder, 'digest', '--as-of', '2026-11-22', ...args);
  expect(code).toBe(0);
  const parts = stdout.split(/\n## /);
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...lines] = part.trim().split('\n');
      return [name.replace(/ \(\d+\)$/, ''), lines.filter((line) => line !== '' && line !== 'None.')];
    }),
  );
}

test('closed, new, late, re-dated, reassigned and opened again are what was committed in that time', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  commit('2026-10-06', {
    [NAME]: file(
      '[ ] Alert on refusals (@bo, due 2026-11-12)',
      '[ ] Rotate the keys (@bo, due 2026-12-01)',
      '[x] Drill the failover (@bo, due 2026-10-20, done 2026-10-20)',
      '[ ] Warm the cache (@bo, due 2026-11-01)',
    ),
  });
  commit('2026-11-10', {
    [NAME]: file(
      '[ ] Alert on refusals (@bo, due 2026-11-14)',
      '[ ] Rotate the keys (@bo, due 2026-12-01)',
      '[x] Drill the failover (@bo, due 2026-10-20, done 2026-10-20)',
      '[ ] Warm the cache (@bo, due 2026-11-01)',
    ),
  });
  git('mv', NAME, 'postmortems/2026-10-05-refused.md');
  commit('2026-11-17');
  // Written down late: done on the 3rd, which no digest before has told.
  commit('2026-11-18', {
    'postmortems/2026-10-05-refused.md': file(
      '[ ] Alert on refusals (@bo, due 2026-11-28)',
      '[ ] Rotate the keys (@ana, due 2026-11-05)',
      '[ ] Drill the failover (@bo, due 2026-10-20)',
      '[x] Warm the cache (@bo, due 2026-11-01, done 2026-11-03)',
      '[ ] Page the right team (@bo)',
    ),
  });
  const { 'Newly overdue': late, Closed, New, 'Re-dated': redated, Reassigned, 'Opened again': again } = await sectionsOf(folder);
  expect(late).toEqual([
    '- Drill the failover (checkout/AI-3): bo, due 20 Oct 2026, 33 days late',
    '- Rotate the keys (checkout/AI-2): ana, due 5 Nov 2026, 17 days late',
  ]);
  expect(Closed).toEqual(['- Warm the cache (checkout/AI-4): bo, done on 3 Nov 2026, recorded on 18 Nov 2026']);
  expect(New).toEqual(['- Page the right team (checkout/AI-5): bo, recorded on 18 Nov 2026, **no due date**']);
  expect(redated).toEqual([
    '- Rotate the keys (checkout/AI-2): ana, from 1 Dec 2026 to 5 Nov 2026, 26 days earlier',
    '- Alert on refusals (checkout/AI-1): bo, from 14 Nov 2026 to 28 Nov 2026, 14 days later; put off 2 times by now, 16 days in all',
  ]);
  expect(Reassigned).toEqual(['- Rotate the keys (checkout/AI-2): from bo to ana']);
  expect(again).toEqual(['- Drill the failover (checkout/AI-3): bo, opened again on 18 Nov 2026']);

  const byFiles = await sectionsOf(folder, '--no-history');
  expect(byFiles.Closed).toEqual([]);
  expect(byFiles['Newly overdue']).toEqual([]);
  expect(byFiles['Re-dated']).toBeUndefined();
});

test('what came with the first commit of the archive goes by its files; what is not committed is counted', async () => {
  const { folder, commit } = gitRepository(temporaryFolder());
  commit('2026-11-20', { [NAME]: file('[ ] Alert on refusals (@bo, due 2026-10-12)', '[x] Rotate the keys (@bo, done 2026-11-19)') });
  const { New, Closed, 'Newly overdue': late } = await sectionsOf(folder);
  expect([New, late]).toEqual([[], []]);
  expect(Closed).toEqual(['- Rotate the keys (checkout/AI-2): bo, done on 19 Nov 2026']);
  commit('2026-11-21', { 'postmortems/2026-11-01-b.md': file('[ ] Drill the failover').replace('id: checkout\n', '') });
  expect((await sectionsOf(folder)).New).toEqual([
    '- Drill the failover (2026-11-01-b/AI-1): **nobody**, recorded on 21 Nov 2026, **no due date**',
  ]);
  writeFiles(folder, { [NAME]: file('[x] Alert on refusals (@bo, due 2026-10-12)', '[x] Rotate the keys (@bo, done 2026-11-19)') });
  // Of a day that is over they are no part: only of the one that is not.
  expect((await hindsight(folder, 'digest', '--as-of', '2026-11-22')).stdout).not.toContain('other than in the last commit');
  const { stdout } = await hindsight(folder, 'digest', '--since', '2026-11-15');
  expect(stdout).toContain('in this time. 1 item is other than in the last commit; that goes by the days in the files.');
  expect(stdout).toContain('1 more item is closed on a day that nobody wrote down');
});

test('a shallow clone is no history, and the digest says so', async () => {
  const { folder, commit, git } = gitRepository(temporaryFolder());
  commit('2026-10-06', { [NAME]: file('[ ] Alert on refusals (due 2026-11-12)') });
  commit('2026-11-18', { [NAME]: file('[ ] Alert on refusals (due 2026-11-30)') });
  const clone = join(temporaryFolder(), 'clone');
  git('clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
  const { stdout } = await hindsight(clone, 'digest', '--as-of', '2026-11-22');
  expect(stdout).toContain('History unavailable: the git clone is shallow. Closed goes by the day of completion in the files');
  expect(stdout).not.toContain('Re-dated');
});
