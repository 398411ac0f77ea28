// The archive's page as the server writes it.
import { describe, expect, it } from 'vitest';
import { ArchivePage } from '../../_includes/archive/archive-page.tsx';
import { PageNav } from '../../_includes/list/page-nav.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import type { Archive } from '../../src/core/model/archive.ts';
import { rowView } from '../../src/core/rows/row-view.ts';
import { archivePages, rowsOf } from '../../src/site/page-lists.ts';
import { archive, incident, largeArchive, smallArchive } from '../core/rows/archives.ts';
import { render } from './render.ts';

function page(kb: Archive, number = 1): string {
  const list = archivePages(kb)[number - 1];
  if (!list) throw new Error(`there is no page ${number}`);
  const { rows, groups } = rowsOf(kb);
  return render(
    <ArchivePage
      view={viewOf(kb, number > 1 ? '../../../' : '../')}
      rows={list.items.flatMap((_, index) => rowView(rows, list.first - 1 + index) ?? [])}
      total={list.total}
      page={list.page}
      pages={list.pages}
      first={list.first}
      groups={groups}
      severities={rows.facets.severity.ids}
      duplicateCount={kb.duplicates.length}
      leftOut={kb.leftOut}
    />,
  );
}

const body = (html: string) => html.slice(html.indexOf('<tbody', html.indexOf('</template>')));
const rowCount = (html: string) => body(html).split('class="incident-table__row"').length - 1;

describe('the archive', () => {
  it('lists every incident with a link to its page', () => {
    const html = page(smallArchive());
    expect(rowCount(html)).toBe(4);
    expect(html).toContain('href="../incidents/2024-06-18-pool/"');
    expect(html).toContain('<b>4</b> incidents');
    expect(body(html)).not.toContain('page-nav');
  });

  it('says what is not known', () => {
    const html = body(page(smallArchive()));
    expect(html).toContain('undated');
    expect(html).toContain('not recorded');
    expect(html).toContain('No severity');
  });

  it('shows titles as text', () => {
    expect(page(smallArchive())).toContain('&lt;b>Undated&lt;/b>');
  });

  it('links the commonest values of each facet to their pages', () => {
    const html = page(smallArchive());
    expect(html).toContain('href="../services/checkout/"');
    expect(html).toContain('href="../tags/c-plus-plus/"');
    expect(page(largeArchive(300))).toMatch(/href="..\/tags\/">55 more/);
  });

  it('says which day lateness is counted to', () => {
    expect(page(smallArchive())).toContain('Overdue as of <time datetime="2024-11-22">');
  });

  it('holds a hundred incidents to a page', () => {
    const kb = largeArchive(250);
    expect([1, 2, 3].map((number) => rowCount(page(kb, number)))).toEqual([100, 100, 50]);
    expect(page(kb, 3)).toContain('250</b> incidents, 201 to 250');
    expect(page(kb, 3)).toContain('href="../../../incidents/page/2/"');
  });

  it('names one incident as one', () => {
    expect(page(archive([incident({ id: 'only' })]))).toContain('<b>1</b> incident<');
  });

  it('says how to begin where there is none', () => {
    expect(page(archive([]))).toContain('hindsight new');
  });

  it('says what was left out', () => {
    expect(page(archive([incident({ id: 'a' })], ['broken.md']))).toContain('broken.md');
  });

  it('points nowhere from the parts the script copies', () => {
    const html = page(smallArchive());
    const template = html.slice(html.indexOf('<template'), html.indexOf('</template>'));
    expect(new Set(template.match(/href="[^"]*"/g))).toEqual(new Set(['href="./"']));
  });
});

describe('the pager', () => {
  const pager = (number: number, pages: number) => render(<PageNav page={number} pages={pages} href={(to) => `p${to}`} />);

  it('is left out where there is one page', () => {
    expect(pager(1, 1)).toBe('');
  });

  it('marks where it is and leads both ways', () => {
    const html = pager(2, 3);
    expect(html).toContain('href="p2" aria-current="page"');
    expect(html).toContain('href="p1" rel="prev"');
    expect(html).toContain('href="p3" rel="next"');
  });
});
