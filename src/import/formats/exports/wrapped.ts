// How an export holds its incidents: one, a list of them, either under the name that the system's API gives it, with what belongs to them beside it.
import { isFields } from '../../../core/front-matter/is-fields.ts';
import { asRecord, at, type Json, listAt, textAt } from './record.ts';

const NAMES = ['incidents', 'data', 'postmortems', 'post_mortems', 'retrospectives', 'incident'];

/**
 * The records that are incidents, or may be. What stands beside a single one (its follow-ups, its timeline, its notes) is what other requests gave
 * about it, and becomes part of it; so does what JSON:API puts under `included` (https://jsonapi.org/format/#document-compound-documents).
 */
export function recordsOf(value: unknown, isOne: (value: unknown) => boolean): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => recordsOf(item, isOne));
  // Also where it holds another, as a retrospective holds its incident.
  if (isOne(value)) return [value];
  const included = includedOf(value);
  for (const name of NAMES) {
    const inner = at(value, name);
    if (Array.isArray(inner) && inner.length > 0) return inner.map((record) => withIncluded(record, included));
    if (isOne(inner)) return [withIncluded({ ...beside(value, name), ...asRecord(inner) }, included)];
  }
  return [];
}

function beside(value: unknown, name: string): Json {
  const { [name]: _inner, included: _included, links: _links, meta: _meta, ...others } = asRecord(value);
  return others;
}

type Included = ReadonlyMap<string, unknown>;

function includedOf(value: unknown): Included {
  return new Map(listAt(value, 'included').map((item) => [keyOf(item), item]));
}

function keyOf(item: unknown): string {
  return `${textAt(item, 'type')} ${textAt(item, 'id')}`;
}

/** Attributes of the record that are only named among its relationships, with what they lead to. */
function withIncluded(record: unknown, included: Included): unknown {
  const relationships = at(record, 'relationships');
  if (included.size === 0 || !isFields(record) || !isFields(relationships)) return record;
  const joined = Object.entries(relationships).flatMap(([name, relationship]) => {
    const data = at(relationship, 'data');
    const items = (Array.isArray(data) ? data : [data]).flatMap((item) => included.get(keyOf(item)) ?? []);
    return items.length === 0 ? [] : [[name, Array.isArray(data) ? { data: items } : { data: items[0] }] as const];
  });
  return { ...record, attributes: { ...Object.fromEntries(joined), ...asRecord(record.attributes) } };
}
