// What happened to promises in a stretch of time: each end of it, and what cannot be dated.
import { expect, test } from 'vitest';
import type { Ledger } from '../../../src/core/model/ledger.ts';
import { periodStart } from '../../../src/core/tracker/period.ts';
import { openRecurring, reviewOf } from '../../../src/core/tracker/review.ts';
import { action, archive, at, incident } from '../rows/archives.ts';

const milestones = { started: at('2024-11-16T10:00:00Z') };
const tracked = (...actionItems: ReturnType<typeof action>[]) => archive([incident({ id: 'a', milestones, actionItems })]).actions;
const ids = (actions: readonly { readonly item: { readonly id: string } }[]) => actions.map(({ item }) => item.id);
const NONE: Ledger = { isAvailable: false, reason: 'not asked for' };
/** `archive` is as of 2024-11-22. */
const WEEK = { after: '2024-11-15', asOf: '2024-11-22' };

test('overdue is what was due before the last day; newly so what was not overdue at the beginning', () => {
  const due = (id: string, day: string, more = {}) => action({ id, due: day, ...more });
  const review = reviewOf(
    tracked(
      due('AI-1', '2024-11-14'),
      due('AI-2', '2024-11-15'),
      due('AI-3', '2024-11-21', { status: 'blocked' }),
      due('AI-4', '2024-11-22'),
      due('AI-5', '2024-12-06'),
      due('AI-6', '2024-12-07'),
      due('AI-7', '2024-11-20', { status: 'done' }),
      action({ id: 'AI-8' }),
    ),
    WEEK,
    NONE,
  );
  expect(review).toMatchObject({ open: 7, overdue: 3 });
  expect(ids(review.newlyOverdue)).toEqual(['AI-2', 'AI-3']);
  expect(ids(review.dueSoon)).toEqual(['AI-4', 'AI-5']);
});

test('closed and new go by the days in the file, else by the incident; what has neither is counted', () => {
  const review = reviewOf(
    [
      ...tracked(
        action({ id: 'AI-1', status: 'done', completed: '2024-11-15', created: '2024-11-15' }),
        action({ id: 'AI-2', status: 'done', completed: '2024-11-16', created: '2024-11-16' }),
        action({ id: 'AI-3', status: 'done', completed: '2024-11-22' }),
        action({ id: 'AI-4', status: 'wont_do', created: '2024-11-23' }),
      ),
      ...archive([incident({ id: 'undated', milestones: {}, actionItems: [action({ id: 'AI-5' })] })]).actions,
    ],
    WEEK,
    NONE,
  );
  expect(review.closed.map(({ action: { item }, day, by }) => [item.id, day, by])).toEqual([
    ['AI-3', '2024-11-22', 'item'],
    ['AI-2', '2024-11-16', 'item'],
  ]);
  expect(review.promised.map(({ action: { item }, day, by }) => [item.id, day, by])).toEqual([
    ['AI-3', '2024-11-16', 'incident'],
    ['AI-2', '2024-11-16', 'item'],
  ]);
  expect(review.undated).toEqual({ closed: 1, promised: 1 });
});

test('of recurring promises those count that are open somewhere, and that are the asker’s', () => {
  const [first, second] = tracked(action({ id: 'AI-1' }), action({ id: 'AI-2', status: 'done' }));
  if (!first || !second) throw new Error('there are no items');
  const promise = (slug: string, ...actions: (typeof first)[]) => ({ slug, title: slug, reasons: [], tellings: [], actions });
  const all = [promise('open', first, second), promise('kept', second), promise('theirs', first)];
  const own = [{ ...second, recurring: 'open' }, { ...second, recurring: 'kept' }, first];
  expect(openRecurring(all, own).map(({ slug }) => slug)).toEqual(['open']);
});

test('a stretch of time in days, weeks, months, or since a day', () => {
  const start = (text: string, asOf = '2024-03-31', zone = 'Europe/Copenhagen') => periodStart(text, asOf, zone);
  expect(start('7d')).toBe('2024-03-24');
  expect(start('2w')).toBe('2024-03-17');
  expect(start('1m')).toBe('2024-02-29');
  expect(start('2024-03-01')).toBe('2024-03-01');
  // The clocks went forward on that day.
  expect(start('1d', '2024-04-01', 'America/Sao_Paulo')).toBe('2024-03-31');
  for (const wrong of ['', '7', 'd', '0d', '7y', '2024-02-30', '2024-03-31', '2024-04-01', '-7d']) expect(start(wrong)).toBeUndefined();
});
