// The fields of a draft for the report: what was read, from where, how surely.
import type { Draft, DraftFields, Receipt, Sureness } from '../model.ts';
import { lineInFile } from '../write/entry.ts';
import { oneLine } from '../write/words.ts';

export interface SaidField {
  readonly field: string;
  readonly value: string;
  readonly sure: Sureness;
  /** Of the file; 0 where it came from no line. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export function sayFields({ fields, source }: Draft): SaidField[] {
  const names = Object.keys(fields) as (keyof DraftFields)[];
  return names.flatMap((field) => {
    const found: Receipt<unknown> | readonly Receipt<unknown>[] | undefined = fields[field];
    if (found === undefined) return [];
    const receipts: readonly Receipt<unknown>[] = isList(found) ? found : [found];
    const [first] = receipts;
    if (first === undefined) return [];
    const value = isList(found) ? String(receipts.length) : sayValue(first.value);
    const { sure, line, text, why } = first;
    return [{ field, value, sure, line: line > 0 ? lineInFile(line, source) : 0, text: oneLine(text, 120), why }];
  });
}

function isList(found: Receipt<unknown> | readonly Receipt<unknown>[]): found is readonly Receipt<unknown>[] {
  return Array.isArray(found);
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return oneLine(value.join(', '), 200);
  if (typeof value === 'object' && value !== null && 'text' in value) return oneLine(String(value.text), 200);
  return oneLine(String(value), 200);
}
