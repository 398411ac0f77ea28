// Filtering, counting and sorting the archive.
import { describe, expect, it } from 'vitest';
import { archiveView } from '../../../src/client/archive/archive-view.ts';
import { sayFound } from '../../../src/client/archive/say-found.ts';
import { readState } from '../../../src/client/archive/state.ts';
import { type ArchiveRows, FACETS, type Facet } from '../../../src/core/rows/archive-rows.ts';
import { buildRows } from '../../../src/core/rows/build-rows.ts';
import { archive, largeArchive, smallArchive } from '../../core/rows/archives.ts';
import { inTime } from '../../processor-time.ts';

const small = buildRows(smallArchive());
const large = buildRows(largeArchive(2000));

const view = (search: string, rows: ArchiveRows = small) => archiveView(rows, readState(search));
const ids = (search: string) => view(search).rows.map(({ id }) => id);
const counts = (search: string, facet: Facet) => Object.fromEntries(view(search).options[facet].map(({ value, count }) => [value, count]));

describe('filters', () => {
  it('combine by "or" within a facet and by "and" across', () => {
    expect(ids('?severity=SEV2&severity=SEV3')).toEqual(['2024-11-19-certificate', '2024-06-18-pool']);
    expect(ids('?severity=SEV2&severity=SEV3&tag=database')).toEqual(['2024-06-18-pool']);
    expect(ids('?tag=database&tag=deploy')).toHaveLength(2);
  });

  it('find incidents that give no value', () => {
    expect(ids('?year=')).toEqual(['undated']);
    expect(ids('?severity=&severity=SEV1')).toEqual(['2023-02-01-night', 'undated']);
  });

  it('know a value in any case, and by its name', () => {
    expect(ids('?severity=sev2')).toEqual(['2024-06-18-pool']);
    expect(view('?service=Checkout').state.filters.service).toEqual(['checkout']);
  });

  it('find nothing for a value that does not exist, and keep it in sight', () => {
    const nothing = view('?tag=__proto__');
    expect(nothing.found).toBe(0);
    expect(nothing.chips).toMatchObject([{ key: 'Tag', text: '__proto__' }]);
    expect(nothing.remedies).toMatchObject([{ found: 4 }]);
  });

  it.each([
    ['in the title', 'slow export'],
    ['in the id', '06-18'],
    ['in a signature', 'x509'],
    ['in the summary', 'two hosts'],
    ['in the name of a service', 'CHECKOUT'],
    ['in a tag', 'c++'],
    ['as a phrase', '"certificate has expired"'],
    ['in parts', 'half alerts'],
  ])('find words %s', (_, words) => {
    expect(ids(`?q=${encodeURIComponent(words)}`)).toHaveLength(1);
  });

  it('do not find a phrase across the end of a field', () => {
    expect(ids('?q=%22export+checkout%22')).toEqual([]);
    expect(ids('?q=export+checkout')).toHaveLength(1);
  });

  it('fold accents', () => {
    const rows: ArchiveRows = { ...small, titles: ['Zürich ist aus', '', '', ''] };
    expect(view('?q=zurich', rows).found).toBe(1);
    expect(view('?q=Z%C3%9CRICH', rows).found).toBe(1);
  });
});

describe('counts beside the options', () => {
  it('reflect the other filters, not those of the same facet', () => {
    expect(counts('', 'tag')).toEqual({ certificates: 2, 'C++': 1, database: 1, deploy: 1, '': 1 });
    expect(counts('?severity=SEV2', 'tag')).toEqual({ certificates: 1, 'C++': 0, database: 1, deploy: 0, '': 0 });
    expect(counts('?tag=database', 'tag')).toEqual(counts('', 'tag'));
    expect(counts('?severity=SEV2', 'severity')).toEqual(counts('', 'severity'));
  });

  it('reflect the text', () => {
    expect(counts('?q=pool', 'severity')).toMatchObject({ SEV1: 0, SEV2: 1, SEV3: 0 });
  });

  it('say what a single further choice would show, for every option of a large archive', () => {
    const search = '?severity=SEV1&tag=tag-7&tag=tag-8&q=queue';
    const before = view(search, large);
    for (const facet of ['severity', 'service', 'tag', 'year'] as const) {
      for (const option of before.options[facet].slice(0, 6)) {
        const others = readState(search);
        const only = { ...others, filters: { ...others.filters, [facet]: [option.value] } };
        expect(option.count).toBe(archiveView(large, only).found);
      }
    }
  });

  it('hold for naive filtering, too', () => {
    const state = readState('?severity=SEV2&service=service-3&service=service-4&status=published');
    const naive = large.ids.filter((_, row) =>
      FACETS.every((facet) => {
        const { ids: values, rows } = large.facets[facet];
        return state.filters[facet].length === 0 || rows[row]?.some((value) => state.filters[facet].includes(values[value] ?? ''));
      }),
    );
    expect(archiveView(large, state).found).toBe(naive.length);
    expect(naive.length).toBeGreaterThan(0);
  });
});

