// An action item as it is to read after an edit, and whether what was read afterwards is that, and nothing else has become another.
import { ticketOf } from '../body/action-fields.ts';
import { namesOf } from '../compile/names.ts';
import type { ActionItem, ActionStatus, ActionType } from '../model/action-item.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Change } from './changes.ts';

/** The fields a file gives, as plain values: what policy works out, and where the item stands, are none of them. */
export interface OwnFields {
  readonly id: string;
  readonly title: string;
  readonly status: ActionStatus;
  readonly type?: ActionType;
  readonly priority?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly created?: string;
  readonly due?: string;
  readonly completed?: string;
  readonly ticket?: string;
  /** Where the ticket leads: by its key, or because it is written as a link. */
  readonly ticket_url?: string;
  readonly done_when?: string;
  readonly evidence?: string;
  readonly reason?: string;
}

export function ownFields({ title, ticket, dueFrom, place, due, doneWhen, ...others }: ActionItem): OwnFields {
  return {
    ...others,
    title: title.source.trim(),
    ...(due !== undefined && dueFrom !== 'policy' && { due }),
    ...(ticket && ticketFields(ticket)),
    ...(doneWhen !== undefined && { done_when: doneWhen }),
  };
}

/** An address is the same ticket however its text is shown. */
function ticketFields({ text, url }: NonNullable<ActionItem['ticket']>): Pick<OwnFields, 'ticket' | 'ticket_url'> {
  const shown = url !== undefined && /^https?:/i.test(text) ? url : text;
  return { ticket: shown, ...(url !== undefined && { ticket_url: url }) };
}

/** The item with one field changed, in the names the site knows. */
export function withChange(before: OwnFields, { field, value }: Change, config: SiteConfig): OwnFields {
  const { ticket_url: _old, ...rest } = before;
  const own = field === 'ticket' ? rest : before;
  if (value === undefined) {
    const { [field]: _gone, ...others } = own;
    return { ...others, id: own.id, title: own.title, status: field === 'status' ? 'open' : own.status };
  }
  if (field === 'ticket') return { ...own, ...ticketFields(ticketOf({ text: value }, namesOf(config).known) ?? { text: value }) };
  return { ...own, [field]: asRead(field, value, config) };
}

/** A value as the reader of the front matter understands it. */
function asRead(field: Change['field'], value: string, config: SiteConfig): string {
  const { resolver, known } = namesOf(config);
  switch (field) {
    case 'owner':
      return known.person(value) ?? value;
    case 'team':
      return resolver.canonical('teams', value);
    default:
      return value;
  }
}

export function isSameItem(a: OwnFields, b: OwnFields): boolean {
  return namesIn(a, b).every((name) => a[name] === b[name]);
}

function namesIn(a: OwnFields, b: OwnFields): (keyof OwnFields)[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof OwnFields)[];
}
