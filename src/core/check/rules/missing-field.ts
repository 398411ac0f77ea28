// Fields that the site wants of every incident, or of those of one severity.
import type { Incident } from '../../model/incident.ts';
import { MILESTONES } from '../../model/timestamp.ts';
import type { IncidentContext, IncidentRule } from '../rule.ts';

export const missingField: IncidentRule = {
  code: 'missing-field',
  severity: 'error',
  title: 'A field is missing that the site requires.',
  why: "The site's `required` lists what every postmortem must say, and what those of a severity must say besides. A draft is only warned.",
  bad: 'title: Checkout errors\nseverity: SEV1',
  fixed: 'title: Checkout errors\nseverity: SEV1\nstarted: 2026-11-20T14:02Z',
  check(incident, context) {
    const { required } = context.config;
    const { severity } = incident;
    const bySeverity = severity !== undefined && Object.hasOwn(required.bySeverity, severity) ? (required.bySeverity[severity] ?? []) : [];
    for (const field of new Set([...required.all, ...bySeverity])) {
      if (context.rejected?.includes(field) || isGiven(field, incident, context)) continue;
      const whose = required.all.includes(field) ? 'Every incident' : `Every incident of severity "${severity}"`;
      const isDraft = incident.status === 'draft';
      context.report({ path: [field] }, `"${field}" is missing. ${whose} must have it.`, {
        hint: isDraft
          ? 'Add it before the draft is published.'
          : `Add it to the front matter; which fields are required is set by "required" of the site.`,
        ...(isDraft && { severity: 'warning' }),
      });
    }
  },
};

type Presence = (incident: Incident, context: IncidentContext) => unknown;

/** How a field is seen in the model. Those that are not here always have a value. */
const PRESENCE: Readonly<Record<string, Presence>> = {
  ...Object.fromEntries(MILESTONES.map((name): [string, Presence] => [name, ({ milestones }) => milestones[name]])),
  // A title that was made up from a heading or the id is not given.
  title: (_incident, { rejected, title }) => rejected === undefined || title !== undefined,
  summary: ({ summary, sections }) => summary ?? sections.some(({ role }) => role === 'summary'),
  severity: ({ severity }) => severity,
  services: ({ services }) => services.length,
  teams: ({ teams }) => teams.length,
  environments: ({ environments }) => environments.length,
  tags: ({ tags }) => tags.length,
  detected_by: ({ detectedBy }) => detectedBy,
  trigger: ({ trigger }) => trigger,
  root_causes: ({ rootCauses }) => rootCauses.length,
  impact: ({ impact, sections }) => Object.keys(impact).length || sections.some(({ role }) => role === 'impact'),
  signatures: ({ signatures }) => signatures.length,
  authors: ({ authors }) => authors.length,
  reviewers: ({ reviewers }) => reviewers.length,
  commander: ({ commander }) => commander,
  related: ({ related }) => related.length,
  recurrence_of: ({ recurrenceOf }) => recurrenceOf,
  duplicate_of: ({ duplicateOf }) => duplicateOf,
  links: ({ links }) => links.length,
  redact: ({ redact }) => redact.length,
  aliases: ({ aliases }) => aliases.length,
  approximate: ({ approximate }) => approximate.length,
  timeline: ({ timeline }) => timeline.length,
  lessons: ({ lessons }) => lessons.wentWell.length + lessons.wentWrong.length + lessons.gotLucky.length,
  action_items: ({ actionItems }) => actionItems.length,
};

function isGiven(field: string, incident: Incident, context: IncidentContext): boolean {
  // A second telling says only what it tells differently.
  if (incident.duplicateOf !== undefined && field !== 'title' && field !== 'started') return true;
  const presence = Object.hasOwn(PRESENCE, field) ? PRESENCE[field] : undefined;
  return presence === undefined || Boolean(presence(incident, context));
}
