// The promises as OpenMetrics: valid whatever teams are called, and the figures those of the tracker.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeMetrics } from '../../../src/core/api/metrics.ts';
import { AS_OF, action, archive, incident, largeArchive, smallArchive } from '../rows/archives.ts';
import { readOpenMetrics } from './openmetrics-reader.ts';

const familyOf = (text: string, name: string) => readOpenMetrics(text).find((family) => family.name === name)?.samples ?? [];

test('the reader of these tests refuses what the format does', () => {
  const good = '# TYPE a gauge\n# HELP a What it is.\na{b="c\\"\\n\\\\"} 1\n# EOF\n';
  expect(readOpenMetrics(good)[0]?.samples).toEqual([{ labels: { b: 'c"\n\\' }, value: 1 }]);
  const bad = [
    good.replace('# EOF\n', ''),
    good.replace('# EOF\n', '# EOF'),
    good.replace('c\\"', 'c"'),
    good.replace('} 1', '}  1'),
    good.replace('} 1', '} one'),
    good.replace('a{b', 'other{b'),
    good.replace('} 1\n', '} 1\na{b="c\\"\\n\\\\"} 2\n'),
    good.replace('# HELP', '# TYPE'),
    good.replace('# EOF', '# UNIT a seconds\n# EOF'),
    good.replace('a gauge\n', 'a gauge\n# UNIT a seconds\n'),
  ];
  for (const text of bad) expect(() => readOpenMetrics(text), text).toThrow();
});

test('says the figures of the tracker by team, severity and priority', () => {
  const text = writeMetrics(smallArchive());
  expect(familyOf(text, 'hindsight_as_of_timestamp_seconds')).toEqual([{ labels: {}, value: Date.parse(AS_OF) / 1000 }]);
  const labels = { team: 'payments', severity: 'SEV3', priority: 'P1' };
  expect(familyOf(text, 'hindsight_action_items')).toContainEqual({ labels: { ...labels, status: 'open' }, value: 1 });
  expect(familyOf(text, 'hindsight_action_items_open')).toContainEqual({ labels, value: 1 });
  expect(familyOf(text, 'hindsight_action_items_overdue')).toContainEqual({
    labels: { team: '', severity: 'SEV2', priority: '' },
    value: 1,
  });
  expect(familyOf(text, 'hindsight_action_items_oldest_age_seconds')).toContainEqual({ labels, value: 3 * 86_400 });
  expect(familyOf(text, 'hindsight_action_items_earliest_due_timestamp_seconds')).toContainEqual({
    labels,
    value: Date.parse('2024-12-05') / 1000,
  });
  expect(familyOf(text, 'hindsight_incidents').map(({ labels: { severity }, value }) => [severity, value])).toEqual([
    ['', 1],
    ['SEV1', 1],
    ['SEV2', 1],
    ['SEV3', 1],
  ]);
});

test('every item is counted once, whatever is known of it', () => {
  const kb = largeArchive(300);
  const text = writeMetrics(kb);
  const sum = (name: string) => familyOf(text, name).reduce((total, { value }) => total + value, 0);
  expect(sum('hindsight_action_items')).toBe(kb.actions.length);
  expect(sum('hindsight_action_items_open')).toBe(kb.actions.filter(({ overdueDays }) => overdueDays !== undefined).length);
  expect(sum('hindsight_action_items_overdue')).toBe(kb.actions.filter(({ overdueDays = 0 }) => overdueDays > 0).length);
});

test('two spellings of a team are one series', () => {
  const items = [action({ id: 'AI-1', team: 'Data Base' }), action({ id: 'AI-2', team: 'data-base' })];
  const samples = familyOf(writeMetrics(archive([incident({ id: 'a', actionItems: items })])), 'hindsight_action_items_open');
  expect(samples).toEqual([{ labels: { team: 'Data Base', severity: '', priority: '' }, value: 2 }]);
});

test('an archive without promises is valid too', () => {
  expect(readOpenMetrics(writeMetrics(archive([]))).map(({ name }) => name)).toContain('hindsight_action_items_overdue');
});

test('labels are escaped, whatever they hold, and come back as they were', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom('"} 1\n# EOF\n', '\\', '\\n', '障害', 'a",team="b'),
  );
  fc.assert(
    fc.property(hostile, hostile, (team, priority) => {
      const item = action({ id: 'AI-1', team, priority });
      const [sample] = familyOf(writeMetrics(archive([incident({ id: 'a', actionItems: [item] })])), 'hindsight_action_items_open');
      const readable = (value: string) => value.replace(/(?!\n)[\p{Cs}\p{Cc}]/gu, '\ufffd');
      expect(sample?.labels).toEqual({ team: readable(team), severity: '', priority: readable(priority) });
    }),
    { numRuns: 300 },
  );
});

test('the same archive gives the same bytes, in whatever order its files were read', () => {
  const given = [
    incident({ id: 'a', severity: 'SEV2', actionItems: [action({ id: 'AI-1', team: 'b' })] }),
    incident({ id: 'b', severity: 'SEV1' }),
  ];
  expect(writeMetrics(archive(given))).toBe(writeMetrics(archive([...given].reverse())));
});

const promtool = hasPromtool();

test.skipIf(!promtool)(`promtool finds nothing to say${promtool ? '' : ' (not asked: it is not installed)'}`, () => {
  const item = action({ id: 'AI-1', team: 'a"\\\n b', priority: '</x>' });
  for (const kb of [smallArchive(), archive([]), archive([incident({ id: 'a', actionItems: [item] })])]) {
    expect(execFileSync('promtool', ['check', 'metrics'], { input: writeMetrics(kb), encoding: 'utf8', stdio: 'pipe' })).toBe('');
  }
});

function hasPromtool(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
