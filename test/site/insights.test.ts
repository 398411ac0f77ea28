// The insights of the archive that ships, worked out once more from its published facts in other ways: every number the page prints is one of these.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { words } from '../includes/render.ts';
import { AS_OF, build, folderOfFile, ROOT } from './build.ts';
import { readFiles } from './files.ts';

interface Facts {
  readonly id: string;
  readonly title: string;
  readonly severity?: string;
  readonly started?: string;
  readonly metrics_seconds: Readonly<Record<string, number>>;
  readonly root_causes: readonly string[];
  readonly services: readonly string[];
  readonly detected_by?: string;
  readonly action_count: number;
}

interface Figures {
  readonly period: unknown;
  readonly incident_count: number;
  readonly metrics: readonly {
    readonly id: string;
    readonly known: number;
    readonly of: number;
    readonly severities: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly months: {
    readonly stretches: readonly { readonly from: string; readonly incident_count: number; readonly by_severity: object }[];
  };
  readonly causes: { readonly known: number; readonly terms: readonly { readonly name: string; readonly incidents: readonly string[] }[] };
  readonly services: { readonly terms: readonly { readonly incidents: readonly string[] }[] };
  readonly detected_by: { readonly known: number; readonly sources: Readonly<Record<string, number>> };
  readonly actions: Readonly<Record<string, unknown>>;
  readonly luck: readonly { readonly incident: string; readonly actions: readonly string[] }[];
}

interface Action {
  readonly status: string;
  readonly open: boolean;
  readonly due?: string;
  readonly completed?: string;
  readonly age_days?: number;
  readonly overdue_days?: number;
}

const output = join(folderOfFile(), 'site');
let files: Map<string, Buffer>;
let facts: readonly Facts[];
let actions: readonly Action[];
let figures: Figures;
let page: string;

const json = (path: string) => JSON.parse(String(files.get(path)));

beforeAll(async () => {
  await build({ cwd: ROOT, args: ['--no-history', '--output', output] });
  files = readFiles(output);
  facts = json('api/incidents.json').incidents;
  actions = json('api/actions.json').actions;
  figures = json('api/insights.json');
  page = words(String(files.get('insights/index.html')));
});

/** By weights: each value counts as far as the position lies within one of it. */
function naiveQuantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  return sorted.reduce((sum, value, index) => sum + value * Math.max(0, 1 - Math.abs(index - position)), 0);
}

