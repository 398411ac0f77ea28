// iCalendar (RFC 5545) as text: properties, escaped and folded. Written here and not by a library: ical-generator leaves the calendar's name
// unescaped and control characters in, writes calendars without a component, which the grammar forbids, and takes the better part of a
// millisecond for each event, of which a large archive has a hundred thousand.
import type { Day } from '../../core/model/timestamp.ts';

/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** Line breaks of every kind but the one that is escaped, all other control characters, halves of surrogate pairs. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

/** A property whose value is text: escaped, and folded where it is long. */
export function textProperty(name: string, value: string): string {
  return property(name, escapeText(value));
}

/** Several texts in one property, with commas between. */
export function listProperty(name: string, values: readonly string[]): string {
  return property(name, values.map(escapeText).join(','));
}

/** A property whose value is written as it is: a date, a number, an address. */
export function property(name: string, value: string): string {
  return `${fold(`${name}:${value}`)}\r\n`;
}

export function component(name: string, inner: string): string {
  return `BEGIN:${name}\r\n${inner}END:${name}\r\n`;
}

/** `20261122` */
export function dateValue(day: Day): string {
  return day.replaceAll('-', '');
}

/** Midnight UTC of a day: `20261122T000000Z`. */
export function midnightValue(day: Day): string {
  return `${dateValue(day)}T000000Z`;
}

function escapeText(text: string): string {
  return text
    .replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) =>
      line
        .replaceAll('\t', ' ')
        .replace(NOT_TEXT, '')
        .replace(/[\\;,]/g, '\\$&'),
    )
    .join('\\n');
}

/** Breaks before the character that would be too much: never within one, whatever it takes in UTF-8. */
function fold(line: string): string {
  if (line.length * 3 <= LONGEST_LINE || (line.length <= LONGEST_LINE && /^[ -~]*$/.test(line))) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
