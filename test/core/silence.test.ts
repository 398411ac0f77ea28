// The longest stretch between two entries of a timeline.
import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../src/core/model/incident.ts';
import { longestSilence } from '../../src/core/silence.ts';
import { at } from './api/sample-archive.ts';

function entry(time?: string, until?: string): TimelineEntry {
  const text = { source: 'x', plain: 'x', html: 'x' };
  const on = (clock: string) => at(`2026-03-01T${clock}:00Z`, 'minute');
  return {
    ...(time !== undefined && { at: on(time) }),
    ...(until !== undefined && { until: on(until) }),
    text,
    kind: 'note',
    place: { line: 1 },
  };
}

function silence(entries: readonly TimelineEntry[], resolved?: string): string | undefined {
  const milestones = resolved === undefined ? {} : { resolved: at(`2026-03-01T${resolved}:00Z`, 'minute') };
  const found = longestSilence({ timeline: entries, milestones });
  return found && `${found.from.iso.slice(11, 16)} to ${found.to.iso.slice(11, 16)}, ${found.ms / 60_000} of ${found.entries}`;
}

test.each([
  ['the longest of two', [entry('10:00'), entry('10:20'), entry('11:30')], '10:20 to 11:30, 70 of 3'],
  ['the earlier of equals', [entry('10:00'), entry('10:20'), entry('10:40')], '10:00 to 10:20, 20 of 3'],
  ['in the order of times, not of lines', [entry('11:30'), entry('10:00'), entry('10:20')], '10:20 to 11:30, 70 of 3'],
  ['entries without a time say nothing of when', [entry('10:00'), entry(), entry('10:20'), entry('11:30')], '10:20 to 11:30, 70 of 3'],
  ['a range is no silence', [entry('10:00', '11:20'), entry('10:30'), entry('11:30')], '11:20 to 11:30, 10 of 3'],
  ['too few', [entry('10:00'), entry('11:30')], undefined],
  ['all at once', [entry('10:00'), entry('10:00'), entry('10:00')], undefined],
])('%s', (_, entries, expected) => {
  expect(silence(entries)).toBe(expected);
});

test('what follows the end does not count', () => {
  expect(silence([entry('10:00'), entry('10:20'), entry('10:30'), entry('18:00')], '10:30')).toBe('10:00 to 10:20, 20 of 3');
});
