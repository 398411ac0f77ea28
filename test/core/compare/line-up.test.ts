// Incidents beside one another, counted from their detection: what lies on the axis, and what is said of what does not.
import { expect, test } from 'vitest';
import { laneOf, type Placed } from '../../../src/core/compare/line-up.ts';
import { readRecord } from '../../../src/core/compare/record.ts';
import { sayMilestones, sayOffAxis, sayOffset, saySilence, sayUnknown } from '../../../src/core/compare/say.ts';
import { entry, fileOf, on, recordFor, type Sample } from './records.ts';

const MINUTE = 60_000;
const WHOLE = { started: '10:00', detected: '10:20', acknowledged: '10:25', identified: '10:40', mitigated: '11:00', resolved: '12:00' };

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function placed(sample: Sample): Placed {
  const found = laneOf(recordFor(sample)).placed;
  if (found === undefined) throw new Error('it has no place on the axis');
  return found;
}

test('every moment is counted from detection', () => {
  const { stretch, milestones, isOpenEnded } = placed({ milestones: WHOLE });
  expect(stretch).toEqual({ from: -20 * MINUTE, to: 100 * MINUTE });
  expect(milestones.map(({ at }) => at / MINUTE)).toEqual([-20, 0, 5, 20, 40, 100]);
  expect(isOpenEnded).toBe(false);
});

test('another zone is the same moment', () => {
  const detected = { ...on('10:20'), iso: '2026-03-01T19:20:00+09:00' };
  const { zero } = placed({ more: { milestones: { detected }, timezone: 'Asia/Tokyo' } });
  expect(zero).toBe(on('10:20').epoch);
});

test('entries before it began and after it was over are counted, not drawn; those within stand in order of time', () => {
  const entries = [entry('08:00'), entry('10:50'), entry('10:20'), entry(), entry('12:00'), entry('15:00'), entry('16:00')];
  const lane = laneOf(recordFor({ milestones: WHOLE, entries }));
  expect(lane.placed?.marks.map(({ at }) => at / MINUTE)).toEqual([0, 30, 100]);
  expect(lane).toMatchObject({ timed: 6, untimed: 1, placed: { before: 1, after: 2 } });
  expect(sayOffAxis(lane)).toBe('Not on the axis: 1 entry before it began, 2 entries after it was over, 1 entry without a time of day.');
  expect(sayOffAxis(laneOf(recordFor({ milestones: WHOLE, entries: [entry('10:20')] })))).toBe('');
});

test('one whose end nobody wrote down reaches to its last entry, and says so', () => {
  const lane = laneOf(recordFor({ milestones: { started: '10:00', detected: '10:20' }, entries: [entry('10:20'), entry('11:10')] }));
  expect(lane.placed).toMatchObject({ isOpenEnded: true, stretch: { from: -20 * MINUTE, to: 50 * MINUTE }, after: 0 });
  expect(sayUnknown(lane)).toBe(
    'Not recorded: acknowledged, cause found, mitigated, resolved. Drawn up to the last time that was written down.',
  );
});

test('one whose start is not known to the minute does not look as if it was noticed at once', () => {
  const started = { ...on('10:00'), iso: '2026-02-20', precision: 'date' as const };
  const lane = laneOf(recordFor({ more: { milestones: { started, detected: on('10:20'), resolved: on('11:00') } } }));
  expect(lane.placed?.stretch.from).toBe(0);
  expect(sayUnknown(lane)).toContain('Known by the day only: started. How long it went unnoticed is not drawn.');
});

test('one whose detection has no time of day has no place, and its times are its own', () => {
  const entries = [entry('10:00'), entry('10:30'), entry('12:00')];
  const day = { ...on('10:20'), iso: '2026-03-01', precision: 'date' as const };
  for (const detected of [undefined, day]) {
    const milestones = { started: on('10:00'), ...(detected && { detected }) };
    const lane = laneOf(recordFor({ entries, more: { milestones } }));
    expect(lane.placed).toBeUndefined();
    expect(sayMilestones(lane)).toBe('');
    expect(plain(saySilence(lane))).toBe(
      'Longest stretch without an entry: 1 h 30 min, from 1 Mar 2026, 10:30 to 1 Mar 2026, 12:00, of 3 entries with a time.',
    );
    expect(sayUnknown(lane).includes('Known by the day only: detected.')).toBe(detected === day);
  }
});

