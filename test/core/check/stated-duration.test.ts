// How long an incident lasted, as far as a text says so in so many words.
import { describe, expect, test } from 'vitest';
import { findStatedDurations } from '../../../src/core/check/stated-duration.ts';
import { inTime } from '../../processor-time.ts';

const MINUTE = 60_000;

function found(text: string): string[] {
  return findStatedDurations(text).map(({ ms, slack, isPart, bound }) =>
    [`${ms / MINUTE} min`, `give or take ${Math.round(slack / MINUTE)}`, ...(isPart ? ['a part'] : []), ...(bound ? [bound] : [])].join(
      ', ',
    ),
  );
}

describe('the length of the whole', () => {
  test.each([
    ['Duration: 14 hours', '840 min, give or take 84'],
    ['**Duration**: 2h 5m', '125 min, give or take 5'],
    ['- Duration: ~90 min', '90 min, give or take 23'],
    ['| Total duration (UTC) | 47 minutes |', '47 min, give or take 5'],
    ['The outage lasted about three hours.', '180 min, give or take 90'],
    ['The whole incident lasted for\n1h 37m (97 minutes).', '97 min, give or take 3'],
    ['The incident lasted for over 2 hours.', '120 min, give or take 60, at least'],
    ['The disruption lasted less than 1 day.', '1440 min, give or take 1440, at most'],
    ['Outage duration was 1.5 hours.', '90 min, give or take 30'],
    ['The total outage was 5 hours and 20 minutes.', '320 min, give or take 10'],
    ['Duration: 2 hours\nTime to detect: 5 minutes', '120 min, give or take 60'],
    ['Duration: 2 hours. Checkout failed for 5 minutes more.', '120 min, give or take 60'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('a length that may be of a part', () => {
  test.each([
    ['a 47-minute outage', '47 min, give or take 5, a part'],
    ['two hours of downtime', '120 min, give or take 60, a part'],
    ['checkout was down for 20 minutes', '20 min, give or take 5, a part'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe('no length of the incident', () => {
  test.each([
    'The first outage lasted 5 minutes.',
    'The failover lasted 5 minutes.',
    'The outage lasted 45 minutes for EU customers and 60 minutes for the rest.',
    'Monitoring was down for two days before the incident.',
    'The monitoring system was down for two days.',
    'A replica was down for two days.',
    'The service was down for 20 minutes before the incident.',
    'Each 20-minute outage',
    'no 30 minute outage',
    'The outage lasted up to 4 hours.',
    'The outage lasted between 2 and 3 hours.',
    'Tokens are valid for 24 hours; the outage began at 14:02.',
    'We took 3 hours to find it.',
    'Duration: January 15, 2024, 2:00 PM to January 16, 2024, 4:00 AM',
    'Retention is 30 days. Downtime: none.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('says where it stands', () => {
  expect(findStatedDurations('Yes. **Duration**: 2 hours').map(({ offset, text }) => [offset, text])).toEqual([]);
  expect(findStatedDurations('Yes.\n**Duration**: 2 hours').map(({ offset, text }) => [offset, text])).toEqual([[19, '2 hours']]);
});

test('long texts take no longer than their length', async () => {
  await inTime(4000, () => {
    for (const piece of ['Duration: ', 'Duration: 1 h ', 'the outage lasted ', '1 h 2 m ', '| Duration |', '- '])
      findStatedDurations(piece.repeat(20_000));
  });
});
