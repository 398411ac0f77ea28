// Turns the archive into the rows the insights are worked out from. Duplicates and restricted incidents are not in the archive's list, so not here.
import { promisedOn } from '../archive/actions.ts';
import type { Archive, IndexKind } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Timestamp } from '../model/timestamp.ts';
import { slugify } from '../text/slug.ts';
import { secondsBetween } from '../time/seconds-between.ts';
import { luckOf } from './luck.ts';
import type { InsightAction, InsightIncident, InsightSeverity, InsightsRows, InsightTerm, TermKind } from './rows.ts';

type Positions = ReadonlyMap<string, readonly number[]>;

/** Takes time in proportion to the incidents and their values. */
export function buildInsightsRows(archive: Archive): InsightsRows {
  const { incidents, config, asOf } = archive;
  const severities = severitiesOf(incidents, config);
  const triggers = triggersOf(incidents);
  const columns = { causes: columnOf(archive, 'causes'), services: columnOf(archive, 'services'), teams: columnOf(archive, 'teams') };
  const tags = columnOf(archive, 'tags');
  const rank = new Map(severities.map(({ label }, position) => [label, position]));
  const position = (column: Positions, { id }: Incident): readonly number[] => column.get(id) ?? [];
  return {
    version: 1,
    asOf,
    metrics: config.metrics,
    severities,
    terms: {
      causes: columns.causes.terms,
      triggers: triggers.terms,
      services: columns.services.terms,
      teams: columns.teams.terms,
      tags: tags.terms,
    },
    incidents: incidents.map((incident) => ({
      ...factsOf(incident, archive),
      ...(incident.severity !== undefined && { severity: rank.get(incident.severity) ?? 0 }),
      causes: position(columns.causes.positions, incident),
      triggers: position(triggers.positions, incident),
      services: position(columns.services.positions, incident),
      teams: position(columns.teams.positions, incident),
      tags: position(tags.positions, incident),
    })),
  };
}

type Facts = Omit<InsightIncident, 'severity' | TermKind>;

function factsOf(incident: Incident, { aliases, byId, config }: Archive): Facts {
  const { id, title, milestones, detectedBy } = incident;
  const { started } = milestones;
  const pairs = config.metrics.map(({ from, to }) => [milestones[from], milestones[to]] as const);
  const lengths = pairs.map(([from, to]) => secondsBetween(from, to) ?? null);
  const estimated = pairs.flatMap(([from, to], index) =>
    lengths[index] !== null && (from?.approximate || to?.approximate) ? [index] : [],
  );
  const earlier = incident.recurrenceOf === undefined ? undefined : (aliases.get(incident.recurrenceOf) ?? incident.recurrenceOf);
  const luck = luckOf(incident);
  const actions = incident.actionItems.map((item) => actionOf(item, incident));
  return {
    id,
    title,
    ...(started && startOf(started)),
    lengths,
    ...(estimated.length > 0 && { estimated }),
    ...(detectedBy !== undefined && { foundBy: detectedBy }),
    ...(earlier !== undefined && byId.has(earlier) && { recurrenceOf: earlier }),
    ...(luck.length > 0 && { luck }),
    ...(actions.length > 0 && { actions }),
  };
}

/** Digits of the text, which stands in the incident's own zone. */
function startOf({ iso, precision, approximate }: Timestamp): Pick<Facts, 'day' | 'minute' | 'isAbout'> {
  return {
    day: iso.slice(0, 10),
    ...(precision !== 'date' && { minute: Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16)) }),
    ...(approximate && { isAbout: true }),
  };
}

function actionOf(item: Incident['actionItems'][number], incident: Incident): InsightAction {
  const promised = promisedOn(item, incident);
  return {
    status: item.status,
    ...(item.type !== undefined && { type: item.type }),
    ...(promised !== undefined && { promised }),
    ...(item.due !== undefined && { due: item.due }),
    ...(item.completed !== undefined && { completed: item.completed }),
  };
}

function severitiesOf(incidents: readonly Incident[], { severities }: SiteConfig): InsightSeverity[] {
  const scale = severities.map(({ label, rank, name }) => ({ label, rank, ...(name !== undefined && { name }) }));
  const known = new Set(scale.map(({ label }) => label));
  const others = new Set(incidents.flatMap(({ severity }) => (severity === undefined || known.has(severity) ? [] : [severity])));
  return [...scale, ...[...others].sort().map((label) => ({ label, rank: 0 }))];
}

interface Column {
  readonly terms: readonly InsightTerm[];
  /** By id of the incident. */
  readonly positions: Positions;
}

/** From the index, which knows names and aliases, so that the insights and the indexes cannot disagree. */
function columnOf({ indexes }: Archive, kind: IndexKind): Column {
  const used = indexes[kind].filter(({ incidents }) => incidents.length > 0);
  const positions = new Map<string, number[]>();
  used.forEach(({ incidents }, position) => {
    for (const { id } of incidents) add(positions, id, position);
  });
  return { terms: used.map(({ name, slug }) => ({ name, slug })), positions };
}

/** Spellings that give one slug are one trigger, by the name it was first given. */
function triggersOf(incidents: readonly Incident[]): Column {
  const terms = new Map<string, { readonly position: number; readonly name: string }>();
  const positions = new Map<string, number[]>();
  for (const { id, trigger } of incidents) {
    if (trigger === undefined) continue;
    const slug = slugify(trigger);
    const term = terms.get(slug) ?? { position: terms.size, name: trigger };
    terms.set(slug, term);
    add(positions, id, term.position);
  }
  return { terms: [...terms].map(([slug, { name }]) => ({ name, slug })), positions };
}

function add(positions: Map<string, number[]>, id: string, position: number): void {
  const own = positions.get(id) ?? [];
  positions.set(id, own);
  own.push(position);
}
