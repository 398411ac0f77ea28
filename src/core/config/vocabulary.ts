// What the names in files stand for: the site's vocabularies, people, severities and tickets. Worked out once for a configuration.
import { personOf, type SeverityLevel, type SiteConfig, type Term, VOCABULARIES, type VocabularyName } from '../model/site-config.ts';
import { slugify } from '../text/slug.ts';

export interface Resolver {
  /** The id of the term that a spelling means: its id, name or an alias in any case; the spelling itself where no term is meant. */
  canonical(vocabulary: VocabularyName, value: string): string;
  /** The same, but nothing where no term is meant. */
  termId(vocabulary: VocabularyName, value: string): string | undefined;
  /** As readers see it; the id itself for values outside the vocabulary. */
  termName(vocabulary: VocabularyName, id: string): string;
  /** By its label in any case. */
  severityLevel(label: string): SeverityLevel | undefined;
  /** The URL of a ticket's key, by the longest prefix that fits; nothing for other text. */
  ticketUrl(key: string): string | undefined;
  /** The name of a person; the id itself for people the site does not know. */
  personName(id: string): string;
  /** The id of a person by id or full name, in any case. */
  personId(word: string): string | undefined;
}

export function makeResolver(config: SiteConfig): Resolver {
  const terms = Object.fromEntries(VOCABULARIES.map((name) => [name, bySpelling(config.vocabularies[name].terms)])) as Record<
    VocabularyName,
    TermsBySpelling
  >;
  const find = (vocabulary: VocabularyName, value: string): Term | undefined => {
    const known = terms[vocabulary];
    return known.size === 0 ? undefined : (known.get(value) ?? known.get(slugify(value)));
  };
  const everyone = Object.values(config.people);
  const people = new Map([
    ...everyone.map(({ id, name }) => [slugify(name), id] as const),
    ...everyone.map(({ id }) => [slugify(id), id] as const),
  ]);
  return {
    canonical: (vocabulary, value) => find(vocabulary, value)?.id ?? value,
    termId: (vocabulary, value) => find(vocabulary, value)?.id,
    termName: (vocabulary, id) => find(vocabulary, id)?.name ?? id,
    severityLevel: (label) => severityLevel(config, label),
    ticketUrl: (key) => ticketUrl(config, key),
    personName: (id) => personName(config, id),
    personId: (word) => people.get(slugify(word)),
  };
}

function severityLevel({ severities }: SiteConfig, label: string): SeverityLevel | undefined {
  const lower = label.toLowerCase();
  return severities.find((level) => level.label === label) ?? severities.find((level) => level.label.toLowerCase() === lower);
}

function ticketUrl({ ticketLinks }: SiteConfig, key: string): string | undefined {
  // A key is one word; what follows it is prose.
  if (/\s/.test(key)) return undefined;
  const prefixes = Object.keys(ticketLinks).filter((prefix) => key.startsWith(prefix) && key.length > prefix.length);
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : ticketLinks[longest]?.replaceAll('{key}', encodeURIComponent(key));
}

function personName(config: SiteConfig, id: string): string {
  return personOf(config, id)?.name ?? id;
}

type TermsBySpelling = ReadonlyMap<string, Term>;

/** Exact spellings and slugs: `US East`, `us-east` and `us_east` are one. Ids win over names and aliases, earlier terms over later ones. */
function bySpelling(terms: readonly Term[]): TermsBySpelling {
  const found = new Map<string, Term>();
  const add = (spelling: string, term: Term): void => {
    for (const key of [spelling, slugify(spelling)]) if (!found.has(key)) found.set(key, term);
  };
  for (const term of terms) add(term.id, term);
  for (const term of terms) for (const alias of term.aliases) add(alias, term);
  for (const term of terms) add(term.name, term);
  return found;
}
