// A promise made in a postmortem.
import type { Place } from './diagnostic.ts';
import type { RichText } from './incident.ts';
import type { Day } from './timestamp.ts';

export const ACTION_TYPES = ['prevent', 'mitigate', 'detect', 'repair', 'investigate', 'process', 'document'] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

export const ACTION_STATUSES = ['open', 'in_progress', 'blocked', 'done', 'wont_do'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export interface ActionItem {
  /** Unique within its incident: `AI-3`. Given by position where the author gave none. */
  readonly id: string;
  readonly title: RichText;
  readonly type?: ActionType;
  readonly status: ActionStatus;
  /** `P1` is the most urgent. */
  readonly priority?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly created?: Day;
  readonly due?: Day;
  /** `policy`: worked out from `due_days` of the site, because the file gives none. */
  readonly dueFrom?: 'file' | 'policy';
  readonly completed?: Day;
  /** A URL, or a key such as `PAY-812` that `ticket_links` turns into one. */
  readonly ticket?: { readonly text: string; readonly url?: string };
  readonly doneWhen?: string;
  readonly evidence?: string;
  /** Why it is blocked or will not be done. */
  readonly reason?: string;
  readonly place: Place;
}

/** Still promised: neither done nor dropped. */
export function isOpen(item: Pick<ActionItem, 'status'>): boolean {
  return item.status !== 'done' && item.status !== 'wont_do';
}

/** Open past its due day, counted to `asOf`. */
export function isOverdue(item: ActionItem, asOf: Day): boolean {
  return isOpen(item) && item.due !== undefined && item.due < asOf;
}
