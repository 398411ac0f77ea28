// The insights drawn in the browser: the same elements as the build writes, and text that stays text.
// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { InsightsBody } from '../../_includes/insights/insights-body.tsx';
import { toDom } from '../../src/client/elements/to-dom.ts';
import { workOutInsights } from '../../src/core/insights/figures.ts';
import { insightsOf } from '../../src/core/insights/of-archive.ts';
import { renderHtml } from '../../src/site/render-html.ts';
import { measured, metricArchive } from '../core/insights/metric-archive.ts';
import { at, incident, largeArchive, smallArchive, text } from '../core/rows/archives.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Every element with its attributes and texts, in order. */
function listOf(node: Node): unknown[] {
  if (node.nodeType === 3) return node.textContent === '' ? [] : [node.textContent];
  const children = [...node.childNodes].flatMap(listOf);
  // Neighbouring texts are one in markup.
  const joined: unknown[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
    else joined.push(child);
  }
  if (!(node instanceof Element)) return joined;
  const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  return [[node.tagName.toLowerCase(), attributes, joined]];
}

test.each([
  ['few', measured(smallArchive())],
  ['many', measured(largeArchive(300))],
])('an archive of %s is drawn as it is written', (_, kb) => {
  const { rows, whole } = insightsOf(kb);
  const body = <InsightsBody root="../" rows={rows} insights={whole} />;
  const written = document.createElement('div');
  written.innerHTML = renderHtml(body);
  const drawn = document.createElement('div');
  drawn.append(toDom(body));
  expect(listOf(drawn)).toEqual(listOf(written));
});

test('what stands within an svg is drawn as such', () => {
  const { rows } = insightsOf(measured(smallArchive()));
  const drawn = document.createElement('div');
  drawn.append(toDom(<InsightsBody root="" rows={rows} insights={workOutInsights(rows, { severities: ['SEV3'] })} />));
  const links = [...drawn.querySelectorAll('svg a')];
  expect(links.length).toBeGreaterThan(0);
  for (const element of [...links, ...drawn.querySelectorAll('svg title, svg text')]) expect(element.namespaceURI).toBe(SVG);
  for (const element of drawn.querySelectorAll('table, table a, details')) expect(element.namespaceURI).not.toBe(SVG);
});

test('markup of an author stays text', () => {
  const evil = '<img src=x onerror="alert(1)">';
  const kb = metricArchive([
    incident({
      id: 'a',
      title: evil,
      services: [evil],
      milestones: { started: at('2024-05-01T10:00:00Z'), detected: at('2024-05-01T10:05:00Z') },
      lessons: { wentWell: [], wentWrong: [], gotLucky: [text(evil)] },
    }),
  ]);
  const { rows, whole } = insightsOf(kb);
  const drawn = document.createElement('div');
  drawn.append(toDom(<InsightsBody root="" rows={rows} insights={whole} />));
  expect(drawn.querySelector('img')).toBeNull();
  expect(drawn.textContent).toContain(evil);
});