describe('order', () => {
  it.each([
    ['?sort=severity', ['2023-02-01-night', '2024-06-18-pool', '2024-11-19-certificate', 'undated']],
    ['?sort=-severity', ['2024-11-19-certificate', '2024-06-18-pool', '2023-02-01-night', 'undated']],
    ['?sort=started', ['2023-02-01-night', '2024-06-18-pool', '2024-11-19-certificate', 'undated']],
    ['?sort=-lasted', ['2024-06-18-pool', '2024-11-19-certificate', '2023-02-01-night', 'undated']],
    ['?sort=lasted', ['2024-11-19-certificate', '2024-06-18-pool', '2023-02-01-night', 'undated']],
    ['?sort=-detected', ['2024-11-19-certificate', '2024-06-18-pool', '2023-02-01-night', 'undated']],
    ['?sort=-actions', ['2024-11-19-certificate', '2024-06-18-pool', '2023-02-01-night', 'undated']],
    ['?sort=title', ['undated', '2023-02-01-night', '2024-06-18-pool', '2024-11-19-certificate']],
  ])('%s', (search, order) => {
    expect(ids(search)).toEqual(order);
  });
});

describe('pages', () => {
  it('hold a hundred rows, and the last one the rest', () => {
    expect(view('', large)).toMatchObject({ found: 2000, pages: 20 });
    expect(view('?page=20', large).rows).toHaveLength(100);
  });

  it('end at the last one, however far the URL goes', () => {
    expect(view('?page=9999', large).state.page).toBe(20);
    expect(view('?page=3').state.page).toBe(1);
  });

  it('are said with the count', () => {
    expect(sayFound(view('?severity=SEV2'))).toEqual({ bold: '1', rest: ' of 4 incidents' });
    expect(sayFound(view(''))).toEqual({ bold: '4', rest: ' incidents' });
    expect(sayFound(view('?page=2', large))).toEqual({ bold: '2,000', rest: ' incidents, 101 to 200' });
    expect(sayFound(view('?severity=SEV1&page=5', large))).toEqual({ bold: '500', rest: ' of 2,000 incidents, 401 to 500' });
  });
});

it('shows an empty archive as empty', () => {
  expect(view('?q=x', buildRows(archive([])))).toMatchObject({ found: 0, total: 0, rows: [], pages: 1 });
});

it('filters, counts and sorts 10,000 incidents', () => {
  const rows = buildRows(largeArchive(10_000));
  const isGrave = (row: number): boolean =>
    rows.facets.severity.rows[row]?.some((value) => rows.facets.severity.ids[value] === 'SEV1') ?? false;
  const grave = rows.ids.filter((_, row) => isGrave(row)).length;
  expect(grave).toBeGreaterThan(0);
  expect(view('?severity=SEV1', rows)).toMatchObject({ found: grave, total: 10_000 });
  expect(view('?sort=title', rows)).toMatchObject({ found: 10_000, pages: 100 });
});

it('is not slowed down by a hostile URL', async () => {
  const rows = buildRows(largeArchive(2000));
  const search = FACETS.flatMap((facet) => Array.from({ length: 60 }, (_, n) => `${facet}=nothing-${n}`)).join('&');
  await inTime(1000, () => view(`?${search}&q=${'a '.repeat(150)}`, rows));
});
