// The columns incidents are filtered and counted by, from the archive's own indexes, so that a filter and an index page cannot disagree.
import { isOpen, isOverdue } from '../../model/action-item.ts';
import type { Archive } from '../../model/archive.ts';
import { DOCUMENT_STATUSES, type Incident } from '../../model/incident.ts';
import type { SiteConfig, VocabularyName } from '../../model/site-config.ts';
import type { Day } from '../../model/timestamp.ts';
import { DAY, dayStart } from '../../time/calendar.ts';
import { FACT_FLAGS, type FactColumn, type FactFlag, type Facts, NO_DAY } from '../files/facts.ts';

/** A value and the incidents that have it. */
interface Value {
  readonly id: string;
  readonly name: string;
  readonly incidents: readonly Incident[];
}

/** `documents`: the archive's incidents in the order of the index. */
export function searchFacts(archive: Archive, documents: readonly Incident[]): Facts {
  const { config, asOf, indexes } = archive;
  const ordinals = new Map(documents.map((incident, ordinal) => [incident.id, ordinal]));
  const column = (values: readonly Value[], vocabulary?: VocabularyName): FactColumn =>
    columnOf(values, ordinals, aliasesIn(config, vocabulary));
  const ranks = new Map(config.severities.map(({ label }, index) => [label, index + 1]));
  const owners = archive.owners.map(({ id, name, actions }) => ({ id, name, incidents: actions.map(({ incident }) => incident) }));
  return {
    documents: documents.length,
    severities: config.severities.map(({ label, name }) => ({ id: label, name: name ?? label, aliases: [] })),
    severityRank: Uint8Array.from(documents, ({ severity }) => ranks.get(severity ?? '') ?? 0),
    day: Int32Array.from(documents, ({ milestones }) => dayNumber(milestones.started?.iso)),
    status: Uint8Array.from(documents, ({ status }) => DOCUMENT_STATUSES.indexOf(status)),
    flags: Uint8Array.from(documents, (incident) => flagsOf(incident, asOf)),
    services: column(indexes.services, 'services'),
    teams: column(indexes.teams, 'teams'),
    tags: column(indexes.tags, 'tags'),
    causes: column(indexes.causes, 'root_causes'),
    owners: column(owners),
  };
}

function columnOf(
  values: readonly Value[],
  ordinals: ReadonlyMap<string, number>,
  aliases: ReadonlyMap<string, readonly string[]>,
): FactColumn {
  const rows: number[][] = Array.from(ordinals, () => []);
  values.forEach(({ incidents }, value) => {
    for (const { id } of incidents) {
      const row = rows[ordinals.get(id) ?? -1];
      if (row !== undefined && row.at(-1) !== value) row.push(value);
    }
  });
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, document) => {
    starts[document + 1] = (starts[document] ?? 0) + row.length;
  });
  const names = values.map(({ id, name }) => ({ id, name, aliases: aliases.get(id) ?? [] }));
  return { names, starts, values: Uint32Array.from(rows.flat()) };
}

function aliasesIn({ vocabularies }: SiteConfig, vocabulary: VocabularyName | undefined): Map<string, readonly string[]> {
  const terms = vocabulary === undefined ? [] : vocabularies[vocabulary].terms;
  return new Map(terms.map(({ id, aliases }) => [id, aliases]));
}

function dayNumber(iso: string | undefined): number {
  return iso === undefined ? NO_DAY : Math.round(dayStart(iso.slice(0, 10)) / DAY);
}

function flagsOf({ actionItems, timeline, recurrenceOf }: Incident, asOf: Day): number {
  const holds: Readonly<Record<FactFlag, boolean>> = {
    'open-action': actionItems.some(isOpen),
    overdue: actionItems.some((item) => isOverdue(item, asOf)),
    timeline: timeline.length > 0,
    recurrence: recurrenceOf !== undefined,
  };
  const flags = Object.keys(holds) as FactFlag[];
  return flags.reduce((sum, flag) => sum + (holds[flag] ? FACT_FLAGS[flag] : 0), 0);
}
