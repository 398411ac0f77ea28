// Where a query looks.
import { FIELDS, type FieldName } from '../fields.ts';

/** Numbers of the fields a query looks in. */
export function fieldNumbers(names: readonly FieldName[] | undefined): ReadonlySet<number> {
  return new Set(FIELDS.flatMap((name, number) => (names === undefined || names.includes(name) ? [number] : [])));
}
