// What stands above the list: how many incidents it shows of how many, and the filters in use.
import { ROWS_PER_PAGE } from '../../core/rows/archive-rows.ts';
import { sayCount } from '../../core/text/count.ts';
import type { ArchiveView, ChipView } from './archive-view.ts';
import { copyPart, find, type Parts } from './parts.ts';
import { type ArchiveState, cleared } from './state.ts';

/** `state` turned into an address. */
export type Address = (state: ArchiveState) => string;

/** Where in the template's list each kind of entry stands. */
const [CHIP, CLEAR] = [0, 1];

export interface CountParts {
  readonly bold: string;
  readonly rest: string;
}

/** `10` and ` of 12 incidents`; with what is shown of them where that is not all. */
export function sayFound({ found, total, state, pages }: Pick<ArchiveView, 'found' | 'total' | 'state' | 'pages'>): CountParts {
  const first = (state.page - 1) * ROWS_PER_PAGE + 1;
  const shown = pages > 1 ? `, ${sayCount(first)} to ${sayCount(Math.min(found, first + ROWS_PER_PAGE - 1))}` : '';
  const noun = total === 1 ? 'incident' : 'incidents';
  return { bold: sayCount(found), rest: `${found === total ? '' : ` of ${sayCount(total)}`} ${noun}${shown}` };
}

export function makeChips(
  parts: Parts,
  chips: readonly ChipView[],
  { state, address }: { state: ArchiveState; address: Address },
): HTMLElement[] {
  if (chips.length === 0) return [];
  const clear = copyPart(parts, 'chip', CLEAR);
  find(clear, 'a').setAttribute('href', address(cleared(state)));
  return [...chips.map((chip) => makeChip(parts, chip, address)), clear];
}

/** In place of the table when nothing was found: a list without any entry would leave the reader alone. */
export function makeNothing(parts: Parts, remedies: ArchiveView['remedies'], address: Address): HTMLElement {
  const nothing = parts.get('nothing')?.cloneNode(true) as HTMLElement;
  const list = find(nothing, 'ul');
  const pattern = find(list, 'li');
  list.replaceChildren(
    ...remedies.map(({ chip, found }) => {
      const item = pattern.cloneNode(true) as HTMLElement;
      const link = find(item, 'a');
      link.setAttribute('href', address(chip.without));
      link.textContent = `Without ${chip.key}: ${chip.text}`;
      find(item, '.empty__count').textContent = `${sayCount(found)} ${found === 1 ? 'incident' : 'incidents'}`;
      return item;
    }),
  );
  return nothing;
}

function makeChip(parts: Parts, chip: ChipView, address: Address): HTMLElement {
  const item = copyPart(parts, 'chip', CHIP);
  find(item, '.filter-chips__key').textContent = chip.key;
  find(item, '.filter-chips__value').textContent = chip.text;
  find(item, 'a').setAttribute('href', address(chip.without));
  return item;
}
