// The plain facts of an incident from its front matter: names made canonical, defaults filled in.
import type { Body } from '../body/read.ts';
import type { FrontMatter } from '../front-matter/read.ts';
import type { IncidentFields } from '../front-matter/schema/incident.ts';
import type { Impact, Incident, Link } from '../model/incident.ts';
import type { SiteConfig, VocabularyName } from '../model/site-config.ts';
import type { Names } from './names.ts';
import { present } from './present.ts';
import type { Prose } from './prose.ts';

const LONGEST_TITLE = 120;

export interface FactContext {
  readonly data: IncidentFields;
  readonly config: SiteConfig;
  readonly names: Names;
  readonly prose: Prose;
}

/** Everything that stands in one field, is a name or a list of names. */
export function factsOf({ data, config, names, prose }: FactContext) {
  const { resolver } = names;
  const terms = (vocabulary: VocabularyName, values: readonly string[] | undefined): string[] => [
    ...new Set((values ?? []).map((value) => resolver.canonical(vocabulary, value))),
  ];
  const people = (values: readonly string[] | undefined): string[] => [...new Set((values ?? []).map((value) => personOf(value, names)))];
  return {
    status: data.status ?? 'published',
    ...(data.summary !== undefined && { summary: prose.rich(data.summary, ['summary']) }),
    ...(data.severity !== undefined && { severity: resolver.severityLevel(data.severity)?.label ?? data.severity }),
    services: terms('services', data.services),
    teams: terms('teams', data.teams),
    environments: data.environments ?? [],
    tags: terms('tags', data.tags),
    rootCauses: terms('root_causes', data.root_causes),
    ...(data.detected_by !== undefined && { detectedBy: data.detected_by }),
    ...(data.trigger !== undefined && { trigger: data.trigger }),
    impact: impactOf(data.impact ?? {}, prose),
    signatures: data.signatures ?? [],
    authors: people(data.authors),
    reviewers: people(data.reviewers),
    ...(data.commander !== undefined && { commander: personOf(data.commander, names) }),
    related: data.related ?? [],
    ...(data.recurrence_of !== undefined && { recurrenceOf: data.recurrence_of }),
    ...(data.duplicate_of !== undefined && { duplicateOf: data.duplicate_of }),
    links: (data.links ?? []).map(linkOf),
    visibility: data.visibility ?? config.visibility,
    redact: data.redact ?? [],
  } satisfies Partial<Incident>;
}

/** The title, else the heading above the text, else the first sentence of the summary or of what the text begins with, else the id. */
export function titleOf(fm: FrontMatter, body: Body, summary: string | undefined): string {
  const heading = body.title ?? body.sections.find((section) => section.heading && section.role === undefined)?.heading?.title;
  const told = body.sections.find((section) => section.role === 'summary') ?? body.sections.find((section) => !section.heading);
  const words = summary ?? told?.lead?.plain;
  return [fm.data?.title, heading, words && firstSentence(words)].find((title) => title !== undefined && title.trim() !== '') ?? fm.id;
}

function personOf(value: string, { known }: Names): string {
  const bare = value.replace(/^@/, '');
  return known.person(bare) ?? bare;
}

function impactOf(impact: NonNullable<IncidentFields['impact']>, prose: Prose): Impact {
  return present({
    summary: impact.summary === undefined ? undefined : prose.rich(impact.summary, ['impact', 'summary']),
    usersAffected: impact.users_affected,
    usersAffectedPercent: impact.users_affected_percent,
    customerFacing: impact.customer_facing,
    dataLoss: impact.data_loss,
    cost: impact.cost,
  });
}

function linkOf(link: NonNullable<IncidentFields['links']>[number], index: number): Link {
  const place = { path: ['links', index] };
  if (typeof link === 'string') return { title: bareAddress(link), url: link, place };
  return { title: link.title ?? bareAddress(link.url), url: link.url, ...(link.rel && { rel: link.rel }), place };
}

function bareAddress(url: string): string {
  return url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/i, '').replace(/\/$/, '');
}

function firstSentence(summary: string): string {
  const flat = summary.replace(/\s+/g, ' ').trim();
  const sentence = /^.{10,}?[.!?](?=\s|$)/.exec(flat)?.[0].replace(/\.$/, '') ?? flat;
  if (sentence.length <= LONGEST_TITLE) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_TITLE) > 0 ? sentence.lastIndexOf(' ', LONGEST_TITLE) : LONGEST_TITLE)}…`;
}
