// Things to do in a table: one a row, its columns by what their headers call them.
import { fieldNamed } from '../../../core/body/action-fields.ts';
import type { DraftAction } from '../../model.ts';
import type { Line } from '../layout/lines.ts';
import type { Calendar } from '../times/calendar.ts';
import { itemOf, putField, type RawItem } from './item.ts';

const TITLE = [
  /^(?:actions?|action items?|action to take|what|to ?do|measures?|follow ?ups?|remediations?|recommendations?|improvements?|acci[oó]n(?:es)?|medidas?|actions?|mesures?|maßnahmen?|aktion(?:en)?)$/,
  /^(?:tasks?|titles?|items?|summary|work|tareas?|tâches?|aufgaben?|título|titre)$/,
  /^(?:descriptions?|details?|notes?|descripci[oó]n|beschreibung)$/,
];
const FOREIGN: readonly (readonly [RegExp, NonNullable<ReturnType<typeof fieldNamed>>])[] = [
  [/^(?:responsables?|propietario|dueño|pilote|porteur|verantwortlich(?:er|e)?|zuständig)$/, 'owner'],
  [/^(?:fecha(?: límite| limite)?|plazo|vencimiento|échéance|date limite|date|frist|fällig(?: am)?|termin|bis)$/, 'due'],
  [/^(?:estado|statut|état|zustand)$/, 'status'],
  [/^(?:prioridad|priorité|priorität)$/, 'priority'],
];

export interface TableItem {
  readonly line: Line;
  readonly action: DraftAction;
}

/** The items of the tables among some lines. A table without a column for what is to be done holds none. */
export function tableItems(lines: readonly Line[], raw: Pick<RawItem, 'status'>, calendar: Calendar): TableItem[] {
  const items: TableItem[] = [];
  let header: readonly string[] | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'row') {
      if (line.kind !== 'rule') header = undefined;
      continue;
    }
    const cells = line.cells ?? [];
    if (!header) {
      const isHead = lines[index + 1]?.kind === 'rule' || cells.every((cell) => cell.length < 40);
      header = isHead
        ? cells.map((cell) =>
            cell
              .toLowerCase()
              .replace(/\([^)]*\)/g, '')
              .replace(/[^\p{L}\p{N}#]+/gu, ' ')
              .trim(),
          )
        : [];
      if (isHead) continue;
    }
    const action = rowAction(line, header, raw, calendar);
    if (action) items.push({ line, action });
  }
  return items;
}

function rowAction(line: Line, header: readonly string[], raw: Pick<RawItem, 'status'>, calendar: Calendar): DraftAction | undefined {
  const cells = line.cells ?? [];
  const title = titleColumn(header);
  const words = cells[title] ?? '';
  if (title < 0 || words === '' || /^(?:-+|n\/?a|tbd|none|\.\.\.|…|<.*>)$/i.test(words)) return undefined;
  const fields = { ...itemOf({ line: { ...line, kind: 'text', words }, below: [], ...raw }, { calendar }) };
  header.forEach((name, column) => {
    const cell = cells[column] ?? '';
    const field = fieldNamed(name) ?? FOREIGN.find(([pattern]) => pattern.test(name))?.[1];
    if (column !== title && field) putField(field, cell, fields, calendar);
  });
  return fields;
}

function titleColumn(header: readonly string[]): number {
  for (const pattern of TITLE) {
    const column = header.findIndex((name) => pattern.test(name));
    if (column >= 0) return column;
  }
  const free = header.findIndex((name) => name !== '' && !fieldNamed(name) && !FOREIGN.some(([pattern]) => pattern.test(name)));
  return free >= 0 || header.length > 0 ? free : 0;
}
