// Indexes and the pages of their entries.
import { describe, expect, it } from 'vitest';
import { IndexPage } from '../../_includes/index/index-page.tsx';
import { ledeOf } from '../../_includes/index/lede.ts';
import { TermPage } from '../../_includes/index/term-page.tsx';
import { usuallyWith } from '../../_includes/index/usually-with.ts';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Archive, IndexEntry, IndexKind } from '../../src/core/model/archive.ts';
import { action, archive, at, incident, largeArchive, smallArchive } from '../core/rows/archives.ts';
import { render } from './render.ts';

const small = smallArchive();

function entry(kb: Archive, kind: IndexKind, id: string): IndexEntry {
  const found = kb.indexes[kind].find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id} among ${kind}`);
  return found;
}

const lede = (kb: Archive, kind: IndexKind, id: string) => ledeOf(entry(kb, kind, id), viewOf(kb, '../../')).replaceAll('\u00a0', ' ');
const term = (kb: Archive, kind: IndexKind, id: string) => render(<TermPage entry={entry(kb, kind, id)} view={viewOf(kb, '../../')} />);
const index = (kb: Archive, kind: IndexKind) =>
  render(<IndexPage kind={kind} entries={kb.indexes[kind]} indexes={kb.indexes} view={viewOf(kb, '../')} />);

describe('an index', () => {
  it('counts incidents, open and overdue action items of each entry', () => {
    const html = index(small, 'tags');
    expect(html).toMatch(/href="..\/tags\/certificates\/".*?>2<.*?>3<.*?late-word">1</s);
  });

  it('names terms that no incident has yet', () => {
    expect(index(small, 'tags')).toContain('href="../tags/dns/"');
  });

  it('leads to the five others and marks itself', () => {
    const html = index(small, 'causes');
    expect(html.match(/saved-views__link/g)).toHaveLength(6);
    expect(html).toContain('href="../causes/" aria-current="page"');
  });

  it('says so where there is nothing to list', () => {
    expect(index(archive([]), 'causes')).toContain('No incident names any yet');
  });

  it('shows a year from January to December', () => {
    expect(index(small, 'years')).toContain('SEV1 on 1\u00a0Feb\u00a02023');
    // 2023 has 365 days.
    expect(term(small, 'years', '2023')).toMatch(/tag-strip__ends">.*?1\u00a0Jan\u00a02023.*?31\u00a0Dec\u00a02023/s);
  });
});

describe('the first sentence of an entry', () => {
  it('counts incidents and what they left', () => {
    expect(lede(small, 'tags', 'certificates')).toBe(
      '2 incidents since June 2024. They left 5 action items, of which 3 are open, 1 overdue as of 22 Nov 2024.',
    );
  });

  it.each([
    ['tags', 'dns', 'No incident has this tag yet.'],
    ['tags', 'deploy', '1 incident in November 2024. It left 2 action items, of which 2 are open, none overdue as of 22 Nov 2024.'],
    ['tags', 'C++', '1 incident, undated. It left no action items.'],
    ['years', '2023', '1 incident, SEV1. It left no action items.'],
    ['severities', 'SEV1', '1 incident in February 2023. It left no action items.'],
  ] as const)('of %s/%s', (kind, id, sentence) => {
    expect(lede(small, kind, id)).toBe(sentence);
  });

  it('counts on to the day it is read, of a single item too', () => {
    const started = at('2024-03-01T00:00:00Z');
    const open = (id: string, due: string) => action({ id, status: 'open', due });
    const kb = archive([
      incident({ id: 'a', tags: ['x'], milestones: { started }, actionItems: [open('AI-1', '2030-01-01')] }),
      incident({ id: 'b', tags: ['y'], milestones: { started }, actionItems: [open('AI-1', '2030-01-01'), open('AI-2', '2024-04-01')] }),
    ]);
    const text = (id: string) => /<p class="page-head__lede">.*?<\/p>/s.exec(term(kb, 'tags', id))?.[0] ?? '';
    expect(text('x')).toMatch(/which is open<span data-late-part hidden>\s+and overdue<span hidden><span data-late="0 \d+">0</);
    expect(text('y')).toMatch(/of which 2 are open, <span data-late="1 \d+">1<\/span> overdue as of <time[^>]* data-counted-to="0">/);
  });

  it('names the gravest, and what is finished', () => {
    const started = at('2024-03-01T00:00:00Z');
    const done = action({ id: 'AI-1', status: 'done', completed: '2024-04-01' });
    const kb = archive([
      incident({ id: 'a', severity: 'SEV1', tags: ['x'], milestones: { started }, actionItems: [done] }),
      incident({ id: 'b', tags: ['x', 'y'], milestones: { started }, actionItems: [done] }),
      incident({ id: 'c', tags: ['y'], actionItems: [action({ id: 'AI-1', due: '2024-01-01' })] }),
    ]);
    expect(lede(kb, 'tags', 'x')).toBe('2 incidents since March 2024, one of them SEV1. They left 2 action items, all of them finished.');
    expect(lede(kb, 'tags', 'y')).toContain('of which 1 is open, 1 overdue');
  });
});

describe('what an entry usually comes with', () => {
  it('counts the other values of its index, the commonest first', () => {
    expect(usuallyWith(entry(small, 'tags', 'certificates'))).toEqual([
      { id: 'database', count: 1 },
      { id: 'deploy', count: 1 },
    ]);
  });

  it('is nothing for a severity or a year', () => {
    expect(usuallyWith(entry(small, 'severities', 'SEV2'))).toEqual([]);
    expect(usuallyWith(entry(small, 'years', '2024'))).toEqual([]);
  });
});

describe('the page of an entry', () => {
  it('has its description, its owner, its incidents and what is still promised', () => {
    const html = term(small, 'services', 'checkout');
    expect(html).toContain('Takes the money.');
    expect(html).toContain('Owned by <a href="../../teams/payments/">Payments</a>');
    expect(html).toContain('href="../../incidents/2024-06-18-pool/"');
    expect(html).toContain('href="../../incidents/2024-06-18-pool/#ai-2"');
    expect(html).toContain('href="../../services/checkout/feed.xml"');
  });

  it('leads to the archive, filtered', () => {
    expect(term(small, 'tags', 'C++')).toContain('href="../../incidents/?tag=C%2B%2B"');
  });

  it('is short for a term that no incident has', () => {
    const html = term(small, 'tags', 'dns');
    expect(html).toContain('Names that do not resolve.');
    expect(html).not.toContain('<section');
  });

  it('ends at a hundred incidents and fifty action items, and says so', () => {
    const html = term(largeArchive(1000), 'severities', 'SEV3');
    expect(html.match(/incident-list__item/g)).toHaveLength(100);
    expect(html.match(/"action-table__row"/g)).toHaveLength(50);
    expect(html).toContain('The newest 100 of 250');
    expect(html).toContain('href="../../incidents/?severity=SEV3">All 250');
    expect(html).toContain('The 50 that are the most overdue');
  });
});
