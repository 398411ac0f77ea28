// What the tracker's page shows for one state: pages over groups, chips with the state they stand for, ways out of an empty list.
import { describe, expect, it } from 'vitest';
import { trackerView } from '../../../src/client/tracker/tracker-view.ts';
import { buildActionRows } from '../../../src/core/tracker/build-rows.ts';
import { readTrackerState, writeTrackerState } from '../../../src/core/tracker/state.ts';
import { tableOf } from '../../../src/core/tracker/table.ts';
import { AS_OF, largeArchive, smallArchive } from '../../core/rows/archives.ts';

const small = tableOf(buildActionRows(smallArchive()));
const large = tableOf(buildActionRows(largeArchive(2000)));
const view = (search: string, table = large) => trackerView(table, readTrackerState(search), AS_OF);

describe('pages', () => {
  it('run over groups, and no row is lost or shown twice between them', () => {
    const { pages, found } = view('?group=owner');
    const rows = Array.from({ length: pages }, (_, index) => view(`?group=owner&page=${index + 1}`).groups.flatMap((group) => group.rows));
    expect(rows.flat()).toHaveLength(found);
    expect(new Set(rows.flat()).size).toBe(found);
    expect(rows.slice(0, -1).every((page) => page.length === 100)).toBe(true);
  });

  it('say with a group how much of it there is, whatever of it falls on the page', () => {
    const [first] = view('?page=2').groups;
    expect(first?.rows).toHaveLength(100);
    expect(first?.group?.items).toBe(view('').views['all-open']);
  });

  it('end at the last one', () => {
    expect(view('?page=99999').state.page).toBe(view('').pages);
  });

  it('count an item of two services in both', () => {
    const { groups, found } = view('?group=service', small);
    expect(groups.flatMap((group) => group.rows)).toHaveLength(found * 2);
  });
});

describe('chips', () => {
  it('say each filter in words and lead to the state without it', () => {
    const { chips } = view('?view=overdue&q=alert&owner=emil&owner=&due-to=2024-12-01&age-from=3&age-to=900&page=3', small);
    expect(chips.map(({ key, text }) => [key, text.replaceAll('\u00a0', ' ')])).toEqual([
      ['View', 'Overdue'],
      ['Text', 'alert'],
      ['Owner', 'Emil S\u00f8rensen'],
      ['Owner', 'No owner'],
      ['Due', 'up to 1 Dec 2024'],
      ['Age', '3 days to 900 days'],
    ]);
    expect(chips.map(({ without }) => writeTrackerState(without))[4]).toBe('?view=overdue&owner=emil&owner=&age-from=3&age-to=900&q=alert');
  });

  it('are ways out when nothing was found', () => {
    const { remedies, found } = view('?status=blocked&owner=ana', small);
    expect(found).toBe(0);
    expect(remedies.map(({ chip, found: without }) => [chip.text, without])).toEqual([
      ['Blocked', 1],
      ['Ana Lindqvist', 1],
    ]);
  });
});

it('offers no list of ten thousand incidents', () => {
  expect(view('').options.incident).toEqual([]);
  expect(view('').options.status.map(({ value }) => value)).toEqual(['open', 'in_progress', 'done', 'wont_do']);
});
