// The things to do of a document, each with its receipt.
import { ownersAtEnds } from '../../../core/body/list-owners.ts';
import type { DraftAction, Receipt } from '../../model.ts';
import type { Line } from '../layout/lines.ts';
import { aboutOf } from '../layout/outline.ts';
import { tablesIn } from '../layout/tables.ts';
import { type Page, receipt, sectionsOf } from '../page.ts';
import type { Calendar } from '../times/calendar.ts';
import { actionGroups, type Group } from './groups.ts';
import { itemOf } from './item.ts';
import { isOrder, rawItems } from './lists.ts';
import { peopleOf } from './people-of.ts';
import { tableItems } from './tables.ts';

interface GroupItems {
  readonly group: Group;
  readonly items: readonly Receipt<DraftAction>[];
}

export function readActions(page: Page, calendar: Calendar): Receipt<DraftAction>[] {
  const people = peopleOf(page);
  const groups = actionGroups(page)
    .map((group) => ({ group, items: itemsOf(group, calendar, people) }))
    .filter(({ items }) => items.length > 0);
  const items = chosen(groups).flatMap((group) => group.items);
  if (items.length > 0) return items;
  const rows = looseTables(page, calendar);
  if (rows.length > 0) return rows;
  const boxes = taskLists(page, calendar);
  if (boxes.length > 0) return boxes;
  const marked = markedLines(page, calendar);
  return marked.length > 0 ? marked : ordersInResolution(page, calendar);
}

/** Tasks where there are tasks; else all but wishes; else wishes. */
function chosen(groups: readonly GroupItems[]): readonly GroupItems[] {
  for (const kind of ['tasks', 'plain'] as const) {
    const own = groups.filter(({ group }) => group.kind === kind);
    if (own.length > 0) return own;
  }
  return groups;
}

function itemsOf(group: Group, calendar: Calendar, people: ReadonlySet<string>): Receipt<DraftAction>[] {
  const { section, status } = group;
  const lines = section.lines;
  const why = section.title === undefined ? 'a list of things to do' : `under "${section.title}"`;
  const make = (line: Line, action: DraftAction): Receipt<DraftAction> =>
    receipt(action, line, { sure: group.kind === 'wishes' ? 'likely' : 'certain', why });
  const rows = tableItems(lines, status ? { status } : {}, calendar);
  if (rows.length > 0) return rows.map(({ line, action }) => make(line, action));
  const raws = rawItems(lines);
  const owners = ownersAtEnds(
    raws.map(({ line }) => line.words),
    people,
  );
  return raws.map((raw) => make(raw.line, itemOf(status ? { ...raw, status } : raw, { calendar, owners })));
}

/** A table that is one of things to do by its own columns, under whatever heading. */
function looseTables(page: Page, calendar: Calendar): Receipt<DraftAction>[] {
  const tables = page.sections.filter((section) => aboutOf(section) !== 'timeline').flatMap(({ lines }) => tablesIn(lines));
  const own = tables.filter(([head]) => isActionHead(head?.cells ?? []));
  return own.flatMap((rows) =>
    tableItems(rows, {}, calendar).map(({ line, action }) =>
      receipt(action, line, { sure: 'likely', why: 'a table of actions with their owners' }),
    ),
  );
}

function isActionHead(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.toLowerCase());
  return (
    names.some((name) => /^(?:actions?|action items?|tasks?|follow[ -]?ups?|acci[oó]n(?:es)?|maßnahmen?)\b/.test(name)) &&
    names.some((name) => /\b(?:owner|assignee|due|deadline|status|responsable|verantwortlich|fecha|frist|estado|statut)\b/.test(name))
  );
}

/** Boxes to tick are things to do under whatever name; one alone may be anything. */
function taskLists(page: Page, calendar: Calendar): Receipt<DraftAction>[] {
  const told = page.sections.filter((section) => !['timeline', 'steps', 'supporting'].includes(aboutOf(section) ?? ''));
  const lines = told.flatMap(({ lines: own }) => own).filter(({ marker }) => marker === 'task' || marker === 'done');
  if (lines.length < 2) return [];
  const owners = ownersAtEnds(
    lines.map(({ words }) => words),
    peopleOf(page),
  );
  return lines.map((line) =>
    receipt(itemOf({ line, below: [] }, { calendar, owners }), line, { sure: 'likely', why: 'a list of boxes to tick' }),
  );
}

const MARK = /^(?:(TODO|DONE|DOING|WIP)\b\s*[:–—-]?|(ACTION(?: ITEM)?|AI|FOLLOW[- ]?UP)\b\s*:)\s*(?=\S)/;

/** "TODO: …" wherever it stands. */
function markedLines(page: Page, calendar: Calendar): Receipt<DraftAction>[] {
  return page.lines.flatMap((line) => {
    const mark = line.kind === 'text' || line.kind === 'item' ? MARK.exec(line.words) : null;
    const name = mark?.[1] ?? mark?.[2];
    if (!mark || name === undefined) return [];
    const status = name === 'DONE' ? 'done' : /DOING|WIP/.test(name) ? 'in_progress' : 'open';
    const words = line.words.slice(mark[0].length);
    return [
      receipt(itemOf({ line: { ...line, words }, below: [], status }, { calendar }), line, {
        sure: 'likely',
        why: `a line that begins with "${name}"`,
      }),
    ];
  });
}

/** A document without such a section, whose resolution says nothing but what is to be done. */
function ordersInResolution(page: Page, calendar: Calendar): Receipt<DraftAction>[] {
  if (sectionsOf(page, 'action_items').length > 0) return [];
  for (const section of sectionsOf(page, 'resolution')) {
    const lines = section.lines.filter(({ kind }) => kind === 'text' || kind === 'item');
    if (lines.length < 2 || !lines.every(({ words }) => isOrder(words))) continue;
    return lines.map((line) =>
      receipt(itemOf({ line, below: [] }, { calendar }), line, {
        sure: 'guess',
        why: `under "${section.title ?? ''}", which tells only what is to be done`,
      }),
    );
  }
  return [];
}
