// The first sentence on the page of a tag, service, team, cause, severity or year: what its incidents come to.
import type { IndexEntry } from '../../src/core/model/archive.ts';
import { countOf, sayCount } from '../../src/core/text/count.ts';
import { formatDay, formatMonth } from '../../src/core/time/format.ts';
import type { View } from '../ui/view.ts';
import { INDEX_WORDS } from './index-words.ts';

/** All of it, as of the day of the build. */
export function ledeOf(entry: IndexEntry, view: View): string {
  const { openActions, actionCount, overdueCount } = entry;
  if (openActions.length === 0) return ledeStart(entry, view);
  const late = overdueCount === 0 ? ', none overdue' : `, ${sayCount(overdueCount)} overdue`;
  const lateness = actionCount > 1 ? late : overdueCount > 0 ? ' and overdue' : '';
  return `${ledeStart(entry, view)}${lateness} as of ${formatDay(view.asOf)}.`;
}

/** Up to what changes with the day it is read: how many are overdue. Whole, with its full stop, where nothing is open. */
export function ledeStart(entry: IndexEntry, view: View): string {
  if (entry.incidents.length === 0) return INDEX_WORDS[entry.kind].none;
  return `${countOf(entry.incidents.length, 'incident')}${since(entry)}${gravest(entry, view)}. ${promises(entry)}`;
}

/** From the first one that has a date; a year says when by itself. */
function since({ kind, incidents }: IndexEntry): string {
  if (kind === 'years') return '';
  const started = incidents.findLast(({ milestones }) => milestones.started !== undefined)?.milestones.started;
  if (started === undefined) return incidents.length === 1 ? ', undated' : ', none of them dated';
  return incidents.length === 1 ? ` in ${formatMonth(started)}` : ` since ${formatMonth(started)}`;
}

function gravest({ kind, incidents }: IndexEntry, view: View): string {
  const label = view.config.severities[0]?.label;
  const count = kind === 'severities' || label === undefined ? 0 : incidents.filter(({ severity }) => severity === label).length;
  if (count === 0) return '';
  if (incidents.length === 1) return `, ${label}`;
  return `, ${count === incidents.length ? 'all' : count === 1 ? 'one' : sayCount(count)} of them ${label}`;
}

function promises({ incidents, actionCount, openActions }: IndexEntry): string {
  const they = incidents.length === 1 ? 'It' : 'They';
  if (actionCount === 0) return `${they} left no action items.`;
  const left = `${they} left ${countOf(actionCount, 'action item')}`;
  if (openActions.length === 0) return `${left}, ${actionCount === 1 ? 'which is finished' : 'all of them finished'}.`;
  if (actionCount === 1) return `${left}, which is open`;
  return `${left}, of which ${sayCount(openActions.length)} ${openActions.length === 1 ? 'is' : 'are'} open`;
}
