// The vocabularies of the configuration among one another: every name and alias stands for one thing, and every team named is one.
import { type SiteConfig, VOCABULARIES, type VocabularyName } from '../model/site-config.ts';
import { slugify } from '../text/slug.ts';
import { type ConfigProblem, unknown } from './problem.ts';
import type { SiteFields } from './schema.ts';

/** A name, and the entry of a list that it names. */
interface Spelling {
  readonly name: string;
  readonly entry: number;
  readonly path: ConfigProblem['path'];
}

/** Names of different entries that one URL, or one reader, could not tell apart. */
export function clashing(spellings: readonly Spelling[]): ConfigProblem[] {
  const seen = new Map<string, Spelling>();
  return spellings.flatMap((spelling): ConfigProblem[] => {
    const slug = slugify(spelling.name);
    const first = seen.get(slug);
    if (first === undefined) seen.set(slug, spelling);
    if (first === undefined || first.entry === spelling.entry) return [];
    const message =
      first.name === spelling.name ? `"${spelling.name}" is given twice.` : `"${spelling.name}" and "${first.name}" are the same in a URL.`;
    return [{ path: spelling.path, message, hint: 'Every name and alias belongs to one entry: rename one of the two.' }];
  });
}

export function checkVocabularies(fields: SiteFields): ConfigProblem[] {
  return VOCABULARIES.flatMap((vocabulary) => {
    const { at, values } = valuesOf(fields, vocabulary);
    const ids = values.map((value, entry) =>
      typeof value === 'string' ? { name: value, entry, path: [...at, entry] } : { name: value.id, entry, path: [...at, entry, 'id'] },
    );
    const aliases = values.flatMap((value, entry) =>
      typeof value === 'string'
        ? []
        : (value.aliases ?? []).map((name, index) => ({ name, entry, path: [...at, entry, 'aliases', index] })),
    );
    return clashing([...ids, ...aliases]);
  });
}

type Values = Extract<NonNullable<SiteFields['services']>, readonly unknown[]>;

/** The values of a vocabulary in either spelling, and where they stand. */
function valuesOf(fields: SiteFields, vocabulary: VocabularyName): { readonly at: readonly string[]; readonly values: Values } {
  const given = fields[vocabulary] ?? [];
  return Array.isArray(given) ? { at: [vocabulary], values: given } : { at: [vocabulary, 'values'], values: given.values };
}

/** Where the list of teams is complete, every team named elsewhere is on it. */
export function checkTeams({ vocabularies }: SiteConfig, fields: SiteFields): ConfigProblem[] {
  const { strict, terms } = vocabularies.teams;
  if (!strict) return [];
  const known = terms.flatMap(({ id, aliases }) => [id, ...aliases]);
  const { at, values } = valuesOf(fields, 'services');
  const owners = values.map((value, entry) => ({
    team: typeof value === 'string' ? undefined : value.owner,
    path: [...at, entry, 'owner'],
  }));
  const members = Object.entries(fields.people ?? {}).map(([id, { team }]) => ({ team, path: ['people', id, 'team'] }));
  return [...owners, ...members].flatMap(({ team, path }) =>
    team === undefined || known.includes(team)
      ? []
      : [unknown(path, { message: `"${team}" is not one of the teams of this site.`, name: team, known })],
  );
}
