// How messages name action items of one incident: one by its title, several by their ids.
import type { ActionItem } from '../model/action-item.ts';
import { sayShort } from './say.ts';

const MOST = 6;

/** `Action item AI-1 ("Raise the limit")`, `Action items AI-1 and AI-3`, `8 action items (AI-1, AI-2, …)` */
export function sayItems(items: readonly Pick<ActionItem, 'id' | 'title'>[]): string {
  const [first] = items;
  if (first && items.length === 1) return `Action item ${first.id} ("${sayShort(first.title.plain)}")`;
  const ids = items.map(({ id }) => id);
  if (ids.length > MOST) return `${ids.length} action items (${ids.slice(0, MOST).join(', ')}, \u2026)`;
  return `Action items ${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}
