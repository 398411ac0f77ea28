// The fields of a file under the names of the schema: `field_aliases` of the site applied, ignored and empty fields left out.
import type { SiteConfig } from '../model/site-config.ts';
import { isEmpty, withoutEmpty } from './empty-fields.ts';
import { incident } from './schema/incident.ts';
import { innerFields, listFields } from './schema/shape.ts';

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

const LISTS = listFields(incident);
const NAMES = new Set([...Object.keys(incident.shape), ...innerFields(incident).keys()]);

/** Two names of one field that say different things. */
interface Conflict {
  readonly field: string;
  readonly first: string;
  readonly second: string;
}

export interface RenamedFields {
  readonly fields: Fields;
  readonly conflicts: readonly Conflict[];
  /** Where the author wrote the value that is now at this path. */
  readonly written: (path: Path) => Path;
}

/** A value and the path it was written at. */
interface Written {
  readonly value: unknown;
  readonly path: Path;
}

export function renameFields(given: Fields, config: SiteConfig): RenamedFields {
  const raw = withoutEmpty(given, NAMES);
  const fields: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  const origins = new Map<string, readonly Path[]>();
  const ignored = new Set(config.ignoredFields);
  const renamed: (readonly [alias: string, target: string])[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const target = Object.hasOwn(config.fieldAliases, name) ? config.fieldAliases[name] : undefined;
    if (ignored.has(name)) continue;
    if (target === undefined) fields[name] = value;
    // A name for no field is a mistake of the configuration, and told there.
    else if (!isEmpty(value) && Object.hasOwn(incident.shape, target)) renamed.push([name, target]);
  }
  for (const target of new Set(renamed.map(([, to]) => to))) {
    const names = renamed.filter(([, to]) => to === target).map(([alias]) => alias);
    if (LISTS.has(target)) mergeLists({ fields, origins, raw }, target, names);
    else conflicts.push(...takeOne({ fields, origins, raw }, target, names));
  }
  return { fields, conflicts, written: (path) => writtenAt(origins, path) };
}

interface Merging {
  readonly fields: Record<string, unknown>;
  readonly origins: Map<string, readonly Path[]>;
  readonly raw: Fields;
}

/** Several names of one list are one list; a lone value is a list of one, for its author knew another name of the field. */
function mergeLists({ fields, origins, raw }: Merging, target: string, names: readonly string[]): void {
  const own = fields[target];
  // A lone value under the field's own name is wrong, and is said to be.
  if (own !== undefined && !Array.isArray(own)) return;
  const all = [...(own === undefined ? [] : itemsOf(own, target)), ...names.flatMap((name) => itemsOf(raw[name], name))];
  const distinct = [...new Map(all.map((item) => [item.value, item])).values()];
  fields[target] = distinct.map(({ value }) => value);
  origins.set(
    target,
    distinct.map(({ path }) => path),
  );
}

function itemsOf(value: unknown, name: string): Written[] {
  if (!Array.isArray(value)) return [{ value, path: [name] }];
  return value.map((item: unknown, index) => ({ value: item, path: [name, index] }));
}

function takeOne({ fields, origins, raw }: Merging, target: string, names: readonly string[]): Conflict[] {
  const given = Object.hasOwn(fields, target) ? [target, ...names] : names;
  const [first, ...others] = given;
  if (first === undefined) return [];
  fields[target] = first === target ? fields[target] : raw[first];
  if (first !== target) origins.set(target, [[first]]);
  return others.filter((name) => !isSame(raw[name], raw[first])).map((second) => ({ field: target, first, second }));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.trim() === b.trim());
}

function writtenAt(origins: ReadonlyMap<string, readonly Path[]>, path: Path): Path {
  const [field, index] = path;
  const paths = typeof field === 'string' ? origins.get(field) : undefined;
  if (paths === undefined || typeof field !== 'string') return path;
  if (!LISTS.has(field)) return [...(paths[0] ?? []), ...path.slice(1)];
  if (typeof index !== 'number') return paths[0]?.slice(0, 1) ?? path;
  return [...(paths[index] ?? [field]), ...path.slice(2)];
}
