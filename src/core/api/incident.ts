// One incident for other programs: in short in the list of all, in full in the file beside its page.
import type { Surroundings } from '../archive/surroundings.ts';
import { isOpen, isOverdue } from '../model/action-item.ts';
import type { Archive } from '../model/archive.ts';
import type { Incident, RichText, Section, TimelineEntry } from '../model/incident.ts';
import { sayDifference, sayReason } from '../resemblance/words.ts';
import { incidentTwinPath } from '../text/urls.ts';
import { actionItemJson } from './action.ts';
import { incidentFacts, ROOT } from './facts.ts';
import type { IncidentFileJson, IncidentSummaryJson } from './schema/incident.ts';
import { schemaPath } from './schema/index.ts';

/** An entry of `api/incidents.json` and a line of `api/incidents.ndjson`. */
export function incidentSummaryJson(incident: Incident, archive: Archive): IncidentSummaryJson {
  const { actionItems } = incident;
  // Not by spreading: with this many fields that takes ten times as long as everything else.
  return Object.assign(incidentFacts(incident, archive), {
    json_url: ROOT + incidentTwinPath(incident.id, 'json'),
    timeline_count: incident.timeline.length,
    action_count: actionItems.length,
    open_action_count: actionItems.filter(isOpen).length,
    overdue_action_count: actionItems.filter((item) => isOverdue(item, archive.asOf)).length,
  });
}

/** What an incident's own file needs to know of the archive. */
export type IncidentFileSource = Pick<Archive, 'aliases' | 'config'>;

/** The whole of `incidents/ID.json`. */
export function incidentJson(
  incident: Incident,
  archive: IncidentFileSource,
  around: Pick<Surroundings, 'backlinks' | 'similar'>,
): IncidentFileJson {
  return {
    schema: `${ROOT}api/${schemaPath('incident')}`,
    ...incidentFacts(incident, archive),
    aliases: [...incident.aliases],
    links: incident.links.map(({ title, url, rel }) => ({ title, url, rel })),
    timeline: incident.timeline.map(timelineJson),
    lessons: {
      went_well: incident.lessons.wentWell.map(words),
      went_wrong: incident.lessons.wentWrong.map(words),
      got_lucky: incident.lessons.gotLucky.map(words),
    },
    action_items: incident.actionItems.map((item) => actionItemJson(item, archive.config)),
    sections: incident.sections.map(sectionJson),
    similar: around.similar.map(({ id, title, relation, reasons, differences }) => ({
      id,
      title,
      relation,
      reasons: reasons.map(sayReason),
      differences: differences.map(sayDifference),
    })),
    linked_from: around.backlinks.map(({ kind, from }) => ({ id: from.id, kind })),
  };
}

function timelineJson({ at, until, kind, text }: TimelineEntry): IncidentFileJson['timeline'][number] {
  return { at: at?.iso, until: until?.iso, kind, text: text.plain };
}

function sectionJson({ heading, role, plain }: Section): IncidentFileJson['sections'][number] {
  return { heading: heading?.title, anchor: heading?.id, role, text: plain };
}

function words(text: RichText): string {
  return text.plain;
}
