// The filters in use above a list, each with a way to take it off, and what stands for the list when nothing was found.
import { countOf } from '../../core/text/count.ts';
import type { ChipView, Remedy } from './option-view.ts';
import { copyPart, copyWhole, find, type Parts } from './parts.ts';

/** `state` turned into an address. */
export type Address<State> = (state: State) => string;

/** Where in the template's list each kind of entry stands. */
const [CHIP, CLEAR] = [0, 1];

export interface ChipLinks<State> {
  /** Everything again. */
  readonly cleared: State;
  readonly address: Address<State>;
}

export function makeChips<State>(parts: Parts, chips: readonly ChipView<State>[], { cleared, address }: ChipLinks<State>): HTMLElement[] {
  if (chips.length === 0) return [];
  const clear = copyPart(parts, 'chip', CLEAR);
  find(clear, 'a').setAttribute('href', address(cleared));
  return [...chips.map((chip) => makeChip(parts, chip, address)), clear];
}

interface WaysOut<State> extends ChipLinks<State> {
  /** What the list lists. */
  readonly noun: string;
}

/**
 * In place of the table when nothing was found: a list without any entry would leave the reader alone. Filters of which none alone is in the
 * way can only be taken off together.
 */
export function makeNothing<State>(
  parts: Parts,
  remedies: readonly Remedy<State>[],
  { noun, address, cleared }: WaysOut<State>,
): HTMLElement {
  const nothing = copyWhole(parts, 'nothing');
  const useful = remedies.filter(({ found }) => found > 0);
  const [one, all] = [find(nothing, '[data-one-less]'), find(nothing, '[data-all-less]')];
  if (useful.length === 0) {
    one.remove();
    find(all, 'a').setAttribute('href', address(cleared));
    return nothing;
  }
  all.remove();
  const list = find(one, 'ul');
  const pattern = find(list, 'li');
  list.replaceChildren(
    ...useful.map(({ chip, found }) => {
      const item = pattern.cloneNode(true) as HTMLElement;
      const link = find(item, 'a');
      link.setAttribute('href', address(chip.without));
      link.textContent = `Without ${chip.key}: ${chip.text}`;
      find(item, '.empty__count').textContent = countOf(found, noun);
      return item;
    }),
  );
  return nothing;
}

function makeChip<State>(parts: Parts, chip: ChipView<State>, address: Address<State>): HTMLElement {
  const item = copyPart(parts, 'chip', CHIP);
  find(item, '.filter-chips__key').textContent = chip.key;
  find(item, '.filter-chips__value').textContent = chip.text;
  find(item, 'a').setAttribute('href', address(chip.without));
  return item;
}
