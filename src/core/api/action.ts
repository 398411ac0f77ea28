// One action item for other programs.
import { type ActionItem, isOpen } from '../model/action-item.ts';
import type { TrackedAction } from '../model/archive.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { slugify } from '../text/slug.ts';
import { incidentPath } from '../text/urls.ts';
import { ROOT } from './facts.ts';
import type { ActionItemJson, TrackedActionJson } from './schema/action.ts';

/** As it stands in its incident. */
export function actionItemJson(item: ActionItem): ActionItemJson {
  return {
    id: item.id,
    title: item.title.plain,
    type: item.type,
    status: item.status,
    priority: item.priority,
    owner: item.owner,
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

/** An entry of `api/actions.json` and a line of `api/actions.ndjson`. `root` is the way to the site's root from the file it stands in. */
export function actionJson(action: TrackedAction, config: SiteConfig, root = ROOT): TrackedActionJson {
  const { item, incident, ageDays, overdueDays } = action;
  return {
    incident: incident.id,
    incident_title: incident.title,
    severity: incident.severity,
    // The anchor its row has on the incident's page.
    url: `${root}${incidentPath(incident.id)}#${encodeURIComponent(slugify(item.id))}`,
    ...actionItemJson(item),
    owner_name: item.owner === undefined ? undefined : config.people[item.owner]?.name,
    open: isOpen(item),
    age_days: ageDays,
    overdue_days: overdueDays,
  };
}
