// What the schema library finds, in words: which field, what is wrong with it, what is allowed, what was probably meant.
import type { z } from 'zod';
import type { Place } from '../model/diagnostic.ts';
import { closest } from '../text/closest.ts';
import { isFields } from './is-fields.ts';
import { sayPath } from './say-path.ts';
import { fieldNamesAt, innerFields } from './schema/shape.ts';

/** A problem of a value, before its place in the file is known. */
export interface FieldProblem {
  readonly place: Place;
  readonly code: 'unknown-field' | 'wrong-type' | 'wrong-value' | 'missing-part';
  readonly message: string;
  readonly hint?: string;
}

export interface Dialect {
  readonly schema: z.ZodObject;
  /** Names people give to fields, that no misspelling leads from. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** What may be done about a field that has no other name here. */
  readonly unknownHint: string;
  /** The path of a value as its author wrote it, where that is not the path of the schema. */
  readonly written?: (path: Path) => Path;
}

type Path = readonly (string | number)[];
type Issue = z.core.$ZodIssue;

/** Says every issue of a failed parse, made with `reportInput`. */
export function sayIssues(issues: readonly Issue[], dialect: Dialect, above: Path = []): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...(issue.path as Path)];
    const written = dialect.written?.(path) ?? path;
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => cutText(path, key, issue.input) ?? unknownField([...path, key], dialect));
      case 'invalid_union':
        return sayUnion(issue, dialect, path);
      case 'invalid_value':
        return [notAllowed(written, issue.values.map(String), issue.input)];
      case 'custom':
        return [badValue(written, issue)];
      case 'invalid_key':
        return issue.issues.flatMap((inner) =>
          inner.code === 'custom' ? [{ ...badValue(written, inner), place: { path: written, key: true } }] : [],
        );
      default:
        return [wrongType(written, wanted(issue), issue.input)];
    }
  });
}

/** Of several allowed kinds the one that was meant is the one whose own kind is right; else none was. */
function sayUnion(issue: z.core.$ZodIssueInvalidUnion, dialect: Dialect, path: Path): FieldProblem[] {
  const meant = issue.errors.find((branch) => !branch.some(({ code, path: at }) => code === 'invalid_type' && at.length === 0));
  if (meant && meant.length > 0) return sayIssues(meant, dialect, path);
  const kinds = issue.errors.flatMap((branch) => branch.slice(0, 1).map(wanted));
  return [wrongType(dialect.written?.(path) ?? path, [...new Set(kinds)].join(' or '), issue.input)];
}

/** Kinds made by the kit say themselves what they want. */
function wanted(issue: Issue): string {
  return issue.message;
}

/** `{ text: First this, then that }`: the comma ends the text, and the rest is taken for a field without a value. */
function cutText(group: Path, name: string, input: unknown): FieldProblem | undefined {
  if (!name.includes(' ') || !isFields(input) || input[name] !== null) return undefined;
  const message = `A comma in braces ends the value before it, so that ${quote(name)} is taken for a field.`;
  return { place: { path: [...group, name], key: true }, code: 'unknown-field', message, hint: 'Put the whole text in quotes.' };
}

/** The field a name outside the schema was probably meant for: one that is spelt alike, or what others call it. */
export function meantField(path: Path, { schema, synonyms }: Dialect): string | undefined {
  const name = String(path.at(-1));
  const known = fieldNamesAt(schema, path.slice(0, -1));
  return closest(name, known) ?? synonyms.get(name)?.find((field) => known.includes(field));
}

function unknownField(path: Path, dialect: Dialect): FieldProblem {
  const { schema, unknownHint } = dialect;
  const name = String(path.at(-1));
  const group = path.slice(0, -1);
  const fixed = { place: { path, key: true }, code: 'unknown-field' as const, message: `${sayPath(path)} is not a field.` };
  const meant = meantField(path, dialect);
  if (meant !== undefined) return { ...fixed, hint: `Did you mean "${meant}"?` };
  if (group.length > 0 && Object.hasOwn(schema.shape, name))
    return { ...fixed, hint: `"${name}" stands at the top level, not inside "${group[0]}".` };
  const parents = group.length === 0 ? innerFields(schema).get(name) : undefined;
  if (parents) return { ...fixed, hint: `"${name}" belongs under ${parents.map((parent) => `"${parent}"`).join(' or ')}.` };
  return { ...fixed, hint: group.length === 0 ? unknownHint : `Fields here: ${fieldNamesAt(schema, group).join(', ')}.` };
}

