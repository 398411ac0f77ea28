// Why a change could not be made, and what to do by hand, in a sentence each.
import { namesOf } from '../compile/names.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Change } from './changes.ts';
import { FIELD_TITLES } from './mark-spellings.ts';

export interface Refused {
  readonly change: Change;
  readonly item: ActionItem;
  /** Where the item stands; other words say why nothing can be changed there. */
  readonly place: string;
  /** For a row of a table: whether there is a column for the field. */
  readonly hasColumn: boolean;
  readonly config: SiteConfig;
  readonly line: number;
}

interface Reason {
  readonly message: string;
  readonly hint: string;
}

const PLACES = ['front matter', 'list', 'row'];

export function whyNot(refused: Refused): Reason {
  const { change, item, place, line, hasColumn } = refused;
  const { field, value } = change;
  if (!PLACES.includes(place)) return { message: `${item.id} cannot be edited: ${place}.`, hint: `Write line ${line} out by hand.` };
  const task = value === undefined ? `"${field}" cannot be taken out of ${item.id}` : `"${field}" of ${item.id} cannot be written`;
  if (place === 'front matter')
    return {
      message: `${task} without changing something else: a value that is used twice (\`&name\`), or a spelling that is not edited.`,
      hint: `Edit line ${line} by hand.`,
    };
  const reason = reasonInText(refused, task);
  if (reason) return reason;
  if (place === 'row' && value !== undefined && field !== 'title' && !hasColumn)
    return {
      message: `${task}: the table has no column for it, and beside the title it would not be read.`,
      hint: `Add a column "${FIELD_TITLES[field]}" to the table by hand, or move the items into the front matter.`,
    };
  return { message: `${task} here without changing how something else is read.`, hint: `Edit line ${line} by hand.` };
}

/** What the text of a postmortem cannot say. */
function reasonInText({ change: { field, value }, item, config }: Refused, task: string): Reason | undefined {
  if (value?.includes('\n'))
    return { message: `${task}: in the text a value is one line.`, hint: 'Say it in one line, or move the items into the front matter.' };
  if (field === 'title') return { message: `${task}: its words do not stand in one place.`, hint: 'Write the title by hand.' };
  if (field === 'status' && value !== 'done' && item.completed !== undefined)
    return { message: `${task}: the day it was completed says that it is done.`, hint: 'Take that out as well: completed=' };
  if (field === 'completed' && item.status !== 'done')
    return { message: `${task}: with that day it would be read as done.`, hint: 'Say so as well: status=done' };
  if (field === 'status' && item.reason !== undefined)
    return {
      message: `${task}: it stands beside its reason, which would be lost.`,
      hint: 'Take that out as well, or give another: reason=',
    };
  const names = namesOf(config).known;
  if (field === 'owner' && value !== undefined && names.person(value) === undefined && names.team(value) !== undefined)
    return { message: `${task}: "${value}" is the name of a team.`, hint: `Write team=${names.team(value)}.` };
  return undefined;
}
