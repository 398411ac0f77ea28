// The first page: it makes sense for an archive of none, of one and of hundreds.
import { describe, expect, it } from 'vitest';
import { HomePage } from '../../_includes/home/home-page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import { addDays } from '../../src/core/time/duration.ts';
import { ids, render, words } from './render.ts';
import { AS_OF, action, archive, at, fullIncident, incident, rich } from './sample-archive.ts';

function homeOf(kb: Archive): string {
  return render(<HomePage archive={kb} view={viewOf(kb, '')} />);
}

/** `count` incidents, one a day up to the as-of day and round again. */
function many(count: number): Archive {
  const day = (index: number) => addDays(AS_OF, -(index % 360));
  return archive(
    Array.from({ length: count }, (_, index) =>
      incident(`i-${index}`, { severity: `SEV${(index % 4) + 1}`, milestones: { started: at(day(index)) } }),
    ),
  );
}

describe('the home page', () => {
  it('of an empty archive says how to begin', () => {
    const html = homeOf(archive([]));
    expect(words(html)).toContain('There is no incident in the archive yet.');
    expect(html).not.toContain('<table');
    expect(html).not.toContain('year-strip');
  });

  it('of one incident shows it, with what it left open', () => {
    const said = words(homeOf(archive([fullIncident])));
    expect(said).toContain('1 in the archive, the first from January 2024');
    expect(said).toContain('1 of 3 open items, the oldest by 147 days , on 22 Nov 2024');
    expect(said).toContain('Try ERR_POOL_TIMEOUT , ledger or capacity .');
  });

  it('shows the five newest and the five latest promises', () => {
    const late = Array.from({ length: 7 }, (_, index) => action(`AI-${index}`, { due: `2024-0${index + 1}-01` }));
    const html = homeOf(archive([...many(9).incidents, incident('late', { actionItems: late })]));
    expect(html.match(/incident-list__item/g)).toHaveLength(5);
    expect(html.match(/days overdue/g)).toHaveLength(5);
    expect(words(html)).toContain('1 undated incident is not drawn');
  });

  it('gives an endless summary and forty services no more room than others', () => {
    const services = Array.from({ length: 40 }, (_, index) => `service-${index}`);
    const html = homeOf(archive([incident('endless', { summary: rich('It went down again. '.repeat(100)), services })]));
    expect(words(html)).toContain('service-5 and 34 more');
    expect(html).toContain('<a href="incidents/endless/">34 more</a>');
    const summary = /<p class="incident-list__summary">([^<]*)</.exec(html)?.[1] ?? '';
    expect(summary.length).toBeGreaterThan(200);
    expect(summary.length).toBeLessThanOrEqual(400);
  });

  it('links the marks of a quiet year', () => {
    const html = homeOf(many(40));
    expect(html.match(/class="year-strip__link"/g)).toHaveLength(40);
    expect(html).toContain('role="group"');
  });

  it('leaves the links of a busy year to the table', () => {
    const html = homeOf(many(41));
    expect(html).not.toContain('year-strip__link');
    expect(html.match(/class="sev-mark /g)).toHaveLength(41);
    expect(html.match(/<tr>/g)).toHaveLength(42);
  });

  it('counts by week and month where marks would hide one another', () => {
    const html = homeOf(many(1000));
    expect(html).not.toContain('sev-mark');
    expect(html.length).toBeLessThan(60_000);
    expect(words(html)).toContain('Month SEV1 SEV2 SEV3 SEV4 All');
  });

  it('has every id once', () => {
    const found = ids(homeOf(archive([fullIncident])));
    expect(new Set(found).size).toBe(found.length);
  });

  it('names files left out', () => {
    expect(words(homeOf(archive([], { leftOut: ['a.md', '<b>.md'] })))).toContain(
      '2 files have errors and are not part of this build: a.md , <b>.md',
    );
  });
});