function notAllowed(path: Path, allowed: readonly string[], input: unknown): FieldProblem {
  const list = allowed.join(', ');
  if (typeof input !== 'string') return wrongType(path, `one of ${list}`, input);
  const meant = closest(input, allowed);
  const message = `${sayPath(path)} is ${quote(input)}; it must be one of ${list}.`;
  return { place: { path }, code: 'wrong-value', message, ...(meant !== undefined && { hint: `Did you mean "${meant}"?` }) };
}

/** The kit's own faults: predicates, or sentences about a quoted value. */
function badValue(path: Path, issue: z.core.$ZodIssueCustom): FieldProblem {
  const message = `${sayPath(path)}${issue.message.startsWith('"') ? ':' : ''} ${issue.message}.`;
  const hint: unknown = issue.params?.hint;
  return { place: { path }, code: 'wrong-value', message, ...(typeof hint === 'string' && { hint }) };
}

function wrongType(path: Path, kind: string, input: unknown): FieldProblem {
  if (input === undefined) {
    const message = `${sayPath(path)} is missing; it must be ${kind}.`;
    return { place: { path }, code: 'missing-part', message };
  }
  const hint = hintFor(path, kind, input);
  const message = `${sayPath(path)} must be ${kind}, and is ${sayKind(input)}.`;
  return { place: { path }, code: 'wrong-type', message, ...(hint !== undefined && { hint }) };
}

function sayKind(input: unknown): string {
  if (input === null) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'string') return `the text ${quote(input)}`;
  if (typeof input === 'number') return `the number ${input}`;
  if (typeof input === 'boolean') return `the value ${input}`;
  return 'a group of fields';
}

function hintFor(path: Path, kind: string, input: unknown): string | undefined {
  const name = String(path.findLast((segment) => typeof segment === 'string') ?? '');
  if (kind === 'a list' && (typeof input === 'string' || typeof input === 'number')) {
    const items = String(input).length > 60 ? '…' : String(input);
    return `Write it as a list: \`${name}: [${items}]\`.`;
  }
  if (kind.startsWith('a number') && typeof input === 'string' && /^\d/.test(input)) {
    const number = numberIn(input);
    return number === undefined ? 'Write the number alone, in digits.' : `Write the number alone: \`${name}: ${number}\`.`;
  }
  if (kind.includes('true or false') && /^(?:yes|no|on|off|y|n)$/i.test(String(input)))
    return `Write \`${/^(?:y|on)/i.test(String(input))}\`.`;
  const isBare = typeof input === 'number' || typeof input === 'boolean';
  if (isBare && (kind === 'text' || kind === 'an id')) return `Put it in quotes: \`"${input}"\`.`;
  if (kind.startsWith('fields') && typeof input === 'string') return 'Put each field on a line of its own below it, indented.';
  return undefined;
}

/** The one number a text can only mean: `1,200 users` is 1200; `1.200`, `1,5`, `2k` and `10-20` may be others. */
function numberIn(text: string): number | undefined {
  const pattern = /^(?<digits>\d{1,3}(?<mark>[,_'’ \u00a0])\d{3}(?:\k<mark>\d{3})*|\d+(?:\.\d+)?)\s*(?<unit>%|\p{L}[\p{L} ]*)?$/u;
  const { digits = '', unit = '' } = pattern.exec(text.trim())?.groups ?? {};
  const isUnclear =
    digits === '' || /^\d{1,3}\.\d{3}$/.test(digits) || /^(?:k|m|mio|mn|bn|b|hundred|thousand|million|billion)s?\b/i.test(unit);
  return isUnclear ? undefined : Number(digits.replace(/[^\d.]/g, ''));
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
