// From the fields of the file to the configuration in force: every default filled in, both spellings of a thing made one.
import { EDITION_NAMES } from '../model/edition.ts';
import { type MetricDefinition, type Person, type SiteConfig, type Term, VOCABULARIES, type Vocabulary } from '../model/site-config.ts';
import { DEFAULT_REQUIRED, defaultConfig } from './defaults.ts';
import type { SiteFields } from './schema.ts';

export function settle(fields: SiteFields, file: string): SiteConfig {
  const { url, source } = fields;
  return {
    file,
    title: fields.title ?? defaultConfig.title,
    ...(url !== undefined && { url: url.endsWith('/') ? url : `${url}/` }),
    urls: fields.urls ?? defaultConfig.urls,
    timezone: fields.timezone ?? defaultConfig.timezone,
    language: fields.language ?? defaultConfig.language,
    visibility: fields.visibility ?? defaultConfig.visibility,
    required: settleRequired(fields.required),
    sections: fields.sections ?? {},
    severities:
      fields.severities?.map((level, index) => ({ ...defined(level), label: level.label, rank: index + 1 })) ?? defaultConfig.severities,
    vocabularies: settleVocabularies(fields),
    people: settlePeople(fields.people),
    dueDays: fields.due_days ?? {},
    reviewDays: fields.review_days ?? {},
    fieldAliases: fields.field_aliases ?? {},
    ignoredFields: fields.ignored_fields ?? [],
    ticketLinks: fields.ticket_links ?? {},
    ...(source && { source: { repository: source.repository.replace(/\/+$/, ''), branch: source.branch ?? 'main' } }),
    metrics: settleMetrics(fields.metrics),
    redact: fields.redact ?? [],
    editions: settleEditions(fields.editions),
  };
}

/** Under a name of a severity stands what it needs besides; `all` is the list of every incident. */
function settleRequired(required: SiteFields['required']): SiteConfig['required'] {
  if (required === undefined) return defaultConfig.required;
  if (Array.isArray(required)) return { all: required, bySeverity: {} };
  const { all, ...bySeverity } = required;
  return { all: all ?? DEFAULT_REQUIRED, bySeverity };
}

function settleVocabularies(fields: SiteFields): SiteConfig['vocabularies'] {
  const settled = VOCABULARIES.map((name) => [name, settleVocabulary(fields[name])] as const);
  return { ...defaultConfig.vocabularies, ...Object.fromEntries(settled) };
}

function settleVocabulary(vocabulary: SiteFields['services']): Vocabulary {
  if (vocabulary === undefined) return { strict: false, terms: [] };
  const { strict = false, values } = Array.isArray(vocabulary) ? { values: vocabulary } : vocabulary;
  return { strict, terms: values.map(settleTerm) };
}

type TermFields = Exclude<Extract<NonNullable<SiteFields['services']>, readonly unknown[]>[number], string>;

function settleTerm(value: string | TermFields): Term {
  if (typeof value === 'string') return { id: value, name: value, aliases: [] };
  const { id, name = id, aliases = [] } = value;
  return { ...defined(value), id, name, aliases };
}

function settlePeople(people: SiteFields['people'] = {}): Record<string, Person> {
  return Object.fromEntries(Object.entries(people).map(([id, person]) => [id, { ...defined(person), id, name: person.name }]));
}

function settleMetrics(metrics: SiteFields['metrics']): readonly MetricDefinition[] {
  if (metrics === undefined) return defaultConfig.metrics;
  return Object.entries(metrics).map(([id, [from, to]]) => ({ id, from, to }));
}

function settleEditions(editions: SiteFields['editions'] = {}): SiteConfig['editions'] {
  const settled = EDITION_NAMES.map((name) => {
    const { url, internal_parts, ...given } = editions[name] ?? {};
    const own = { url: url === undefined || url.endsWith('/') ? url : `${url}/`, internalParts: internal_parts };
    return [name, { ...defaultConfig.editions[name], ...defined(given), ...defined(own) }] as const;
  });
  return Object.fromEntries(settled) as SiteConfig['editions'];
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined: to the model they are absent. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
