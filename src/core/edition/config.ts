// The configuration as an edition has it.
import type { EditionName } from '../model/edition.ts';
import { type SiteConfig, VOCABULARIES, type Vocabulary, type VocabularyName } from '../model/site-config.ts';
import type { Wording } from './wording.ts';

interface ConfigContext {
  readonly wording: Wording;
  /** Whether an incident of the edition has the term: others may be known from incidents that are left out. */
  isUsed(vocabulary: VocabularyName, id: string): boolean;
}

/**
 * Of a public edition: no people, no address of the repository, and none of the internal site. Names of terms and severities are texts like any other.
 */
export function configFor(edition: EditionName, config: SiteConfig, { wording, isUsed }: ConfigContext): SiteConfig {
  const settings = config.editions[edition];
  const named: SiteConfig = {
    ...config,
    title: settings.title ?? config.title,
    ...(settings.url !== undefined && { url: settings.url }),
  };
  if (edition !== 'public') return named;
  const { source, url, ...rest } = named;
  const text = (words: string): string => wording.replace(words);
  return {
    ...rest,
    ...(settings.url !== undefined && { url: settings.url }),
    title: text(rest.title),
    visibility: 'public',
    people: settings.people === 'roles' ? {} : rest.people,
    severities: rest.severities.map((level) => ({ ...level, ...rewordedTexts(level, ['name', 'description'], text) })),
    vocabularies: Object.fromEntries(
      VOCABULARIES.map((name) => [name, rewordVocabulary(rest.vocabularies[name], { text, isUsed: (id) => isUsed(name, id) })]),
    ) as SiteConfig['vocabularies'],
    ticketLinks: Object.fromEntries(
      Object.entries(rest.ticketLinks).filter(([prefix, target]) => text(prefix) === prefix && text(target) === target),
    ),
    // Aliases have done their work, and each may be the name of a customer.
    fieldAliases: {},
    ignoredFields: [],
    redact: [],
    required: { all: [], bySeverity: {} },
    sections: {},
  };
}

interface TermContext {
  text(words: string): string;
  isUsed(id: string): boolean;
}

function rewordVocabulary({ strict, terms }: Vocabulary, { text, isUsed }: TermContext): Vocabulary {
  const used = terms.filter(({ id }) => isUsed(id));
  const reworded = used.map((term) => ({
    ...term,
    ...rewordedTexts(term, ['id', 'name', 'description', 'owner'], text),
    aliases: term.aliases.map(text),
  }));
  return { strict, terms: reworded };
}

function rewordedTexts<T extends object, K extends keyof T>(fields: T, names: readonly K[], text: (words: string) => string): Partial<T> {
  return Object.fromEntries(
    names.flatMap((name) => (typeof fields[name] === 'string' ? [[name, text(fields[name] as string)]] : [])),
  ) as Partial<T>;
}
