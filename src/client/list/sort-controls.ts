// Sorting: the heads of the table become buttons, and a list of orders stands in for them where the table has no heads.
import { readSort, type Sort, writeSort } from '../../core/rows/list-query.ts';
import { copyPart, find, type Parts } from './parts.ts';

export interface SortControls<C extends string> {
  show(sort: Sort<C>): void;
}

export interface SortEvents<C extends string> {
  /** A head was pressed: its own order, or the other way round. */
  pressed(column: C): void;
  chosen(sort: Sort<C>): void;
}

export interface SortedTable<C extends string> {
  readonly column: HTMLElement;
  readonly parts: Parts;
  readonly columns: readonly C[];
}

export function connectSorting<C extends string>({ column: host, parts, columns }: SortedTable<C>, events: SortEvents<C>): SortControls<C> {
  const heads = [...host.querySelectorAll<HTMLElement>('th[data-column]')].flatMap((head) => {
    const column = columns.find((name) => name === head.dataset.column);
    return column ? [{ head, column }] : [];
  });
  for (const { head, column } of heads) {
    const button = copyPart(parts, 'sort');
    find(button, 'span').textContent = head.textContent;
    button.addEventListener('click', () => events.pressed(column));
    head.replaceChildren(button);
  }
  const orders = find<HTMLSelectElement>(host, 'select[name="sort"]');
  orders.addEventListener('change', () => {
    const sort = readSort(orders.value, columns);
    if (sort) events.chosen(sort);
  });
  return {
    show(sort) {
      for (const { head, column } of heads) {
        if (column === sort.column) head.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      }
      // Blank where the heads have set an order that the list does not offer.
      orders.value = writeSort(sort);
    },
  };
}
