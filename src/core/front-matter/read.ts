// The front matter of one file: split, read, renamed, validated, with every problem at its place. Never throws, whatever the text.
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { plainLines } from '../text/line-ends.ts';
import type { LineColumn } from '../text/line-index.ts';
import { slugify } from '../text/slug.ts';
import { findDoubtfulLinks } from './doubtful-links.ts';
import { isFields } from './is-fields.ts';
import type { Dialect } from './messages.ts';
import { errorAt, type Problem } from './problem.ts';
import { type RenamedFields, renameFields } from './renamed-fields.ts';
import { sayPath } from './say-path.ts';
import { type IncidentFields, incident } from './schema/incident.ts';
import { idFault } from './schema/text-faults.ts';
import { splitFrontMatter } from './split.ts';
import { FIELD_SYNONYMS } from './synonyms.ts';
import { placed, validate } from './validate.ts';
import { readYaml } from './yaml.ts';
import type { YamlReading } from './yaml-document.ts';
import type { YamlSource } from './yaml-locate.ts';
import { hasNoSpaceAfterColon, NO_SPACE_AFTER_COLON } from './yaml-slips.ts';

export interface FrontMatter {
  readonly file: string;
  /** The fields that are right; undefined where the front matter cannot be read at all. */
  readonly data: IncidentFields | undefined;
  /** Names of fields that are given but wrong, or under a wrong name, and therefore not in `data`: given, for all that asks whether they are missing. */
  readonly rejected: readonly string[];
  /** Empty where nobody can tell where it begins. */
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: (place: Place) => LineColumn;
  /** From the fields, else from the file's name. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title?: string;
}

const DIALECT: Dialect = {
  schema: incident,
  synonyms: FIELD_SYNONYMS,
  unknownHint: 'Remove it, or list it under `ignored_fields` of the site to leave it alone.',
};

export function readFrontMatter(source: { readonly path: string; readonly text: string }, config: SiteConfig): FrontMatter {
  const text = plainLines(source.text);
  const split = splitFrontMatter(text);
  if ('problem' in split) {
    const { problem, rest = { body: '', bodyLine: 1 } } = split;
    return unreadable(source.path, { ...rest, problems: [problem], locate: () => START });
  }
  const { body, bodyLine } = split;
  const yaml = readYaml(split.front);
  const raw = yaml.value ?? {};
  if (!isFields(raw) || (yaml.value === undefined && yaml.problems.length > 0)) {
    const problems = isFields(raw) ? yaml.problems : [...yaml.problems, noFields(raw, yaml)];
    return unreadable(source.path, { body, bodyLine, problems, locate: yaml.source.locate });
  }
  const { certain, uncertain } = withoutDoubled(raw, yaml.doubled, config);
  const renamed = renameFields(certain, config);
  const { written } = renamed;
  const checked = validate(incident, { fields: renamed.fields, dialect: { ...DIALECT, written }, source: yaml.source });
  const { data = {}, problems: wrong } = checked;
  const rejected = [...checked.rejected, ...uncertain];
  const name = identify(source.path, data.id, rejected);
  const found = [
    ...yaml.problems,
    ...name.problems,
    ...conflictProblems(renamed, yaml.source),
    ...doubtfulLinks(renamed, yaml.source),
    ...wrong,
  ];
  return {
    file: source.path,
    data,
    rejected,
    body,
    bodyLine,
    diagnostics: found.map((problem) => ({ file: source.path, ...problem })),
    locate: (place) => placed(place, (path, key) => yaml.source.locate(written(path), key)),
    id: name.id,
    aliases: data.aliases ?? [],
    ...(data.title !== undefined && { title: data.title }),
  };
}

/** Fields given twice have no value that can be relied on, and are not missing either. Twice the same unknown name is still unknown. */
function withoutDoubled(
  raw: Readonly<Record<string, unknown>>,
  doubled: readonly string[],
  { fieldAliases }: SiteConfig,
): { readonly certain: Readonly<Record<string, unknown>>; readonly uncertain: readonly string[] } {
  if (doubled.length === 0) return { certain: raw, uncertain: [] };
  const field = (name: string): string => (Object.hasOwn(fieldAliases, name) ? (fieldAliases[name] ?? name) : name);
  const known = new Set(doubled.filter((name) => Object.hasOwn(incident.shape, field(name))));
  const certain = Object.fromEntries(Object.entries(raw).filter(([name]) => !known.has(name)));
  return { certain, uncertain: [...known].map(field) };
}

const START: LineColumn = { line: 1, column: 1 };

interface Unreadable {
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
  readonly locate: YamlSource['locate'];
}

function unreadable(file: string, { body, bodyLine, problems, locate }: Unreadable): FrontMatter {
  const { id } = identify(file, undefined, ['id']);
  const diagnostics = problems.map((problem) => ({ file, ...problem }));
  return {
    file,
    data: undefined,
    rejected: [],
    body,
    bodyLine,
    diagnostics,
    locate: (place) => placed(place, locate),
    id,
    aliases: [],
  };
}

function noFields(raw: unknown, yaml: YamlReading): Problem {
  const kind = Array.isArray(raw) ? 'a list' : 'a single value';
  const message = `The front matter is ${kind}; it must be fields, one \`name: value\` per line.`;
  const at = { ...yaml.source.locate([]), line: Math.max(2, yaml.source.locate([]).line) };
  if (typeof raw === 'string' && hasNoSpaceAfterColon(raw)) return errorAt(at, 'no-fields', NO_SPACE_AFTER_COLON);
  return errorAt(at, 'no-fields', {
    message,
    hint: 'Begin with `title: …` and `started: …`.',
  });
}

function conflictProblems({ conflicts }: RenamedFields, source: YamlSource): Problem[] {
  return conflicts.map(({ field, first, second }) => {
    const message = `"${first}" and "${second}" both give "${field}", and differ.`;
    return errorAt(source.locate([second], true), 'field-conflict', { message, hint: 'Keep one of the two.' });
  });
}

function doubtfulLinks({ fields, written }: RenamedFields, source: YamlSource): Problem[] {
  return findDoubtfulLinks(fields).map(({ path, address }) => {
    const shown = address.length > 120 ? `${address.slice(0, 120)}…` : address;
    const said = { message: `${sayPath(written(path))} holds more than an address: "${shown}".`, hint: 'Copy the address alone.' };
    return { ...errorAt(source.locate(written(path)), 'wrong-value', said), severity: 'warning' };
  });
}

function identify(
  file: string,
  given: string | undefined,
  rejected: readonly string[],
): { readonly id: string; readonly problems: readonly Problem[] } {
  if (given !== undefined) return { id: given, problems: [] };
  const name = (file.split('/').at(-1) ?? file).replace(/\.md$/i, '');
  const fault = idFault(name);
  if (!fault) return { id: name, problems: [] };
  // The file has an id of its own, only a wrong one.
  if (rejected.includes('id')) return { id: slugify(name), problems: [] };
  const message = `The file's name is the id of the incident, which ${fault.says}.`;
  const hint = 'Rename the file, or give it an `id`.';
  return { id: slugify(name), problems: [errorAt(START, 'bad-file-name', { message, hint })] };
}
