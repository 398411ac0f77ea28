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

/** What is to go: at this place, or deeper. */
type Cut = Map<string, Cut | true>;

function without(fields: Fields, paths: readonly Path[]): Fields {
  const cut: Cut = new Map();
  for (const path of paths) addPath(cut, path);
  return cut.size === 0 ? fields : (removed(fields, cut) as Fields);
}

function addPath(cut: Cut, path: Path): void {
  let place = cut;
  for (const [depth, segment] of path.entries()) {
    const key = String(segment);
    const inner = place.get(key);
    if (inner === true) return;
    if (depth === path.length - 1) place.set(key, true);
    else {
      const next: Cut = inner ?? new Map();
      place.set(key, next);
      place = next;
    }
  }
}

/** A copy in which what is cut is not there, nor a list of which an item is. */
function removed(value: unknown, cut: Cut): unknown {
  const inside = (inner: unknown, name: string): unknown => {
    const deeper = cut.get(name);
    return deeper === undefined || deeper === true ? inner : removed(inner, deeper);
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => inside(item, String(index)));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([name, inner]) => !isCut(inner, cut.get(name)));
  return Object.fromEntries(kept.map(([name, inner]) => [name, inside(inner, name)]));
}

function isCut(value: unknown, cut: Cut | true | undefined): boolean {
  return cut === true || (Array.isArray(value) && cut !== undefined && [...cut.values()].includes(true));
}
