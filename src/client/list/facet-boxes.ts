// Turns the rail's links into boxes to tick, and keeps their counts true to the other filters.
import { OPTIONS_SHOWN } from '../../core/rows/facets.ts';
import { sayCount } from '../../core/text/count.ts';
import type { OptionView } from './option-view.ts';
import { copyPart, find, type Parts, setText, severityMark } from './parts.ts';

export interface FacetBoxes<F extends string> {
  /** Ticks what the state says, at once: counts come with the rows. */
  tick(filters: Readonly<Record<F, readonly string[]>>): void;
  show(options: Readonly<Record<F, readonly OptionView[]>>): void;
}

export interface FacetEvents<F extends string> {
  toggled(facet: F, value: string): void;
  /** More values are wanted than the page was built with. */
  expanded(): void;
}

interface Box {
  readonly item: HTMLElement;
  readonly input: HTMLInputElement;
  readonly count: HTMLElement;
}

interface Group<F extends string = string> {
  readonly facet: F;
  readonly list: HTMLElement;
  readonly boxes: Map<string, Box>;
  readonly more: HTMLElement;
  isExpanded: boolean;
}

export interface Rail<F extends string> {
  readonly rail: HTMLElement;
  readonly parts: Parts;
  readonly facets: readonly F[];
}

export function connectFacets<F extends string>({ rail, parts, facets }: Rail<F>, events: FacetEvents<F>): FacetBoxes<F> {
  const groups = [...rail.querySelectorAll<HTMLElement>('[data-facet]')].flatMap((element) => {
    const facet = facets.find((name) => name === element.dataset.facet);
    return facet ? [connectGroup(element, facet, { parts, events })] : [];
  });
  return {
    tick: (filters) => {
      for (const { facet, boxes } of groups) for (const [value, { input }] of boxes) input.checked = filters[facet].includes(value);
    },
    show: (options) => {
      for (const group of groups) showGroup(group, options[group.facet], parts);
    },
  };
}

function connectGroup<F extends string>(
  element: HTMLElement,
  facet: F,
  { parts, events }: { parts: Parts; events: FacetEvents<F> },
): Group<F> {
  const list = find(element, 'ul');
  const written = element.querySelector<HTMLElement>('.facets__more');
  const more = copyPart(parts, 'more');
  more.textContent = written?.textContent ?? '';
  more.hidden = !written;
  more.setAttribute('aria-expanded', 'false');
  if (written) written.replaceWith(more);
  else element.append(more);
  const group: Group<F> = { facet, list, boxes: new Map(), more, isExpanded: false };
  for (const item of [...list.children] as HTMLElement[]) {
    const name = [...find(item, '.facets__name').childNodes];
    addBox(group, { item, value: item.dataset.value ?? '', name, count: find(item, '.facets__count').textContent ?? '' }, parts);
  }
  list.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) events.toggled(facet, target.value);
  });
  more.addEventListener('click', () => {
    group.isExpanded = !group.isExpanded;
    events.expanded();
  });
  return group;
}

interface NewBox {
  readonly item: HTMLElement;
  readonly value: string;
  readonly name: readonly Node[];
  readonly count: string;
}

function addBox(group: Group, { item, value, name, count }: NewBox, parts: Parts): Box {
  const label = copyPart(parts, 'option');
  const box = { item, input: find<HTMLInputElement>(label, 'input'), count: find(label, '.facets__count') };
  box.input.name = group.facet;
  box.input.value = value;
  box.count.textContent = count;
  find(label, '.facets__name').replaceChildren(...name);
  item.replaceChildren(label);
  group.boxes.set(value, box);
  return box;
}

/** Boxes stay where they are once made, so that the one in use keeps the focus. */
function showGroup(group: Group, options: readonly OptionView[], parts: Parts): void {
  let above: HTMLElement | undefined;
  let hidden = 0;
  options.forEach((option, position) => {
    const isShown = group.isExpanded || position < OPTIONS_SHOWN || option.chosen;
    if (!isShown) hidden++;
    const box = group.boxes.get(option.value) ?? (isShown ? insertBox(group, { option, above, parts }) : undefined);
    if (!box) return;
    above = box.item;
    box.item.hidden = !isShown;
    box.input.checked = option.chosen;
    box.input.disabled = option.count === 0 && !option.chosen;
    setText(box.count, sayCount(option.count));
    box.input.closest('label')?.classList.toggle('facets__option--none', box.input.disabled);
  });
  group.more.hidden = hidden === 0 && !group.isExpanded;
  setText(group.more, group.isExpanded ? 'Fewer' : `${sayCount(hidden)} more`);
  group.more.setAttribute('aria-expanded', String(group.isExpanded));
}

function insertBox(group: Group, at: { option: OptionView; above: HTMLElement | undefined; parts: Parts }): Box {
  const { option, above, parts } = at;
  const item = document.createElement('li');
  if (above) above.after(item);
  else group.list.prepend(item);
  const name = group.facet === 'severity' ? severityMark(parts, option.value) : document.createTextNode(option.name);
  return addBox(group, { item, value: option.value, name: [name], count: '' }, parts);
}
