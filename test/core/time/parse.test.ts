// Reading times: what is accepted, what each refusal says, and the hours that a zone skips or has twice.
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { inZone, parseDay, parseTimestamp } from '../../../src/core/time/parse.ts';

function read(text: string, zone = 'UTC') {
  const result = parseTimestamp(text, zone);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

function problem(text: string, zone = 'UTC'): string {
  const result = parseTimestamp(text, zone);
  return 'problem' in result ? result.problem : `read as ${result.timestamp.iso}`;
}

describe('parseTimestamp', () => {
  it.each([
    ['2026-11-20T14:02:00+01:00', 'UTC', '2026-11-20T14:02:00+01:00', 'UTC+1', 'second'],
    ['2026-11-20T14:02:00+01:00', 'Europe/Copenhagen', '2026-11-20T14:02:00+01:00', 'Europe/Copenhagen', 'second'],
    ['2026-11-20T14:02:00+05:30', 'Europe/Copenhagen', '2026-11-20T14:02:00+05:30', 'UTC+5:30', 'second'],
    ['2026-11-20 14:02', 'Europe/Copenhagen', '2026-11-20T14:02:00+01:00', 'Europe/Copenhagen', 'minute'],
    ['2026-07-20 14:02', 'Europe/Copenhagen', '2026-07-20T14:02:00+02:00', 'Europe/Copenhagen', 'minute'],
    ['2026-11-20T14:02Z', 'UTC', '2026-11-20T14:02:00Z', 'UTC', 'minute'],
    ['2026-11-20T14:02:07.123Z', 'UTC', '2026-11-20T14:02:07Z', 'UTC', 'second'],
    ['2026-11-20 14:02 UTC', 'UTC', '2026-11-20T14:02:00Z', 'UTC', 'minute'],
    ['2026-11-20T14:02-0330', 'UTC', '2026-11-20T14:02:00-03:30', 'UTC-3:30', 'minute'],
    ['2026-11-20', 'Europe/Copenhagen', '2026-11-20', 'Europe/Copenhagen', 'date'],
    ['2026-11-20T14:02', 'UTC+2', '2026-11-20T14:02:00+02:00', 'UTC+2', 'minute'],
    ['0024-02-29', 'UTC', '0024-02-29', 'UTC', 'date'],
  ])('reads %s in %s', (text, zone, iso, named, precision) => {
    const { timestamp, note } = read(text, zone);
    expect(timestamp).toMatchObject({ iso, zone: named, precision, approximate: false });
    expect(note).toBeUndefined();
    if (precision !== 'date') expect(timestamp.epoch).toBe(DateTime.fromISO(iso, { setZone: true }).toMillis());
  });

  it('takes a day for its first moment in the zone', () => {
    expect(read('2026-11-20', 'Europe/Copenhagen').timestamp.epoch).toBe(Date.UTC(2026, 10, 19, 23));
    // In Beirut the clocks went from midnight to one o'clock.
    expect(read('2022-03-27', 'Asia/Beirut')).toMatchObject({ timestamp: { iso: '2022-03-27', epoch: Date.UTC(2022, 2, 26, 22) } });
  });

  it('says when the clocks jump over a time', () => {
    expect(read('2024-03-10T02:30', 'America/New_York')).toMatchObject({
      note: 'skipped',
      timestamp: { iso: '2024-03-10T03:30:00-04:00' },
    });
    expect(read('2024-03-31 02:00', 'Europe/Copenhagen')).toMatchObject({ note: 'skipped' });
    expect(read('2024-03-31 03:00', 'Europe/Copenhagen').note).toBeUndefined();
    expect(read('2024-03-31 01:59', 'Europe/Copenhagen').note).toBeUndefined();
  });

  it('says when the clocks show a time twice, and takes the first', () => {
    expect(read('2024-11-03T01:30', 'America/New_York')).toMatchObject({
      note: 'ambiguous',
      timestamp: { iso: '2024-11-03T01:30:00-04:00' },
    });
    expect(read('2024-11-03T02:00', 'America/New_York').note).toBeUndefined();
    expect(read('2024-11-03T01:30-05:00', 'America/New_York')).toMatchObject({ timestamp: { iso: '2024-11-03T01:30:00-05:00' } });
    expect(read('2024-04-07 01:45', 'Australia/Lord_Howe').note).toBe('ambiguous');
  });

  it.each([
    ['2024-02-30', 'UTC'],
    ['2023-02-29T10:00', 'UTC'],
    ['2024-13-01', 'UTC'],
    ['2024-01-15T25:00', 'UTC'],
    ['2024-01-15T24:00', 'UTC'],
    ['2024-01-15T10:60', 'UTC'],
    ['2024-01-15T10:00:60', 'UTC'],
    ['2024-01-15T10:00+25:00', 'UTC'],
    ['2024-01-15T10:00+01:99', 'UTC'],
    ['2024-01-15T10:00', 'Europe/Copenhaagen'],
    ['22025-01-15', 'UTC'],
    ['2024-1-5', 'UTC'],
    ['0000-01-01', 'UTC'],
    ['yesterday', 'UTC'],
    ['', 'UTC'],
    ['2024-W03-1', 'UTC'],
    ['15/01/2024', 'UTC'],
  ])('says what is wrong with %s in %s', (text, zone) => {
    expect(problem(text, zone)).toMatchSnapshot();
  });

  it('keeps messages short and never throws, whatever the text', () => {
    expect(problem('9'.repeat(100_000)).length).toBeLessThan(250);
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, zone) => void parseTimestamp(text, zone)));
  });

  it('agrees with luxon about every moment in every zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Copenhagen',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    );
    const minutes = fc.integer({ min: 0, max: 29_500_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const moment = DateTime.fromMillis(minute * 60_000, { zone });
        const { timestamp, note } = read(moment.toFormat("yyyy-MM-dd'T'HH:mm"), zone);
        expect(note).not.toBe('skipped');
        if (note === undefined) expect(timestamp.epoch).toBe(moment.toMillis());
        expect(timestamp.iso.slice(0, 16)).toBe(moment.toFormat("yyyy-MM-dd'T'HH:mm"));
        expect(DateTime.fromISO(timestamp.iso).toMillis()).toBe(timestamp.epoch);
      }),
    );
  });
});

describe('inZone', () => {
  it('moves the clock and keeps the moment', () => {
    const { timestamp } = read('2026-07-01T12:00Z');
    const moved = inZone({ ...timestamp, approximate: true }, 'Europe/Copenhagen');
    expect(moved).toEqual({ ...timestamp, iso: '2026-07-01T14:00:00+02:00', zone: 'Europe/Copenhagen', approximate: true });
  });

  it('leaves days alone, and times a four-digit year could not hold', () => {
    const day = read('2026-07-01').timestamp;
    expect(inZone(day, 'Asia/Tokyo')).toBe(day);
    const last = read('9999-12-31T23:00Z').timestamp;
    expect(inZone(last, 'Asia/Tokyo')).toBe(last);
  });
});

describe('parseDay', () => {
  it('reads a day', () => expect(parseDay(' 2024-02-29 ')).toEqual({ day: '2024-02-29' }));

  it.each(['2024-02-30', '2024-02-29T10:00', 'soon'])('says what is wrong with %s', (text) => {
    expect(parseDay(text)).toMatchSnapshot();
  });
});
