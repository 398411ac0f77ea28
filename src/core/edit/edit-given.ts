// Ways to change one field of an action item of the front matter, the likeliest first. Each touches the field alone, or puts a line or a few
// words beside the others.
import { type Change, FIELD_KEYS, type FieldKey } from './changes.ts';
import type { GivenField, GivenItem } from './front-matter-item.ts';
import { endOfLine, type Splice, startOfLine } from './splice.ts';
import { yamlScalar } from './yaml-scalar.ts';

type Edit = readonly Splice[];

export function waysInFrontMatter(text: string, item: GivenItem, { field, value }: Change): Edit[] {
  const given = item.fields.find(({ name }) => name === field);
  if (!given) return value === undefined ? [] : [added(text, item, { field, value })];
  if (value !== undefined) return [[replaced(text, given, value)]];
  const whole = item.isFlow ? takenFromBraces(text, item, given) : takenOut(text, item, given);
  // A field left empty counts as left out, and no comment beside it is lost.
  return [...(whole ? [[whole]] : []), [emptied(text, given)]];
}

function replaced(text: string, given: GivenField, value: string): Splice {
  const { valueFrom, valueTo } = given;
  const scalar = yamlScalar(value, given.style);
  if (valueFrom === valueTo) return { from: valueFrom, to: valueTo, text: `${text[valueFrom - 1] === ':' ? '' : ':'} ${scalar}` };
  if (!given.isBlock) return { from: valueFrom, to: valueTo, text: scalar };
  const { to, besides } = blockOf(text, given);
  return { from: valueFrom, to, text: scalar + besides };
}

function emptied(text: string, given: GivenField): Splice {
  const from = text.indexOf(':', given.keyTo) + 1;
  if (!given.isBlock) return { from, to: given.valueTo, text: '' };
  const { to, besides } = blockOf(text, given);
  return { from, to, text: besides };
}

/** Where block text ends, its last line feed aside, and the comment beside its header. */
function blockOf(text: string, { valueFrom, valueTo }: GivenField): { readonly to: number; readonly besides: string } {
  const header = text.slice(valueFrom, endOfLine(text, valueFrom));
  return { to: text[valueTo - 1] === '\n' ? valueTo - 1 : valueTo, besides: /\s+#.*$/.exec(header)?.[0] ?? '' };
}

/** A field on lines of its own goes with them; the first one beside a dash makes room for the next. */
function takenOut(text: string, item: GivenItem, given: GivenField): Splice | undefined {
  const lineStart = startOfLine(text, given.keyFrom);
  const end = text[given.valueTo - 1] === '\n' ? given.valueTo : endOfLine(text, given.valueTo) + 1;
  const hasComment = text.slice(given.valueTo, end).trim() !== '' || (given.isBlock && blockOf(text, given).besides !== '');
  if (hasComment) return undefined;
  if (text.slice(lineStart, given.keyFrom).trim() === '') return { from: lineStart, to: end, text: '' };
  const next = item.fields[item.fields.indexOf(given) + 1];
  if (!next || text.slice(given.valueTo, next.keyFrom).trim() !== '') return undefined;
  return { from: given.keyFrom, to: next.keyFrom, text: '' };
}

function takenFromBraces(text: string, item: GivenItem, given: GivenField): Splice | undefined {
  const at = item.fields.indexOf(given);
  const [before, after] = [item.fields[at - 1], item.fields[at + 1]];
  if (after && isComma(text.slice(given.valueTo, after.keyFrom))) return { from: given.keyFrom, to: after.keyFrom, text: '' };
  if (!after && before && isComma(text.slice(before.valueTo, given.keyFrom))) return { from: before.valueTo, to: given.valueTo, text: '' };
  return undefined;
}

function isComma(between: string): boolean {
  return /^\s*,\s*$/.test(between);
}

interface NewField {
  readonly field: FieldKey;
  readonly value: string;
}

/** Behind the field that usually stands before it. */
function added(text: string, item: GivenItem, { field, value }: NewField): Edit {
  const place = FIELD_KEYS.indexOf(field);
  const rank = (name: string): number => FIELD_KEYS.indexOf(name as FieldKey);
  const [first] = item.fields;
  const before = item.fields.findLast(({ name }) => rank(name) >= 0 && rank(name) < place) ?? item.fields.at(-1);
  if (!first || !before) return [];
  const name = first.isQuoted ? JSON.stringify(field) : field;
  const written = `${name}: ${yamlScalar(value, first.isQuoted && item.isFlow ? 'double' : 'plain')}`;
  return item.isFlow ? addedInBraces(text, before, written) : [addedBelow(text, { first, before }, written)];
}

interface Neighbours {
  readonly first: GivenField;
  readonly before: GivenField;
}

function addedBelow(text: string, { first, before }: Neighbours, written: string): Splice {
  const indent = ' '.repeat(first.keyFrom - startOfLine(text, first.keyFrom));
  if (before.isBlock && text[before.valueTo - 1] === '\n')
    return { from: before.valueTo, to: before.valueTo, text: `${indent}${written}\n` };
  const end = endOfLine(text, before.valueTo);
  return { from: end, to: end, text: `\n${indent}${written}` };
}

/** Fields on lines of their own get company of that kind, and keep their comments. */
function addedInBraces(text: string, { keyFrom, valueTo }: GivenField, written: string): Edit {
  const indent = /^[ \t]*$/.exec(text.slice(startOfLine(text, keyFrom), keyFrom))?.[0];
  const end = endOfLine(text, valueTo);
  const rest = text.slice(valueTo, end);
  if (indent === undefined || !/^\s*,?\s*(?:#.*)?$/.test(rest)) return [{ from: valueTo, to: valueTo, text: `, ${written}` }];
  const hasComma = rest.trimStart().startsWith(',');
  const below: Splice = { from: end, to: end, text: `\n${indent}${written}${hasComma ? ',' : ''}` };
  if (hasComma) return [below];
  // Without a comment the two pieces are one place.
  return rest.trim() === ''
    ? [{ ...below, from: valueTo, text: `,${rest}${below.text}` }]
    : [{ from: valueTo, to: valueTo, text: ',' }, below];
}
