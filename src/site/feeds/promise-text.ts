// What a calendar and a feed say about a promise: the facts that stand in its file, one a line, in plain words. Nothing about its lateness: it is
// read on another day.
import type { ActionStatus } from '../../core/model/action-item.ts';
import type { TrackedAction } from '../../core/model/archive.ts';
import { personOf, type SiteConfig } from '../../core/model/site-config.ts';
import { slugify } from '../../core/text/slug.ts';
import { incidentPath } from '../../core/text/urls.ts';

const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  open: 'open',
  in_progress: 'in progress',
  blocked: 'blocked',
  done: 'done',
  wont_do: 'will not be done',
};

/** `Ana Lindqvist`, else the team, else that nobody has it. */
export function whoHas({ item }: TrackedAction, config: SiteConfig): string {
  if (item.owner !== undefined) return personOf(config, item.owner)?.name ?? item.owner;
  if (item.team !== undefined) return teamName(item.team, config);
  return 'no owner';
}

/** In the order in which they help. */
export function promiseFacts(action: TrackedAction, config: SiteConfig): readonly (readonly [name: string, value: string])[] {
  const { item, incident } = action;
  const facts: [string, string | undefined][] = [
    ['Incident', incident.title],
    ['Severity', incident.severity],
    ['Owner', whoHas(action, config)],
    ['Team', item.owner === undefined || item.team === undefined ? undefined : teamName(item.team, config)],
    ['Priority', item.priority],
    ['Status', `${STATUS_WORDS[item.status]}${item.reason === undefined ? '' : `: ${item.reason}`}`],
    ['Due', item.due === undefined ? undefined : `${item.due}${item.dueFrom === 'policy' ? ' by policy' : ''}`],
    ['Closed', item.completed],
    ['Done when', item.doneWhen],
    ['Evidence', item.evidence],
    ['Ticket', item.ticket?.url ?? item.ticket?.text],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}

/** The row of an action item on its incident's page, from the site's root. */
export function promisePath({ item, incident }: TrackedAction): string {
  return `${incidentPath(incident.id)}#${encodeURIComponent(slugify(item.id))}`;
}

function teamName(id: string, { vocabularies }: SiteConfig): string {
  return vocabularies.teams.terms.find((term) => term.id === id)?.name ?? id;
}
