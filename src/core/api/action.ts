// One action item for other programs.

import { actionKey } from '../ledger/ledger.ts';
import { type ActionItem, isOpen } from '../model/action-item.ts';
import type { Archive, TrackedAction } from '../model/archive.ts';
import type { Ledger } from '../model/ledger.ts';
import { personOf, type SiteConfig } from '../model/site-config.ts';
import { pathIn } from '../text/explicit-links.ts';
import { actionPath } from '../text/site-url.ts';
import { ROOT } from './facts.ts';
import type { ActionItemJson, ItemHistoryJson, TrackedActionJson } from './schema/action.ts';

/** As it stands in its incident. */
export function actionItemJson(item: ActionItem, config: SiteConfig): ActionItemJson {
  const owner = item.owner === undefined ? undefined : personOf(config, item.owner);
  return {
    id: item.id,
    title: item.title.plain,
    type: item.type,
    status: item.status,
    priority: item.priority,
    owner: item.owner,
    owner_name: owner?.name,
    owner_team: owner?.team,
    team: item.team,
    created: item.created,
    due: item.due,
    due_from: item.dueFrom,
    completed: item.completed,
    ticket: item.ticket?.text,
    ticket_url: item.ticket?.url,
    done_when: item.doneWhen,
    evidence: item.evidence,
    reason: item.reason,
  };
}

/** What an action item needs to know of its archive. */
export type ActionSource = Pick<Archive, 'config'> & Partial<Pick<Archive, 'ledger'>>;

/** An entry of `api/actions.json` and a line of `api/actions.ndjson`. `root` is the way to the site's root from the file it stands in. */
export function actionJson(action: TrackedAction, { config, ledger }: ActionSource, root = ROOT): TrackedActionJson {
  const { item, incident, ageDays, overdueDays } = action;
  return {
    incident: incident.id,
    incident_title: incident.title,
    severity: incident.severity,
    // The anchor its row has on the incident's page.
    url: root + pathIn(config.urls, actionPath(incident.id, item.id)),
    ...actionItemJson(item, config),
    open: isOpen(item),
    age_days: ageDays,
    overdue_days: overdueDays,
    recurring: action.recurring,
    history: historyJson(actionKey(incident.id, item.id), ledger),
  };
}

/** What stands before and after the way to the root. An item is in the lists of its owner, its team, its services and of all, from two depths. */
const entries = new WeakMap<TrackedAction, readonly [before: string, after: string]>();

/** The same as text. */
export function actionEntry(action: TrackedAction, archive: ActionSource, root = ROOT): string {
  const known = entries.get(action) ?? cutAtRoot(JSON.stringify(actionJson(action, archive, '')));
  entries.set(action, known);
  const [before, after] = known;
  return before + root + after;
}

const URL_FIELD = '"url":"';

/** No value can be taken for the field: within a string, quotation marks are escaped. */
function cutAtRoot(entry: string): readonly [before: string, after: string] {
  const at = entry.indexOf(URL_FIELD) + URL_FIELD.length;
  return [entry.slice(0, at), entry.slice(at)];
}

/** Undefined where there is no history to be had, or none of this item. */
function historyJson(key: string, ledger: Ledger | undefined): ItemHistoryJson | undefined {
  const history = ledger?.isAvailable ? ledger.entries.get(key) : undefined;
  if (history === undefined || !ledger?.isAvailable) return undefined;
  const { slips, slippedDays, events } = history;
  return { slips, slipped_days: slippedDays, uncommitted: ledger.uncommitted.has(key), events: [...events] };
}
