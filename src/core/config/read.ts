// The site's one configuration file: read, validated, its defaults filled in. Never throws, whatever the text.
import { withoutEmpty } from '../front-matter/empty-fields.ts';
import { isFields } from '../front-matter/is-fields.ts';
import type { Dialect } from '../front-matter/messages.ts';
import { errorAt } from '../front-matter/problem.ts';
import { validate } from '../front-matter/validate.ts';
import { readYaml } from '../front-matter/yaml.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { plainLines } from '../text/line-ends.ts';
import { defaultConfig } from './defaults.ts';
import type { ConfigProblem } from './problem.ts';
import { checkReferences } from './references.ts';
import { rightParts } from './right-parts.ts';
import { type SiteFields, siteSchema } from './schema.ts';
import { settle } from './settle.ts';

export { defaultConfig } from './defaults.ts';

export interface ConfigReading {
  readonly config: SiteConfig;
  readonly diagnostics: readonly Diagnostic[];
}

const DIALECT: Dialect = {
  schema: siteSchema,
  synonyms: new Map([
    ['name', ['title']],
    ['causes', ['root_causes']],
    ['base_url', ['url']],
    ['locale', ['language']],
    ['tz', ['timezone']],
    ['repository', ['source']],
  ]),
  unknownHint: `The fields are ${Object.keys(siteSchema.shape).join(', ')}.`,
};

const NAMES = new Set(Object.keys(siteSchema.shape));

/** Without a file the defaults hold. A wrong field is told, and its default holds. */
export function readSiteConfig(source: { readonly path: string; readonly text: string } | undefined): ConfigReading {
  if (source === undefined) return { config: defaultConfig, diagnostics: [] };
  const file = source.path;
  const yaml = readYaml(plainLines(source.text));
  const raw = yaml.value ?? {};
  if (yaml.problems.length > 0 || !isFields(raw)) {
    const problems = yaml.problems.length > 0 ? yaml.problems : [NO_FIELDS];
    return { config: { ...defaultConfig, file }, diagnostics: problems.map((problem) => ({ file, ...problem })) };
  }
  const given = withoutEmpty(raw, NAMES);
  const { fields, data = {}, rejected, problems } = validate(siteSchema, { fields: given, dialect: DIALECT, source: yaml.source });
  const parts = problems.length === 0 ? data : rightParts(fields);
  const wrong = checkReferences(settle(parts, file), parts, rejected);
  const references = wrong.map(({ path, key, ...said }) => errorAt(yaml.source.locate(path, key), 'wrong-value', said));
  const config = settle(withoutFaulty(data, wrong), file);
  return { config, diagnostics: [...problems, ...references].map((problem) => ({ file, ...problem })) };
}

/** Addresses and names of fields that are wrong must not be in force, whatever else is built with the rest. */
function withoutFaulty(fields: SiteFields, wrong: readonly ConfigProblem[]): SiteFields {
  const { url, source, language, field_aliases = {}, ticket_links = {}, ...rest } = fields;
  const isRight = (...path: readonly string[]): boolean =>
    !wrong.some((problem) => path.every((segment, at) => problem.path[at] === segment));
  const right = (group: string, entries: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => isRight(group, name)));
  return {
    ...rest,
    ...(isRight('url') && { url }),
    ...(isRight('source') && { source }),
    ...(isRight('language') && { language }),
    field_aliases: right('field_aliases', field_aliases),
    ticket_links: right('ticket_links', ticket_links),
  };
}

const NO_FIELDS = errorAt({ line: 1, column: 1 }, 'no-fields', {
  message: 'The configuration is not a group of fields.',
  hint: 'Write one `name: value` per line, such as `title: Incident archive`.',
});
