// What the configuration says about itself: names that must exist elsewhere in it, and names that must not clash.
import { incident } from '../front-matter/schema/incident.ts';
import type { Fault } from '../front-matter/schema/kit.ts';
import { urlFault } from '../front-matter/schema/text-faults.ts';
import { type SiteConfig, VOCABULARIES, type VocabularyName } from '../model/site-config.ts';
import { MILESTONES } from '../model/timestamp.ts';
import { closest } from '../text/closest.ts';
import { slugify } from '../text/slug.ts';
import type { SiteFields } from './schema.ts';

/** A problem of the configuration, before its place in the file is known. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  readonly key?: boolean;
  readonly code: 'unknown-reference' | 'duplicate-name' | 'wrong-value';
  readonly message: string;
  readonly hint?: string;
}

export function checkReferences(config: SiteConfig, fields: SiteFields): ConfigProblem[] {
  return [
    ...checkSeverities(config),
    ...checkLabels(config, fields),
    ...checkRequired(fields),
    ...checkVocabularies(fields),
    ...checkTeams(config, fields),
    ...checkFieldAliases(config),
    ...checkAddresses(config),
    ...checkMetrics(config),
    ...checkLanguage(config),
  ];
}

function unknown(
  path: ConfigProblem['path'],
  said: { readonly message: string; readonly name: string; readonly known: readonly string[] },
): ConfigProblem {
  const meant = closest(said.name, said.known);
  const shown = said.known.length <= 12 ? `It must be one of ${said.known.join(', ')}.` : undefined;
  const hint = meant === undefined ? shown : `Did you mean "${meant}"?`;
  return { path, code: 'unknown-reference', message: said.message, ...(hint !== undefined && { hint }) };
}

function checkSeverities({ severities }: SiteConfig): ConfigProblem[] {
  const clashes = clashing(severities.map(({ label }, entry) => ({ name: label, entry, path: ['severities', entry, 'label'] })));
  const all = severities.findIndex(({ label }) => label === 'all');
  if (all === -1) return clashes;
  const message = 'A severity cannot be called "all": `required` uses the word for every incident.';
  return [...clashes, wrong(['severities', all, 'label'], message, 'Choose another label.')];
}

/** Every map by severity names severities of the scale. */
function checkLabels({ severities }: SiteConfig, fields: SiteFields): ConfigProblem[] {
  const known = severities.map(({ label }) => label);
  const required = Array.isArray(fields.required) ? {} : { ...fields.required, all: [] };
  const maps = { required, sections: fields.sections, due_days: fields.due_days, review_days: fields.review_days };
  return Object.entries(maps).flatMap(([field, map]) =>
    Object.keys(map ?? {})
      .filter((label) => !known.includes(label) && !(field === 'required' && label === 'all'))
      .map((label) => ({
        ...unknown([field, label], { message: `"${label}" in "${field}" is not a severity of this site.`, name: label, known }),
        key: true,
      })),
  );
}

function checkRequired({ required = [] }: SiteFields): ConfigProblem[] {
  const known = Object.keys(incident.shape);
  const lists = Array.isArray(required)
    ? [{ at: ['required'], names: required }]
    : Object.entries(required).map(([label, names]) => ({ at: ['required', label], names }));
  return lists.flatMap(({ at, names }) =>
    names.flatMap((name, index) =>
      known.includes(name)
        ? []
        : [unknown([...at, index], { message: `"${name}" is required, but is not a field of a postmortem.`, name, known })],
    ),
  );
}

/** A name, and the entry of a list that it names. */
interface Spelling {
  readonly name: string;
  readonly entry: number;
  readonly path: ConfigProblem['path'];
}

/** Names of different entries that one URL, or one reader, could not tell apart. */
function clashing(spellings: readonly Spelling[]): ConfigProblem[] {
  const seen = new Map<string, Spelling>();
  return spellings.flatMap((spelling): ConfigProblem[] => {
    const slug = slugify(spelling.name);
    const first = seen.get(slug);
    if (first === undefined) seen.set(slug, spelling);
    if (first === undefined || first.entry === spelling.entry) return [];
    const message =
      first.name === spelling.name ? `"${spelling.name}" is given twice.` : `"${spelling.name}" and "${first.name}" are the same in a URL.`;
    return [
      { path: spelling.path, code: 'duplicate-name', message, hint: 'Every name and alias belongs to one entry: rename one of the two.' },
    ];
  });
}

function checkVocabularies(fields: SiteFields): ConfigProblem[] {
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
function checkTeams({ vocabularies }: SiteConfig, fields: SiteFields): ConfigProblem[] {
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

function checkFieldAliases({ fieldAliases, ignoredFields }: SiteConfig): ConfigProblem[] {
  const known = Object.keys(incident.shape);
  return Object.entries(fieldAliases).flatMap(([alias, target]): ConfigProblem[] => {
    const path = ['field_aliases', alias];
    if (!known.includes(target)) return [unknown(path, { message: `"${target}" is not a field of a postmortem.`, name: target, known })];
    if (known.includes(alias))
      return [wrong(path, `"${alias}" is a field itself, and cannot be another name for "${target}".`, 'Remove the alias.')];
    if (ignoredFields.includes(alias))
      return [wrong(path, `"${alias}" is also one of the \`ignored_fields\`.`, 'Keep it in one of the two.')];
    return [];
  });
}

function checkAddresses({ url, ticketLinks, source }: SiteConfig): ConfigProblem[] {
  const tickets = Object.entries(ticketLinks).flatMap(([prefix, link]): ConfigProblem[] => {
    const path = ['ticket_links', prefix];
    if (!link.includes('{key}'))
      return [
        wrong(path, 'A ticket link must say where the key goes.', 'Put `{key}` into it: `https://tracker.example.com/browse/{key}`.'),
      ];
    const fault = urlFault(link.replaceAll('{key}', 'KEY-1')) ?? webFault(link);
    return fault ? [wrong(path, `A ticket link ${fault.says}.`, fault.hint)] : [];
  });
  const repository = source && webFault(source.repository);
  const site =
    url === undefined
      ? undefined
      : (webFault(url) ?? (/[?#]/.test(url) ? { says: 'must end with a path, without `?` or `#`' } : undefined));
  return [
    ...tickets,
    ...(repository ? [wrong(['source', 'repository'], `"source.repository" ${repository.says}.`)] : []),
    ...(site ? [wrong(['url'], `"url" ${site.says}.`)] : []),
  ];
}

function webFault(url: string): Fault | undefined {
  return /^https?:/i.test(url) ? undefined : { says: 'must begin with https: or http:' };
}

function checkMetrics({ metrics }: SiteConfig): ConfigProblem[] {
  return metrics.flatMap(({ id, from, to }): ConfigProblem[] =>
    MILESTONES.indexOf(from) < MILESTONES.indexOf(to)
      ? []
      : [
          wrong(
            ['metrics', id],
            `"${id}" goes from "${from}" to "${to}", which does not come after it.`,
            `The order is ${MILESTONES.join(', ')}.`,
          ),
        ],
  );
}

function checkLanguage({ language }: SiteConfig): ConfigProblem[] {
  // BCP 47, without its rarest forms.
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language)) return [];
  return [wrong(['language'], `"${language}" is not a language tag.`, 'Write `en`, `de`, `pt-BR`.')];
}

function wrong(path: ConfigProblem['path'], message: string, hint?: string): ConfigProblem {
  return { path, code: 'wrong-value', message, ...(hint !== undefined && { hint }) };
}
