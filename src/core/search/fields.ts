// The fields an incident is searched by, what each weighs, and which of its text each holds.
import { plainSummary } from '../digest.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { Incident, SectionRole } from '../model/incident.ts';
import { personOf, type SiteConfig, type VocabularyName } from '../model/site-config.ts';

/** In lunr's order: it decides between documents of equal score. Numbers in files are positions here. */
export const FIELDS = ['title', 'signatures', 'cause', 'summary', 'terms', 'resolution', 'headings', 'body', 'actions'] as const;
export type FieldName = (typeof FIELDS)[number];

/**
 * Modest: lunr adds up what the fields score, so that a large boost drowns everything else. Tried on judged queries: what an incident is filed
 * under tells most about it; a summary repeats the text.
 */
export const BOOSTS: Readonly<Record<FieldName, number>> = {
  title: 1.5,
  signatures: 2,
  cause: 1.5,
  summary: 1,
  terms: 2,
  resolution: 1.2,
  headings: 1,
  body: 1,
  actions: 0.8,
};

/** Texts of one document: a phrase never runs from one into the next. */
export type FieldTexts = Readonly<Record<FieldName, readonly string[]>>;

/** Every word a reader of the incident's page sees stands in exactly one field, but for headings within a section. */
export function fieldTexts(incident: Incident, config: SiteConfig): FieldTexts {
  const { sections } = incident;
  const headings = sections.flatMap(({ heading, subheadings }) => [...(heading ? [heading] : []), ...subheadings]);
  return {
    title: [incident.title],
    signatures: incident.signatures,
    cause: sectionTexts(incident, ['root_cause']),
    summary: summaryTexts(incident),
    terms: termTexts(incident, config),
    resolution: sectionTexts(incident, ['resolution']),
    headings: headings.map(({ title }) => title),
    body: bodyTexts(incident, config),
    actions: incident.actionItems.flatMap((item) => actionTexts(item, config)),
  };
}

const OWN_FIELD: readonly (SectionRole | undefined)[] = ['root_cause', 'resolution', 'summary'];

function sectionTexts({ sections }: Incident, roles: readonly SectionRole[]): string[] {
  return sections.filter(({ role }) => role !== undefined && roles.includes(role)).map(({ plain }) => plain);
}

/** Where nothing is called a summary, what pages quote as one is left in the text it stands in. */
function summaryTexts(incident: Incident): string[] {
  const { summary, impact } = incident;
  const told = sectionTexts(incident, ['summary']);
  return [...(summary ? [plainSummary(incident)] : []), ...(impact.summary ? [impact.summary.plain] : []), ...told];
}

/** Ids as they stand in files, and the names readers know them by. */
function termTexts(incident: Incident, config: SiteConfig): string[] {
  const { id, aliases, severity, services, teams, environments, tags, rootCauses, detectedBy, trigger } = incident;
  const level = config.severities.find(({ label }) => label === severity);
  return present([
    ...[id, ...aliases, severity, level?.name],
    ...[...services, ...namesOf(services, 'services', config)],
    ...[...teams, ...namesOf(teams, 'teams', config)],
    ...[...tags, ...namesOf(tags, 'tags', config)],
    ...[...rootCauses, ...namesOf(rootCauses, 'root_causes', config)],
    ...[...environments, detectedBy, trigger],
  ]);
}

function namesOf(ids: readonly string[], vocabulary: VocabularyName, config: SiteConfig): string[] {
  const { terms } = config.vocabularies[vocabulary];
  return ids.flatMap((id) => terms.filter((term) => term.id === id && term.name !== id).map(({ name }) => name));
}

function bodyTexts(incident: Incident, config: SiteConfig): string[] {
  const { impact, lessons, links, authors, reviewers, commander } = incident;
  const people = present([...authors, ...reviewers, commander]);
  return present([
    ...incident.sections.filter(({ role }) => !OWN_FIELD.includes(role)).map(({ plain }) => plain),
    ...incident.timeline.map(({ text }) => text.plain),
    ...[...lessons.wentWell, ...lessons.wentWrong, ...lessons.gotLucky].map(({ plain }) => plain),
    ...[impact.dataLoss, impact.cost],
    ...links.flatMap(({ title, url }) => (title === url ? [url] : [title, url])),
    ...people.flatMap((id) => personTexts(id, config)),
  ]);
}

function actionTexts(item: ActionItem, config: SiteConfig): string[] {
  const { title, owner, team, ticket, doneWhen, evidence, reason } = item;
  return present([title.plain, ...(owner === undefined ? [] : personTexts(owner, config)), team, ticket?.text, doneWhen, evidence, reason]);
}

function personTexts(id: string, config: SiteConfig): string[] {
  const name = personOf(config, id)?.name;
  return name === undefined || name === id ? [id] : [id, name];
}

function present(texts: readonly (string | undefined)[]): string[] {
  return texts.filter((text): text is string => text !== undefined && text !== '');
}
