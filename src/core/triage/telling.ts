// Which words say something about an incident: not numbers and dates, nor what stands in every log and every telling.
import { WEAK_WORDS } from '../promises/weak-words.ts';
import { termOf } from '../search/terms.ts';

const CALENDAR = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'am', 'pm', 'utc', 'gmt', 'today', 'yesterday'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
];
const OF_LOGS = [
  ...['error', 'err', 'warn', 'warning', 'info', 'debug', 'fatal', 'trace', 'level', 'msg', 'message', 'log', 'logger', 'ts', 'time'],
  ...['timestamp', 'req', 'rid', 'host', 'pid', 'thread', 'ms', 'at'],
];
const OF_TELLINGS = [
  'cause',
  'root',
  'due',
  'lead',
  'affect',
  'occur',
  'report',
  'recover',
  'restore',
  'mitigate',
  'become',
  'number',
  'summary',
  'hit',
];

const silent = new Set([...WEAK_WORDS, ...CALENDAR, ...OF_LOGS, ...OF_TELLINGS].map((word) => termOf(word, false)));
/** Numbers, lengths, times and amounts: what differs between two times the same thing happened. */
const NUMERIC = /^[-+~#v]?\d[\d.,:/_-]*(?:st|nd|rd|th|[a-z%µ]{0,3})$/;

/** Of a term as `core/search` has it. */
export function isTelling(term: string): boolean {
  return term.length > 1 && !silent.has(term) && !NUMERIC.test(term);
}
