// What is right in fields that are wrong in places: it is checked against the rest, so that one mistake does not hide others.
import type { z } from 'zod';
import { isFields } from '../front-matter/is-fields.ts';
import { type SiteFields, siteSchema } from './schema.ts';

type Path = readonly PropertyKey[];
type Fields = Readonly<Record<string, unknown>>;

/** Others are checked against these: with a part of them missing, what names it would seem wrong. */
const REFERRED_TO = ['severities', 'teams'];

/**
 * The fields without their wrong parts, for checks only. Where a part is an item of a list, the list goes: places are told by position. A
 * field that is wrong without the parts as well goes whole.
 */
export function rightParts(fields: Fields): SiteFields {
  const first = siteSchema.safeParse(fields);
  if (first.success) return first.data;
  const pruned = without(
    fields,
    wrongPaths(first.error.issues).map((path) => (REFERRED_TO.includes(String(path[0])) ? path.slice(0, 1) : path)),
  );
  const second = siteSchema.safeParse(pruned);
  if (second.success) return second.data;
  const left = wrongPaths(second.error.issues).map((path) => path.slice(0, 1));
  return siteSchema.safeParse(without(pruned, left)).data ?? {};
}

function wrongPaths(issues: readonly z.core.$ZodIssue[], above: Path = []): Path[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
    // Of several kinds the one that was meant has no fault of its own.
    const meant =
      issue.code === 'invalid_union' ? issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0)) : undefined;
    return meant === undefined ? [path] : wrongPaths(meant, path);
  });
}

function without(fields: Fields, paths: readonly Path[]): Fields {
  return paths.reduce<Fields>((rest, path) => removed(rest, path) as Fields, fields);
}

/** A copy in which the value at the path, or the list it is an item of, is not there. */
function removed(value: unknown, [first, ...rest]: Path): unknown {
  const key = String(first);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === first ? removed(item, rest) : item));
  if (!isFields(value) || !Object.hasOwn(value, key)) return value;
  const isItem = Array.isArray(value[key]) && rest.length === 1;
  if (rest.length > 0 && !isItem) return { ...value, [key]: removed(value[key], rest) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
