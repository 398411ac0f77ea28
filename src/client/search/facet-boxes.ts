// The rail: what the results can be narrowed by, as boxes with counts. A box writes its value into the query.
import { OPTIONS_SHOWN } from '../../core/rows/facets.ts';
import { sayCount } from '../../core/text/count.ts';
import { copyPart, find, type Parts, severityMark } from '../list/parts.ts';
import type { OptionGroup } from './messages.ts';

export interface FacetBoxes {
  show(groups: readonly OptionGroup[]): void;
  hide(): void;
}

/** Called with all values of a field that are chosen now. */
export type Chosen = (field: string, values: readonly string[]) => void;

type Option = OptionGroup['options'][number];

interface Group {
  readonly field: string;
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  readonly more: HTMLElement;
  /** Kept by value, so that the box in use keeps the focus when the others change. */
  readonly items: Map<string, HTMLElement>;
  options: readonly Option[];
  isExpanded: boolean;
  /** A box was pressed, and stands as the reader left it, not as the options say. */
  isStale: boolean;
}

export function connectFacets(rail: HTMLElement, parts: Parts, chosen: Chosen): FacetBoxes {
  const groups = [...rail.querySelectorAll<HTMLElement>('[data-field]')].map((element) => connectGroup(element, parts, chosen));
  const used = find(rail, '[data-facets-used]');
  return {
    show: (given) => {
      for (const group of groups) {
        const options = given.find(({ field }) => field === group.field)?.options ?? [];
        // A letter more often changes nothing here.
        if (JSON.stringify(options) === JSON.stringify(group.options) && !group.isStale) continue;
        group.options = options;
        group.isStale = false;
        showGroup(group, parts);
      }
      rail.hidden = groups.every(({ element }) => element.hidden);
      const count = groups.filter(({ options }) => options.some(({ isChosen }) => isChosen)).length;
      used.textContent = count > 0 ? `${count} in use` : '';
    },
    hide: () => {
      rail.hidden = true;
    },
  };
}

function connectGroup(element: HTMLElement, parts: Parts, chosen: Chosen): Group {
  const more = copyPart(parts, 'more');
  element.append(more);
  const field = element.dataset.field ?? '';
  const group: Group = { field, element, list: find(element, 'ul'), more, items: new Map(), options: [], isExpanded: false, isStale: true };
  group.list.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    group.isStale = true;
    const others = group.options.filter(({ value, isChosen }) => isChosen && value !== target.value);
    chosen(field, [...others.map(({ value }) => value), ...(target.checked ? [target.value] : [])]);
  });
  more.addEventListener('click', () => {
    group.isExpanded = !group.isExpanded;
    showGroup(group, parts);
  });
  return group;
}

function showGroup(group: Group, parts: Parts): void {
  const { options, list, more, element, isExpanded } = group;
  const shown = options.filter((option, position) => isExpanded || position < OPTIONS_SHOWN || option.isChosen);
  place(
    list,
    shown.map((option) => showOption(group, option, parts)),
  );
  element.hidden = options.length === 0;
  const hidden = options.length - shown.length;
  more.hidden = hidden === 0 && !isExpanded;
  more.textContent = isExpanded ? 'Fewer' : `${sayCount(hidden)} more`;
  more.setAttribute('aria-expanded', String(isExpanded));
}

/** What stands already is not put there again: the browser would lay all of it out anew. */
function place(list: HTMLElement, items: readonly HTMLElement[]): void {
  if (items.length === list.childElementCount && items.every((item, n) => item === list.children[n])) return;
  const focused = document.activeElement;
  list.replaceChildren(...items);
  // Moving an element takes the focus from it.
  if (focused instanceof HTMLElement && focused !== document.activeElement && list.contains(focused))
    focused.focus({ preventScroll: true });
}

function showOption(group: Group, option: Option, parts: Parts): HTMLElement {
  const item = group.items.get(option.value) ?? makeOption(group.field, option, parts);
  group.items.set(option.value, item);
  const input = find<HTMLInputElement>(item, 'input');
  input.checked = option.isChosen;
  input.disabled = option.count === 0 && !option.isChosen;
  const count = find(item, '.facets__count');
  const said = sayCount(option.count);
  if (count.textContent !== said) count.textContent = said;
  find(item, 'label').classList.toggle('facets__option--none', input.disabled);
  return item;
}

function makeOption(field: string, option: Option, parts: Parts): HTMLElement {
  const item = document.createElement('li');
  const label = copyPart(parts, 'option');
  const input = find<HTMLInputElement>(label, 'input');
  input.name = field;
  input.value = option.value;
  find(label, '.facets__name').replaceChildren(field === 'severity' ? severityMark(parts, option.value) : option.name);
  item.append(label);
  return item;
}
