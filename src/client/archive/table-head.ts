// Sorting: the heads of the table become buttons, and a list of orders stands in for them where the table has no heads.
import type { Sort } from '../../core/rows/list-query.ts';
import { copyPart, find, type Parts } from './parts.ts';
import { COLUMNS, type Column } from './state.ts';

export interface TableHead {
  show(sort: Sort<Column>): void;
}

export interface SortEvents {
  /** A head was pressed: its own order, or the other way round. */
  pressed(column: Column): void;
  chosen(sort: Sort<Column>): void;
}

export function connectTableHead(host: HTMLElement, parts: Parts, events: SortEvents): TableHead {
  const heads = [...host.querySelectorAll<HTMLElement>('th[data-column]')].flatMap((head) => {
    const column = COLUMNS.find((name) => name === head.dataset.column);
    return column ? [{ head, column }] : [];
  });
  for (const { head, column } of heads) {
    const button = copyPart(parts, 'sort');
    find(button, 'span').textContent = head.textContent;
    button.addEventListener('click', () => events.pressed(column));
    head.replaceChildren(button);
  }
  const orders = find<HTMLSelectElement>(host, 'select');
  orders.addEventListener('change', () => {
    const column = COLUMNS.find((name) => name === orders.value.replace('-', ''));
    if (column) events.chosen({ column, descending: orders.value.startsWith('-') });
  });
  return {
    show(sort) {
      for (const { head, column } of heads) {
        if (column === sort.column) head.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      }
      // Blank where the heads have set an order that the list does not offer.
      orders.value = (sort.descending ? '-' : '') + sort.column;
    },
  };
}
