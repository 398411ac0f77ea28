// What a text calls things as the site calls them: its services, teams, severities, people.
import { makeResolver, type Resolver } from '../../core/config/vocabulary.ts';
import type { SiteConfig, VocabularyName } from '../../core/model/site-config.ts';
import { closest } from '../../core/text/closest.ts';

export interface Fit {
  /** In the site's words where it knows them. */
  readonly values: readonly string[];
  /** What a site with a complete list does not know, each with what may be meant. */
  readonly strangers: readonly string[];
}

const resolvers = new WeakMap<SiteConfig, Resolver>();

function resolverOf(config: SiteConfig): Resolver {
  const known = resolvers.get(config) ?? makeResolver(config);
  resolvers.set(config, known);
  return known;
}

export function fitTerms(config: SiteConfig, vocabulary: VocabularyName, values: readonly string[]): Fit {
  const { strict, terms } = config.vocabularies[vocabulary];
  const resolver = resolverOf(config);
  const isStranger = (value: string): boolean => strict && resolver.termId(vocabulary, value) === undefined;
  const names = terms.flatMap(({ id, aliases }) => [id, ...aliases]);
  return {
    values: [...new Set(values.filter((value) => !isStranger(value)).map((value) => resolver.canonical(vocabulary, value)))],
    strangers: values.filter(isStranger).map((value) => `"${value}" is not known here${meant(value, names)}.`),
  };
}

/** The site's label for what the text calls a severity, or why there is none. */
export function fitSeverity(config: SiteConfig, text: string): { readonly label: string } | { readonly doubt: string } {
  const labels = config.severities.map(({ label }) => label);
  const exact = resolverOf(config).severityLevel(text)?.label;
  const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const known =
    exact ??
    labels.find((label) => bare(label) === bare(text)) ??
    config.severities.find(({ name }) => name !== undefined && bare(name) === bare(text))?.label;
  if (known !== undefined) return { label: known };
  return { doubt: `not on the scale of this site (${labels.join(', ')})${meant(text, labels)};` };
}

export function fitPeople(config: SiteConfig, names: readonly string[]): string[] {
  const resolver = resolverOf(config);
  return [...new Set(names.map((name) => resolver.personId(name) ?? name))];
}

function meant(value: string, names: readonly string[]): string {
  const near = closest(value, names);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
