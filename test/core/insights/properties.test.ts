// Whatever the archive and whatever is picked: figures add up, and the browser's are the build's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workOutInsights } from '../../../src/core/insights/figures.ts';
import { insightsOf } from '../../../src/core/insights/of-archive.ts';
import type { InsightsRows } from '../../../src/core/insights/rows.ts';
import type { InsightsFilter } from '../../../src/core/insights/select.ts';
import { readInsightsState, writeInsightsState } from '../../../src/core/insights/state.ts';
import { at, incident, largeArchive } from '../rows/archives.ts';
import { measured, metricArchive } from './metric-archive.ts';

const day = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2024-11-22'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc.constantFrom('a', 'b', 'c', 'd');

const someIncident = fc.record({
  day: fc.option(day),
  minutes: fc.option(fc.nat(100_000)),
  severity: fc.option(fc.constantFrom('SEV1', 'SEV2', 'odd')),
  causes: fc.uniqueArray(word),
  tags: fc.uniqueArray(word),
});

const someRows = fc.array(someIncident, { maxLength: 40 }).map((given): InsightsRows => {
  const incidents = given.map(({ day: began, minutes, severity, causes, tags }, n) =>
    incident({
      id: `i-${n}`,
      ...(severity !== null && { severity }),
      rootCauses: causes,
      tags,
      milestones: {
        ...(began !== null && { started: at(`${began}T00:00:00Z`) }),
        ...(began !== null &&
          minutes !== null && { resolved: at(new Date(Date.parse(began) + minutes * 60_000).toISOString().replace('.000', '')) }),
      },
    }),
  );
  return insightsOf(metricArchive(incidents)).rows;
});

const someFilter = fc
  .record({ from: fc.option(day), to: fc.option(day), severities: fc.uniqueArray(fc.constantFrom('SEV1', 'SEV2', 'odd', '')) })
  .map(({ from, to, severities }): InsightsFilter => ({ ...(from && { from }), ...(to && { to }), severities }));

describe('for any archive and any choice', () => {
  it('every incident picked is counted once in every chart, or among those of which it is not known', () => {
    fc.assert(
      fc.property(someRows, someFilter, (rows, filter) => {
        const { selection, lengths, months, rhythm } = workOutInsights(rows, filter);
        const n = selection.incidents.length;
        const dated = selection.incidents.filter((one) => one.day !== undefined).length;
        expect(selection.total).toBe(rows.incidents.length);
        expect(months.stretches.reduce((sum, { incidents }) => sum + incidents.length, months.earlier.length)).toBe(dated);
        expect(months.stretches.length).toBeLessThanOrEqual(48);
        expect(rhythm.weekdays.reduce((sum, { incidents }) => sum + incidents.length, 0)).toBe(dated);
        for (const { known, of, lanes } of lengths) {
          expect(of).toBe(n);
          expect(lanes.reduce((sum, lane) => sum + lane.lengths.length, 0)).toBe(known);
          for (const { lengths: own, median = 0, p85 = median } of lanes) {
            expect(own.map(({ seconds }) => seconds)).toEqual(own.map(({ seconds }) => seconds).sort((a, b) => a - b));
            expect(p85).toBeGreaterThanOrEqual(median);
          }
        }
      }),
    );
  });

  it('nothing outside the days and severities asked for is picked, and nothing within them is lost', () => {
    fc.assert(
      fc.property(someRows, someFilter, (rows, filter) => {
        const { incidents, undated } = workOutInsights(rows, filter).selection;
        const isPicked = (one: InsightsRows['incidents'][number]): boolean => {
          const label = one.severity === undefined ? '' : (rows.severities[one.severity]?.label ?? '');
          if (filter.severities.length > 0 && !filter.severities.includes(label)) return false;
          if (filter.from === undefined && filter.to === undefined) return true;
          if (one.day === undefined) return false;
          return !(filter.from !== undefined && one.day < filter.from) && !(filter.to !== undefined && one.day > filter.to);
        };
        expect(incidents.map(({ id }) => id)).toEqual(rows.incidents.filter(isPicked).map(({ id }) => id));
        expect(undated).toBeLessThanOrEqual(rows.incidents.length - incidents.length);
      }),
    );
  });

  it('the rows that went through a file give the same figures', () => {
    fc.assert(
      fc.property(someRows, someFilter, (rows, filter) => {
        const read = JSON.parse(JSON.stringify(rows)) as InsightsRows;
        expect(workOutInsights(read, filter)).toEqual(workOutInsights(rows, filter));
      }),
    );
  });
});

describe('what the URL asks for', () => {
  it('is written as it is read', () => {
    fc.assert(
      fc.property(someFilter, (filter) => {
        const read = readInsightsState(writeInsightsState(filter));
        const days = [filter.from, filter.to].filter((one) => one !== undefined);
        expect([read.from, read.to].filter((one) => one !== undefined).sort()).toEqual(days.sort());
        expect(read.severities).toEqual(filter.severities);
        expect(readInsightsState(writeInsightsState(read))).toEqual(read);
      }),
    );
  });

  it.each([
    ['?from=2024-02-30&to=yesterday', {}],
    ['?from=2024-05-01&to=2024-01-01', { from: '2024-01-01', to: '2024-05-01' }],
    ['?from=%3Cscript%3E&severity=', { severities: [''] }],
    [`?severity=${'x'.repeat(5000)}`, { severities: ['x'.repeat(300)] }],
  ])('%s is read without believing it', (search, expected) => {
    expect(readInsightsState(search)).toEqual({ severities: [], ...expected });
  });
});

it('10,000 incidents are counted to the last', () => {
  const { whole } = insightsOf(measured(largeArchive(10_000)));
  expect(whole.selection.incidents).toHaveLength(10_000);
  expect(whole.months.stretches.reduce((sum, { incidents }) => sum + incidents.length, whole.months.earlier.length)).toBe(10_000);
  expect(whole.services.recurring).toHaveLength(40);
});
