// What no schema of the configuration can say: names that must exist elsewhere in it, and values that must fit one another.
import { incident } from '../front-matter/schema/incident.ts';
import type { Fault } from '../front-matter/schema/kit.ts';
import { urlFault } from '../front-matter/schema/text-faults.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { MILESTONES } from '../model/timestamp.ts';
import { type ConfigProblem, unknown, wrong } from './problem.ts';
import type { SiteFields } from './schema.ts';
import { checkTeams, checkVocabularies, clashing } from './terms.ts';

/** `rejected` are the fields that are wrong themselves: what they would have held is not known. */
export function checkReferences(config: SiteConfig, fields: SiteFields, rejected: readonly string[]): ConfigProblem[] {
  return [
    ...checkSeverities(config),
    ...(rejected.includes('severities') ? [] : checkLabels(config, fields)),
    ...checkRequired(fields),
    ...checkVocabularies(fields),
    ...checkTeams(config, fields),
    ...checkFieldAliases(config),
    ...checkAddresses(config),
    ...checkMetrics(config),
    ...checkLanguage(config),
  ];
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
  const site = url === undefined ? undefined : (webFault(url) ?? pathFault(url));
  return [
    ...tickets,
    ...(repository ? [wrong(['source', 'repository'], `"source.repository" ${repository.says}.`)] : []),
    ...(site ? [wrong(['url'], `"url" ${site.says}.`)] : []),
  ];
}

function webFault(url: string): Fault | undefined {
  return /^https?:/i.test(url) ? undefined : { says: 'must begin with https: or http:' };
}

/** The path stands before links of the page for missing pages, where a browser would take two slashes for another host. */
function pathFault(url: string): Fault | undefined {
  if (/[?#]/.test(url)) return { says: 'must end with a path, without `?` or `#`' };
  return URL.canParse(url) && new URL(url).pathname.startsWith('//') ? { says: 'must not have two slashes after the host' } : undefined;
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
