// The few kinds of value that fields are made of. Each says in words what it wants (`error`) and refuses with a finished sentence, so that
// no reader of a message ever meets the schema library's own.
import { z } from 'zod';
import { readClockAlone } from '../../body/when/read-when.ts';
import { parseDay, parseTimestamp } from '../../time/parse.ts';
import { isZone } from '../../time/zone.ts';
import { makePattern } from '../../withheld/pattern.ts';
import { idFault, isDoubtfulUrl, lineFault, proseFault, urlFault } from './text-faults.ts';
import { zoneNameHint, zoneOfTimeHint } from './zone-faults.ts';

/** What is wrong with a value: a predicate that follows the field's name (`is empty`), or a sentence about the value in its quotes. */
export interface Fault {
  readonly says: string;
  readonly hint?: string;
}

/** A text under a rule of its own. */
function ruled(wanted: string, findFault: (text: string) => Fault | undefined) {
  return z
    .string({ error: wanted })
    .trim()
    .check((context) => {
      const fault = findFault(context.value);
      if (fault) context.issues.push({ code: 'custom', input: context.value, message: fault.says, params: { hint: fault.hint } });
    });
}

/** One line of text. */
export function line(longest = 300) {
  return ruled('text', (text) => lineFault(text, longest)).meta({ maxLength: longest });
}

/** Text of several lines, Markdown where the page shows it. */
export function prose(longest = 20_000) {
  return ruled('text', (text) => proseFault(text, longest)).meta({ maxLength: longest });
}

/** What can be found wherever it stands: of less nothing could be told. */
export function withheldText() {
  const isTooShort = (text: string): boolean => (makePattern({ kind: 'string', text }, 0)?.letters.length ?? 0) < 2;
  return ruled(
    'text',
    (text) => lineFault(text, 200) ?? (isTooShort(text) ? { says: `"${text}" has fewer than two letters or digits` } : undefined),
  ).meta({ maxLength: 200 });
}

export function id() {
  return ruled('an id', idFault).meta({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' });
}

export function url() {
  return ruled('a URL', urlFault).overwrite(encodeUnsafe).meta({ format: 'uri' });
}

/** The address with what was copied along with it made harmless. */
function encodeUnsafe(address: string): string {
  return isDoubtfulUrl(address) && URL.canParse(address) ? new URL(address).href : address;
}

/** A time or a day, kept as written: its zone is known only when the whole file is. */
export function time() {
  const wanted = 'a time such as 2026-11-20T14:02:00+01:00, or a day';
  return ruled(wanted, timeFault).meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}' });
}

/** The same, or a time of day that takes its day from what stands before it. */
export function moment() {
  const wanted = 'a time such as 2026-11-20T14:02:00+01:00, a time of day such as 14:02, or a day';
  return ruled(wanted, (text) => {
    const read = readClockAlone(text);
    if (!read) return timeFault(text);
    return read.at?.fault === undefined ? undefined : { says: `${JSON.stringify(text)} is not a time: ${read.at.fault}` };
  }).meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}|^\\d{1,2}:\\d{2}' });
}

export function day() {
  return ruled('a day such as 2026-12-01', (text) => readFault(parseDay(text))).meta({ format: 'date' });
}

function timeFault(text: string): Fault | undefined {
  const fault = readFault(parseTimestamp(text, 'UTC'));
  const hint = fault && zoneOfTimeHint(text);
  return hint ? { ...fault, hint } : fault;
}

function readFault(read: object | { readonly problem: string }): Fault | undefined {
  return 'problem' in read ? { says: read.problem } : undefined;
}

/** A name of a time zone, or a fixed offset. */
export function zone() {
  return ruled('a time zone', (text) =>
    isZone(text)
      ? undefined
      : {
          says: `must be a time zone, and is "${text.slice(0, 60)}"`,
          hint: zoneNameHint(text) ?? 'Write an IANA name such as Europe/Copenhagen, or UTC.',
        },
  );
}

/** What a browser would follow or run; other colons are part of a key. */
const ADDRESS = /^(?:\/\/|javascript:|data:|vbscript:|file:|mailto:|[a-z][a-z0-9+.-]*:\/\/)/i;

/** A key such as `PAY-812`, or a URL: then one that may be followed. */
export function ticket() {
  return ruled('text', (text) => lineFault(text, 500) ?? (ADDRESS.test(text) ? urlFault(text) : undefined));
}

export function amount(range: { readonly most?: number; readonly whole?: boolean } = {}) {
  const { most = Number.MAX_SAFE_INTEGER, whole = false } = range;
  const wanted = most === Number.MAX_SAFE_INTEGER ? 'a number, 0 or more' : `a number from 0 to ${most}`;
  return z
    .number({ error: wanted })
    .check((context) => {
      const { value } = context;
      if (value >= 0 && value <= most && (!whole || Number.isInteger(value))) return;
      const wish = whole ? wanted.replace('number', 'whole number') : wanted;
      context.issues.push({ code: 'custom', input: value, message: `must be ${wish}, and is ${value}` });
    })
    .meta({ minimum: 0, ...(most !== Number.MAX_SAFE_INTEGER && { maximum: most }) });
}

export function flag() {
  return z.boolean({ error: 'true or false' });
}

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

/** A list without the repetitions that its author is warned of. */
export function list<T extends z.ZodType>(item: T) {
  const wanted = item instanceof z.ZodObject ? 'a list of fields' : 'a list';
  return z.array(item, { error: wanted }).overwrite((values) => (isDistinct(values) ? values : [...new Set(values)]));
}

function isDistinct(values: readonly unknown[]): boolean {
  return values.length < 2 || new Set(values).size === values.length;
}

/** Named fields and no others. */
export function fields<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, { error: (issue) => (issue.code === 'invalid_type' ? 'fields (name: value)' : undefined) });
}

/** A field that may be left out, with its entry in the documentation. */
export function field<T extends z.ZodType>(kind: T, meaning: string, example: unknown) {
  return kind.optional().meta({ description: meaning, examples: [example] });
}

/** A field without which the others make no sense. */
export function needed<T extends z.ZodType>(kind: T, meaning: string, example: unknown) {
  return kind.meta({ description: meaning, examples: [example] });
}
