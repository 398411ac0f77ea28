// The facts of an incident as other programs read them, under the front matter's own names.
import { plainSummary } from '../digest.ts';
import type { Archive } from '../model/archive.ts';
import type { Impact, Incident } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { pathIn } from '../text/explicit-links.ts';
import { incidentPath, incidentTwinPath } from '../text/urls.ts';
import { secondsBetween } from '../time/seconds-between.ts';
import type { IncidentFactsJson } from './schema/incident.ts';

/** Every file that holds facts lies one folder below the root, in `api/` or `incidents/`. */
export const ROOT = '../';

/**
 * Shared by the list and the full file. `redact` is left out on purpose: it lists the very names that must not be read. Nothing here depends
 * on the day of the build, so that the file of an incident changes only when the incident does.
 */
export function incidentFacts(incident: Incident, archive: Pick<Archive, 'aliases' | 'config'>): IncidentFactsJson {
  const { milestones } = incident;
  const canonical = (id: string) => archive.aliases.get(id) ?? id;
  return {
    id: incident.id,
    title: incident.title,
    url: ROOT + pathIn(archive.config.urls, incidentPath(incident.id)),
    markdown_url: ROOT + incidentTwinPath(incident.id, 'md'),
    // Absent where nothing was told.
    summary: plainSummary(incident) || undefined,
    status: incident.status,
    visibility: incident.visibility,
    severity: incident.severity,
    severity_rank: rankOf(incident.severity, archive.config),
    started: milestones.started?.iso,
    detected: milestones.detected?.iso,
    acknowledged: milestones.acknowledged?.iso,
    identified: milestones.identified?.iso,
    mitigated: milestones.mitigated?.iso,
    resolved: milestones.resolved?.iso,
    timezone: incident.timezone,
    approximate: [...incident.approximate],
    duration_seconds: secondsBetween(milestones.started, milestones.resolved),
    metrics_seconds: metricsOf(incident, archive.config),
    services: [...incident.services],
    teams: [...incident.teams],
    environments: [...incident.environments],
    tags: [...incident.tags],
    root_causes: [...incident.rootCauses],
    detected_by: incident.detectedBy,
    trigger: incident.trigger,
    impact: impactJson(incident.impact),
    signatures: [...incident.signatures],
    authors: [...incident.authors],
    reviewers: [...incident.reviewers],
    commander: incident.commander,
    related: incident.related.map(canonical),
    recurrence_of: incident.recurrenceOf && canonical(incident.recurrenceOf),
    duplicate_of: incident.duplicateOf && canonical(incident.duplicateOf),
  };
}

function metricsOf({ milestones }: Incident, { metrics }: SiteConfig): Record<string, number> {
  const known: Record<string, number> = {};
  for (const { id, from, to } of metrics) {
    const length = secondsBetween(milestones[from], milestones[to]);
    if (length !== undefined) known[id] = length;
  }
  return known;
}

function rankOf(label: string | undefined, { severities }: SiteConfig): number | undefined {
  return label === undefined ? undefined : severities.find((level) => level.label === label)?.rank;
}

function impactJson(impact: Impact): IncidentFactsJson['impact'] {
  return {
    summary: impact.summary?.plain,
    users_affected: impact.usersAffected,
    users_affected_percent: impact.usersAffectedPercent,
    customer_facing: impact.customerFacing,
    data_loss: impact.dataLoss,
    cost: impact.cost,
  };
}
