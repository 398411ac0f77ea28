// How far promises have come: each figure counts what is known, and how much that is.
import { expect, test } from 'vitest';
import { flowOf } from '../../../src/core/tracker/flow.ts';
import { progressOf } from '../../../src/core/tracker/progress.ts';
import { AS_OF, action, archive, at, incident } from '../rows/archives.ts';

const milestones = { started: at('2024-11-02T10:00:00Z'), resolved: at('2024-11-02T12:00:00Z') };
const tracked = (...actionItems: ReturnType<typeof action>[]) => archive([incident({ id: 'a', milestones, actionItems })]).actions;
const open = (id: string, more = {}) => action({ id, ...more });
const done = (id: string, more = {}) => action({ id, status: 'done', ...more });

test('counts what is done, dropped, open and overdue', () => {
  const actions = tracked(
    open('AI-1', { due: '2024-11-21' }),
    open('AI-2', { due: AS_OF }),
    open('AI-3', { status: 'blocked' }),
    done('AI-4'),
    action({ id: 'AI-5', status: 'wont_do', due: '2024-01-01' }),
  );
  expect(progressOf(actions)).toMatchObject({ total: 5, done: 1, dropped: 1, open: 3, overdue: 1 });
});

test('on time is done on the due day or before; what has no due day, or no day of its end, is said and not counted', () => {
  const actions = tracked(
    done('AI-1', { due: '2024-11-10', completed: '2024-11-10' }),
    done('AI-2', { due: '2024-11-10', completed: '2024-11-11' }),
    done('AI-3', { due: '2024-11-10', completed: '2024-11-03', dueFrom: 'policy' }),
    done('AI-4', { completed: '2024-11-03' }),
    done('AI-5', { due: '2024-11-10' }),
    open('AI-6', { due: '2024-11-10' }),
    action({ id: 'AI-7', status: 'wont_do', due: '2024-11-10', completed: '2024-11-09' }),
  );
  expect(progressOf(actions).onTime).toEqual({ kept: 2, of: 3, withoutDue: 1, withoutCompleted: 1 });
});

test('the median age is that of open items whose age is known', () => {
  const ages = (...created: (string | undefined)[]) =>
    archive([
      incident({ id: 'a', actionItems: created.map((day, n) => action({ id: `AI-${n}`, ...(day !== undefined && { created: day }) })) }),
    ]);
  expect(progressOf(ages('2024-11-21', '2024-11-12', '2024-08-14').actions)).toMatchObject({ medianAgeDays: 10, aged: 3 });
  expect(progressOf(ages('2024-11-21', '2024-11-12', undefined).actions)).toMatchObject({ medianAgeDays: 5.5, aged: 2 });
  expect(progressOf(ages(undefined).actions)).not.toHaveProperty('medianAgeDays');
  expect(progressOf(tracked(done('AI-1', { completed: '2024-11-20' })))).toMatchObject({ aged: 0 });
});

test('an age that would be negative is none', () => {
  expect(progressOf(tracked(open('AI-1', { created: '2025-06-01' })))).toMatchObject({ medianAgeDays: 0 });
});

const items = (...given: [created: string | undefined, completed?: string][]) =>
  archive([
    incident({
      id: 'a',
      actionItems: given.map(([created, completed], n) =>
        action({
          id: `AI-${n}`,
          ...(created !== undefined && { created }),
          ...(completed !== undefined && { status: 'done' as const, completed }),
        }),
      ),
    }),
  ]).actions;

test('promised against finished, up to the month of the day, without a gap', () => {
  const flow = flowOf(
    items(
      ['2024-08-01', '2024-08-30'],
      ['2024-08-02'],
      ['2024-08-02'],
      ['2024-10-01', '2024-10-02'],
      ['2024-10-30'],
      ['2024-11-01'],
      ['2024-11-02', '2024-11-22'],
      ['2024-11-02'],
    ),
    AS_OF,
  );
  expect(flow).toEqual({
    months: [
      { month: '2024-08', promised: 3, finished: 1 },
      { month: '2024-09', promised: 3, finished: 1 },
      { month: '2024-10', promised: 5, finished: 2 },
      { month: '2024-11', promised: 8, finished: 3 },
    ],
    dated: 8,
    total: 8,
    asOf: AS_OF,
  });
});

test('the distance between the lines is what is open: an item that is not dated at both ends is in neither', () => {
  const dated = Array.from({ length: 8 }, (): [string] => ['2024-06-01']);
  const actions = [...items(...dated, [undefined]), ...tracked(done('AI-9'))];
  const { months, dated: counted, total } = flowOf(actions, AS_OF);
  expect(months.at(-1)).toEqual({ month: '2024-11', promised: 8, finished: 0 });
  expect([counted, total]).toEqual([8, 10]);
});

test('what was finished before the incident was over was promised by then, and no month shows more finished than promised', () => {
  const given = Array.from({ length: 8 }, (): [string, string] => ['2024-10-01', '2024-09-30']);
  const { months } = flowOf(items(...given), AS_OF);
  expect(months[0]).toEqual({ month: '2024-09', promised: 8, finished: 8 });
});

test('a day that lies ahead is counted in the month of the day the list is of', () => {
  const given = Array.from({ length: 8 }, (): [string] => ['2024-06-01']);
  const { months } = flowOf(items(...given, ['2031-01-01'], ['2024-07-01', '2030-01-01']), AS_OF);
  expect(months.at(-1)).toEqual({ month: '2024-11', promised: 10, finished: 1 });
});

test('too few items, or too short a time, are no course; long ones show their last two years', () => {
  const many = (count: number, day: string) => items(...Array.from({ length: count }, (): [string] => [day]));
  expect(flowOf(many(7, '2024-01-01'), AS_OF).months).toEqual([]);
  expect(flowOf(many(8, '2024-10-01'), AS_OF).months).toEqual([]);
  expect(flowOf([], AS_OF)).toEqual({ months: [], dated: 0, total: 0, asOf: AS_OF });
  const { months } = flowOf(many(9, '1999-12-31'), AS_OF);
  expect(months).toHaveLength(24);
  expect(months[0]).toEqual({ month: '2022-12', promised: 9, finished: 0 });
});