test('the moments are said on both sides of detection; an estimate is said to be one', () => {
  expect(plain(sayMilestones(laneOf(recordFor({ milestones: WHOLE }))))).toBe(
    'Started 20 min before detection. After detection: acknowledged 5 min, cause found 20 min, mitigated 40 min, resolved 1 h 40 min.',
  );
  const estimated = recordFor({
    more: { approximate: ['started'], milestones: { started: on('10:00'), detected: on('10:20'), acknowledged: on('10:20') } },
  });
  expect(plain(sayMilestones(laneOf(estimated)))).toBe('Started about 20 min before detection. Acknowledged when it was detected.');
  expect(sayMilestones(laneOf(recordFor({ milestones: { detected: '10:20' } })))).toBe('Of its other moments no time of day is known.');
});

test.each([
  ['within', [entry('10:25'), entry('10:30'), entry('11:30'), entry('11:50')], 'from 10 min to 1 h 10 min after detection, of 4'],
  ['round detection', [entry('10:10'), entry('11:00'), entry('11:10')], 'from 10 min before detection to 40 min after it, of 3'],
  ['up to detection', [entry('10:00'), entry('10:20'), entry('10:25')], 'from 20 min before detection to detection, of 3'],
  ['from detection on', [entry('10:15'), entry('10:20'), entry('11:20')], 'from detection to 1 h after it, of 3'],
  ['before it', [entry('10:02'), entry('10:15'), entry('10:20')], 'from 18 min to 5 min before detection, of 3'],
] as const)('a silence %s', (_, entries, words) => {
  expect(plain(saySilence(laneOf(recordFor({ milestones: WHOLE, entries }))))).toContain(`${words} entries with a time.`);
});

test('a silence that began before the incident is drawn as far as the incident goes, and said whole', () => {
  const lane = laneOf(recordFor({ milestones: WHOLE, entries: [entry('06:00'), entry('10:30'), entry('11:30')] }));
  expect(lane.placed?.silence).toEqual({ from: -20 * MINUTE, to: 10 * MINUTE });
  expect(plain(saySilence(lane))).toContain('4 h 30 min, from 4 h 20 min before detection to 10 min after it');
});

test.each([
  ['no timeline', [], 'No timeline was written.'],
  ['too few', [entry('10:20'), entry()], '1 entry of its timeline has a time of day: too few to tell a stretch without one.'],
  ['without a time', [entry()], '0 entries of its timeline have a time of day: too few to tell a stretch without one.'],
  [
    'one moment',
    [entry('10:20'), entry('10:20'), entry('10:20')],
    'All of its 3 entries with a time stand at one moment, or after the end.',
  ],
])('what is said where no silence can be told: %s', (_, entries, words) => {
  expect(saySilence(laneOf(recordFor({ milestones: WHOLE, entries })))).toBe(words);
});

test('a distance from detection has its sign', () => {
  expect([-20, 0, 106].map((minutes) => plain(sayOffset(minutes * MINUTE)))).toEqual(['\u221220 min', '0', '+1 h 46 min']);
});

test('what is not the file of the incident is not read as one', () => {
  const file = fileOf({ entries: [entry('10:20')] });
  expect(readRecord(file, 'one')).toBeDefined();
  expect(readRecord(file, 'two')).toBeUndefined();
  for (const damaged of [
    null,
    'one',
    [],
    {},
    { ...file, timeline: undefined },
    { ...file, timeline: [null] },
    { ...file, similar: [{ id: 'x' }] },
  ]) {
    expect(readRecord(damaged, 'one')).toBeUndefined();
  }
});
