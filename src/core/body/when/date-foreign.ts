// Dates in Spanish, French and German: `7 de mayo de 2026`, `1er février 2024`, `15. März 2024`.
import { type Cursor, eat } from './cursor.ts';
import type { DateWords } from './date.ts';

/** Names of the months from January on, each with its short forms. */
const MONTHS: readonly (readonly string[])[] = [
  ['enero', 'ene', 'janvier', 'janv', 'januar', 'jänner', 'jan'],
  ['febrero', 'feb', 'février', 'fevrier', 'févr', 'fév', 'februar'],
  ['marzo', 'mar', 'mars', 'märz', 'maerz', 'mär'],
  ['abril', 'abr', 'avril', 'avr', 'april', 'apr'],
  ['mayo', 'may', 'mai'],
  ['junio', 'jun', 'juin', 'juni'],
  ['julio', 'jul', 'juillet', 'juil', 'juli'],
  ['agosto', 'ago', 'août', 'aout', 'august', 'aug'],
  ['septiembre', 'setiembre', 'sep', 'septembre', 'sept', 'september'],
  ['octubre', 'oct', 'octobre', 'oktober', 'okt'],
  ['noviembre', 'nov', 'novembre', 'november'],
  ['diciembre', 'dic', 'décembre', 'decembre', 'déc', 'dezember', 'dez'],
];
const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const DATE = new RegExp(
  String.raw`(\d{1,2})(?:er|º|°|\.)?\s(?:de\s)?(${MONTH})(?![\p{L}])\.?(?:(?:\s(?:de\s|del\s)?|,\s)(\d{4})(?!\d|:\d))?`,
  'iuy',
);
const WEEKDAY =
  /(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)(?![\p{L}])\.?,?\s{1,2}(?:(?:el|le|den|dem)\s)?(?=\d)/iuy;

export function readForeignDate(cursor: Cursor): DateWords | undefined {
  const { position } = cursor;
  const match = eat(cursor, DATE);
  if (!match) return undefined;
  const name = (match[2] ?? '').toLowerCase();
  // "5 may" and "3 mar" in small letters and without a year are words of English.
  if (match[3] === undefined && name.length <= 3 && name === match[2] && name !== 'mai') {
    cursor.position = position;
    return undefined;
  }
  const month = MONTHS.findIndex((names) => names.includes(name)) + 1;
  return { kind: 'date', ...(match[3] === undefined ? {} : { year: Number(match[3]) }), month, day: Number(match[1]) };
}

/** A weekday is read only before a date: alone, "do" and "mi" are other words. */
export function eatForeignWeekday(cursor: Cursor): boolean {
  return eat(cursor, WEEKDAY) !== undefined;
}