/** As the page says a length. */
function say(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

test('the period and the count are those of the archive', () => {
  const days = facts.flatMap(({ started }) => started?.slice(0, 10) ?? []).sort();
  expect(figures).toMatchObject({ incident_count: facts.length, period: { from: days[0], to: AS_OF } });
});

test('lengths by severity', () => {
  for (const { id, known, of, severities } of figures.metrics) {
    const all = facts.flatMap(({ severity, metrics_seconds }) => {
      const seconds = metrics_seconds[id];
      return seconds === undefined ? [] : [{ severity, seconds }];
    });
    expect([id, known, of]).toEqual([id, all.length, facts.length]);
    for (const lane of severities) {
      const own = all.filter(({ severity }) => severity === lane.severity).map(({ seconds }) => seconds);
      const median = own.length >= 3 ? Math.round(naiveQuantile(own, 0.5)) : undefined;
      const p85 = own.length >= 5 ? Math.round(naiveQuantile(own, 0.85)) : undefined;
      expect([lane.n, lane.median_seconds, lane.p85_seconds]).toEqual([own.length, median, p85]);
      expect(lane.shortest_seconds).toBe(own.length === 0 ? undefined : Math.min(...own));
      expect(lane.longest_seconds).toBe(own.length === 0 ? undefined : Math.max(...own));
      if (median !== undefined) expect(page).toContain(`${lane.severity}: ${own.length} incidents, median ${say(median)}`);
      if (p85 !== undefined) expect(page).toContain(`85th percentile ${say(p85)}`);
    }
    expect(severities.reduce((sum, lane) => sum + Number(lane.n), 0)).toBe(all.length);
  }
});

test('months', () => {
  for (const { from, incident_count, by_severity } of figures.months.stretches) {
    const own = facts.filter(({ started }) => started?.startsWith(from.slice(0, 7)));
    expect([from, incident_count]).toEqual([from, own.length]);
    for (const [severity, count] of Object.entries(by_severity)) expect(own.filter((one) => one.severity === severity)).toHaveLength(count);
  }
  const csv = String(files.get('insights/months.csv')).trim().split('\r\n');
  expect(csv).toHaveLength(figures.months.stretches.length + 1);
});

test('causes and services', () => {
  const named = new Set(facts.flatMap(({ root_causes }) => root_causes));
  expect(figures.causes.terms).toHaveLength(named.size);
  expect(figures.causes.known).toBe(facts.filter(({ root_causes }) => root_causes.length > 0).length);
  const counts = (lists: readonly (readonly string[])[]): number[] => {
    const tally = new Map<string, number>();
    for (const value of lists.flat()) tally.set(value, (tally.get(value) ?? 0) + 1);
    return [...tally.values()].sort((a, b) => b - a);
  };
  expect(figures.causes.terms.map(({ incidents }) => incidents.length)).toEqual(counts(facts.map(({ root_causes }) => root_causes)));
  expect(figures.services.terms.map(({ incidents }) => incidents.length)).toEqual(counts(facts.map(({ services }) => services)));
});

test('who noticed', () => {
  const known = facts.flatMap(({ detected_by }) => detected_by ?? []);
  expect(figures.detected_by.known).toBe(known.length);
  for (const [source, count] of Object.entries(figures.detected_by.sources))
    expect(known.filter((one) => one === source)).toHaveLength(count);
  const monitored = known.filter((one) => one === 'monitoring').length;
  expect(page).toContain(`Our own monitoring found ${monitored} of ${known.length} , ${Math.round((100 * monitored) / known.length)} %`);
});

test('promises', () => {
  const open = actions.filter((one) => one.open);
  const done = actions.filter(({ status }) => status === 'done');
  const dated = done.filter(({ due, completed }) => due !== undefined && completed !== undefined);
  const overdue = open.filter(({ overdue_days = 0 }) => overdue_days > 0);
  const kept = dated.filter(({ due = '', completed = '' }) => completed <= due).length;
  expect(figures.actions).toMatchObject({
    total: actions.length,
    open: open.length,
    done: done.length,
    overdue: overdue.length,
    median_age_days: naiveQuantile(
      open.flatMap(({ age_days }) => age_days ?? []),
      0.5,
    ),
    on_time: { kept, of: dated.length },
  });
  expect(page).toContain(`On time ${kept} of ${dated.length}`);
});

test('luck names only what its own words name', () => {
  const named = figures.luck.filter((one) => one.actions.length > 0);
  expect(named.map(({ incident, actions: own }) => [incident, own])).toEqual([
    ['2026-05-28-restore-drill', ['AI-1']],
    ['2026-02-10-replication-slot', ['AI-3']],
  ]);
});

describe('the files', () => {
  test('hold a table for each chart, with a row for each of its figures', () => {
    const rowsOf = (name: string): number =>
      String(files.get(`insights/${name}.csv`))
        .trim()
        .split('\r\n').length - 1;
    for (const { id, known } of figures.metrics) expect(rowsOf(`length-${id.replaceAll('_', '-')}`)).toBe(known);
    expect(rowsOf('causes')).toBe(figures.causes.terms.length);
    expect(rowsOf('luck')).toBe(figures.luck.length);
    expect(rowsOf('rhythm')).toBe(7);
  });

  test('are named by the page, each of them', () => {
    const html = String(files.get('insights/index.html'));
    const written = [...files.keys()].filter((path) => /^insights\/[^/]+\.csv$/.test(path));
    const named = new Set([...html.matchAll(/href="\.\.\/(insights\/[^"]+\.csv)"/g)].map((match) => match[1]));
    // Lists that have nothing to show offer no file of nothing.
    const empty = written.filter((path) => String(files.get(path)).trim().split('\r\n').length === 1);
    expect(written.filter((path) => !named.has(path))).toEqual(empty);
  });

  test('of a service hold only what happened to it', () => {
    const html = words(String(files.get('insights/services/payments/index.html')));
    const own = facts.filter(({ services }) => services.includes('payments')).length;
    expect(html).toContain(`${own} incidents,`);
  });
});

test('the script and the styles of the insights are on their pages and on no other', () => {
  const loads = (html: string): boolean => /assets\/insights-[^"]+\.(?:js|css)/.test(html);
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const loading = pages.filter(([, bytes]) => loads(String(bytes))).map(([path]) => path);
  expect(loading.every((path) => path.startsWith('insights/'))).toBe(true);
  expect(loading).toHaveLength(pages.filter(([path]) => path.startsWith('insights/')).length);
});
