// The action item that `INCIDENT/AI-1` means, or words about what there is instead.
import { actionId } from '../../core/body/action-fields.ts';
import type { ActionItem } from '../../core/model/action-item.ts';
import type { Place } from '../../core/model/diagnostic.ts';
import type { Incident } from '../../core/model/incident.ts';
import { closest } from '../../core/text/closest.ts';
import type { LineColumn } from '../../core/text/line-index.ts';
import { slugify } from '../../core/text/slug.ts';
import { AppError } from '../../io/app-error.ts';
import { visible } from '../report/visible.ts';

export interface FoundItem {
  readonly incident: Incident;
  readonly item: ActionItem;
  /** Among the items of its incident. */
  readonly index: number;
}

/** More are a list that nobody reads. */
const MOST_NAMED = 12;

/** An incident, and the lines its parts stand on. */
export interface Findable {
  readonly incident: Incident;
  readonly locate: (place: Place) => LineColumn;
}

/** Throws for a key that is none, and for what is not there. */
export function findItem(key: string, all: readonly Findable[]): FoundItem {
  const slash = key.lastIndexOf('/');
  const meant = meantBy(key, all);
  if (slash < 1 || slash === key.length - 1 || meant !== undefined)
    throw new AppError('usage', `"${visible(key)}" does not name an action item.`, {
      hint: meant ?? 'Write INCIDENT/ITEM, such as 2026-11-20-checkout-errors/AI-1.',
    });
  const found = findIncident(key.slice(0, slash), all);
  const { incident } = found;
  const typed = actionId(key.slice(slash + 1));
  const [index = -1, ...others] = [...incident.actionItems.keys()].filter((at) => isCalled(incident.actionItems[at], typed));
  const item = incident.actionItems[index];
  if (item && others.length > 0)
    throw new AppError('usage', `${incident.id} has several action items ${visible(item.id)}.`, {
      hint: `They stand on the lines ${[index, ...others].map((at) => lineOf(found, at)).join(' and ')}. Give each an id of its own first.`,
    });
  if (item) return { incident, item, index };
  const message = `${incident.id} has no action item ${visible(typed)}.`;
  throw new AppError('not-found', message, { hint: visible(hintFor(typed, found)) });
}

function isCalled(item: ActionItem | undefined, typed: string): boolean {
  return item?.id.toUpperCase() === typed.toUpperCase();
}

function lineOf({ incident, locate }: Findable, at: number): number {
  return locate(incident.actionItems[at]?.place ?? { line: 1 }).line;
}

function findIncident(typed: string, all: readonly Findable[]): Findable {
  const named = all.filter(({ incident }) => incident.id === typed);
  const [found, another] = named.length > 0 ? named : all.filter(({ incident }) => incident.aliases.includes(typed));
  if (another && found)
    throw new AppError('usage', `Two files are ${visible(typed)}: ${found.incident.file} and ${another.incident.file}.`, {
      hint: 'Give one of them another id; `hindsight check` says more.',
    });
  if (found) return found;
  const ids = all.map(({ incident }) => incident.id);
  const near = closest(typed, ids) ?? ofFile(typed, ids) ?? partOf(typed, ids);
  throw new AppError('not-found', `There is no incident ${visible(typed)} that can be read.`, {
    hint: near === undefined ? '`hindsight actions` lists what there is.' : visible(`Did you mean ${near}?`),
  });
}

/** `postmortems/2026-11-20-checkout-errors.md` */
function ofFile(typed: string, ids: readonly string[]): string | undefined {
  const name = typed.replace(/^.*\//, '').replace(/\.md$/, '');
  return ids.find((id) => id === name);
}

/** The address of an item on the site, or what stands in it: `2026-11-20-checkout-errors/#ai-1`. */
function meantBy(key: string, all: readonly Findable[]): string | undefined {
  const [, id, anchor = ''] = /([^/#]+)\/?#([^#]+)$/.exec(key) ?? [];
  const item = all.find(({ incident }) => incident.id === id)?.incident.actionItems.find((one) => slugify(one.id) === slugify(anchor));
  return item && visible(`Did you mean ${id}/${item.id}?`);
}

/** `checkout-errors` of one incident only: its day was left out. */
function partOf(typed: string, ids: readonly string[]): string | undefined {
  const [only, ...more] = ids.filter((id) => id.includes(typed));
  return more.length === 0 ? only : undefined;
}

function hintFor(typed: string, { incident: { actionItems, file }, locate }: Findable): string {
  if (actionItems.length === 0) return `It has none that could be read: see hindsight check, and ${file}.`;
  const ids = actionItems.map(({ id }) => id);
  const near = closest(typed, ids);
  if (near !== undefined && ids.length > MOST_NAMED) return `Did you mean ${near}?`;
  const named = actionItems.slice(0, MOST_NAMED).map(({ id, place }) => `${id} (line ${locate(place).line})`);
  return `It has ${named.join(', ')}${ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : ''}.`;
}
