// The columns of rows.json, and what a row of them says.
import { describe, expect, it } from 'vitest';
import { buildRows } from '../../../src/core/rows/build-rows.ts';
import { facetGroups } from '../../../src/core/rows/facet-groups.ts';
import { rowView } from '../../../src/core/rows/row-view.ts';
import { archive, incident, largeArchive, smallArchive, text } from './archives.ts';

const NB = '\u00a0';

describe('the rows of an archive', () => {
  const rows = buildRows(smallArchive());

  it('stand newest first, undated last', () => {
    expect(rows.ids).toEqual(['2024-11-19-certificate', '2024-06-18-pool', '2023-02-01-night', 'undated']);
  });

  it('give lengths only where both ends are known to the minute', () => {
    expect(rows.lasted).toEqual([100 * 60_000, 106 * 60_000, null, null]);
    expect(rows.detected).toEqual([56 * 60_000, 18 * 60_000, null, null]);
    expect(rows.estimated).toEqual([0, 3, 0, 0]);
  });

  it('count action items as of the day of the build', () => {
    expect([rows.openActions, rows.allActions, rows.overdueActions]).toEqual([
      [2, 1, 0, 0],
      [2, 3, 0, 0],
      [0, 1, 0, 0],
    ]);
  });

  it('name values as the indexes do, severities by rank, years newest first', () => {
    expect(rows.facets.severity.ids).toEqual(['SEV1', 'SEV2', 'SEV3']);
    expect(rows.facets.year.ids).toEqual(['2024', '2023']);
    expect(rows.facets.tag.ids[0]).toBe('certificates');
    expect(rows.facets.service.names).toContain('Checkout');
    expect(rows.facets.status.names).toEqual(['Published', 'Draft']);
    expect(rows.facets.tag.rows[2]).toEqual([]);
  });

  it('leave terms without an incident out of the facets', () => {
    expect(rows.facets.tag.ids).not.toContain('dns');
  });

  it('cut summaries to 200 characters without splitting one', () => {
    const [summary = ''] = buildRows(archive([incident({ id: 'a', summary: text(`${'x'.repeat(198)}\u{1f4a5}yy`) })])).summaries;
    expect(summary.length).toBeLessThanOrEqual(200);
    expect(encodeURIComponent(summary)).toContain('%E2%80%A6');
  });

  it('say in words what is known and what is not', () => {
    expect(rowView(rows, 1)).toEqual({
      id: '2024-06-18-pool',
      title: 'Connection pool exhausted by a slow export',
      severity: 'SEV2',
      services: 'Checkout, reports',
      status: 'published',
      started: { day: '2024-06-18', text: `18${NB}Jun${NB}2024` },
      lasted: `about 1${NB}h 46${NB}min`,
      detected: `about 18${NB}min`,
      actions: '1 of 3',
      openCount: 1,
      overdueCount: 1,
    });
    expect(rowView(rows, 3)).toEqual({
      id: 'undated',
      title: '<b>Undated</b>',
      services: '',
      status: 'published',
      actions: 'none',
      openCount: 0,
      overdueCount: 0,
    });
    expect(rowView(rows, 4)).toBeUndefined();
  });

  it('survive the way through JSON', () => {
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});

describe('the rail of the archive', () => {
  it('offers five values of each facet and says how many more there are', () => {
    const large = largeArchive(300);
    const groups = facetGroups(large, buildRows(large));
    expect(groups.map(({ facet, options, more }) => [facet, options.length, more])).toEqual([
      ['severity', 4, 0],
      ['year', 5, 5],
      ['service', 5, 35],
      ['team', 5, 10],
      ['cause', 5, 26],
      ['tag', 5, 55],
      ['status', 2, 0],
    ]);
  });

  it('counts incidents without a value as one more option', () => {
    const small = smallArchive();
    const groups = facetGroups(small, buildRows(small));
    expect(groups.find(({ facet }) => facet === 'tag')).toMatchObject({ options: { length: 4 }, more: 0 });
  });

  it('is empty for an empty archive', () => {
    const none = archive([]);
    expect(facetGroups(none, buildRows(none))).toEqual([]);
  });
});

it('of many services a row names the first few', () => {
  const services = Array.from({ length: 40 }, (_, index) => `service-${String(index).padStart(2, '0')}`);
  const told = (count: number) => {
    const rows = buildRows(archive([incident({ id: 'all-at-once', services: services.slice(0, count) })]));
    return rowView(rows, 0)?.services;
  };
  expect(told(7)).toBe('service-00, service-01, service-02, service-03, service-04, service-05, service-06');
  expect(told(40)).toBe('service-00, service-01, service-02, service-03, service-04, service-05 and 34 more');
});
