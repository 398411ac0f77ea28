// The insights as a page: it makes sense for an archive of none, of one, of few and of many, and hides nothing of what a figure rests on.
import { describe, expect, it } from 'vitest';
import { InsightsPage } from '../../_includes/insights/insights-page.tsx';
import { insightsOf } from '../../src/core/insights/of-archive.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import { measured, metricArchive } from '../core/insights/metric-archive.ts';
import { action, at, incident, largeArchive, smallArchive, text } from '../core/rows/archives.ts';
import { readTags } from '../site/markup.ts';
import { headingLevels, ids, render, words } from './render.ts';

function pageOf(kb: Archive): string {
  const { rows, whole } = insightsOf(kb);
  return render(<InsightsPage root="../" rows={rows} insights={whole} scopes={[]} />);
}

const sectionsOf = (html: string): string[] =>
  html.match(/<section class="section split".*?<\/section>(?=<section class="section|<\/div>)/gs) ?? [];

const few = (count: number): Archive =>
  metricArchive(
    Array.from({ length: count }, (_, n) =>
      incident({
        id: `i-${n}`,
        severity: `SEV${(n % 4) + 1}`,
        rootCauses: ['dns'],
        detectedBy: 'monitoring',
        milestones: { started: at('2024-05-01T10:00:00Z'), detected: at(`2024-05-01T10:${String(n % 60).padStart(2, '0')}:00Z`) },
      }),
    ),
  );

describe('the insights', () => {
  it('of an empty archive say that there is nothing to learn from', () => {
    const html = pageOf(metricArchive([]));
    expect(words(html)).toContain('there is nothing to learn from');
    expect(html).not.toContain('<select');
    expect(html).not.toContain('<svg');
  });

  it('of one incident draw it, and no line that one cannot carry', () => {
    const html = pageOf(few(1));
    expect(words(html)).toContain('One incident is no distribution.');
    expect(html).toContain('href="../incidents/i-0/"');
    expect(html).not.toMatch(/x1="[^"]*" x2="[^"]*" y1="\d+" y2="\d+" class="lane-plot__median"/);
    expect(html.match(/class="lane-plot__span"/g)).toBeNull();
  });

  it('say of every figure what it counts, how many, how much is known and from when to when', () => {
    const sections = sectionsOf(pageOf(measured(smallArchive())));
    expect(sections.length).toBeGreaterThan(10);
    for (const section of sections) {
      const said = words(section);
      expect(said).toMatch(/ n \d/);
      expect(said).toMatch(/ Known \d/);
      expect(said).toMatch(/ Period 1 Feb 2023 to 22 Nov 2024/);
      expect(section).toContain('metric__definition');
    }
  });

  it('link every mark, and have keys and readers pass over those that are many: for them the tables have the links', () => {
    const linked = pageOf(few(40));
    expect(linked.match(/class="year-strip__link"/g)?.length).toBeGreaterThanOrEqual(40 * 3);
    expect(linked).not.toContain('tabindex="-1"');
    const many = pageOf(few(41));
    const marks = [...many.matchAll(/<a class="year-strip__link"[^>]*>/g)].map(([tag]) => tag);
    expect(marks.length).toBeGreaterThanOrEqual(41 * 2);
    for (const tag of marks) expect(tag).toMatch(/ href="\.\.\/incidents\/i-\d+\/" tabindex="-1"/);
    // Each in a group that is hidden, and in no image, of which nothing could be followed.
    expect(many.replace(/<g aria-hidden="true">.*?<\/g>/gs, '')).not.toContain('year-strip__link');
    expect(many).not.toMatch(/<svg[^>]* role="img"[^>]*>(?:(?!<\/svg>|<svg).)*year-strip__link/s);
    for (const n of [0, 20, 40]) expect(many).toContain(`<a href="../incidents/i-${n}/">`);
  });

  it('stay within a page for 10,000 incidents', () => {
    const html = pageOf(measured(largeArchive(10_000)));
    expect(html.length).toBeLessThan(450_000);
    expect(html).not.toContain('year-strip__link');
  });

  it('describe every chart in words, and have every id once', () => {
    const html = pageOf(few(12));
    expect(new Set(ids(html)).size).toBe(ids(html).length);
    for (const [, labels = ''] of html.matchAll(/<svg class="chart__svg[^>]*aria-labelledby="([^"]*)"/g)) {
      for (const id of labels.split(' ')) expect(ids(html)).toContain(id);
    }
    expect(words(html)).toContain('SEV1: 3 incidents, median');
    expect(headingLevels(html).slice(0, 3)).toEqual([1, 2, 2]);
  });

  it('name what is without a length in one place', () => {
    const html = pageOf(few(3));
    expect(words(html)).toContain('Lengths not recorded');
    expect(ids(html)).toContain('length-time-to-resolve');
  });

  it('write no markup of an author into the page', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const kb = metricArchive(
      Array.from({ length: 4 }, (_, n) =>
        incident({
          id: `evil-${n}`,
          title: evil,
          severity: `${evil}${n}`,
          rootCauses: [`${evil} cause`],
          services: [`${evil} service`],
          tags: ['javascript:alert(1)'],
          trigger: `${evil} trigger`,
          milestones: { started: at('2024-05-01T10:00:00Z'), detected: at('2024-05-01T10:05:00Z') },
          lessons: { wentWell: [], wentWrong: [], gotLucky: [text(`${evil} AI-1`)] },
          actionItems: [action({ id: 'AI-1', title: text(evil) })],
        }),
      ),
    );
    const tags = readTags(pageOf(kb));
    expect(tags.filter(({ name }) => name === 'img' || name === 'script')).toEqual([]);
    for (const { attributes } of tags) {
      expect([...attributes.keys()].filter((name) => name.startsWith('on'))).toEqual([]);
      expect(attributes.get('href') ?? '').not.toMatch(/^\s*javascript:/i);
    }
  });
});
