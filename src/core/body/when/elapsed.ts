// Times counted from the start: `T+15`, `T+1:31`, `T+1h30`, `+15 min`, `T-5m`, `T0`.
import { type Cursor, eat } from './cursor.ts';

const CLOCK = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y;
const WORDS =
  /(?=\d)(?:(\d{1,2})\s?(?:days?|d)(?![a-z])\s?)?(?:(\d{1,3})\s?(?:hours?|hrs?|h)(?![a-z])\s?)?(?:(\d{1,4})(?:\s?(minutes?|mins?|m)(?![a-z])|(?!\d|:\d)))?/y;
const FROM_T = /[Tt]\s?([+\u2212-])\s?(?=\d)/y;
const ZERO = /T\s?=?\s?0(?!\d|[:.]\d)/y;
const PLUS = /\+\s?(?=\d)/y;
/** "+20 min of delay" tells how much, not when. */
const MEASURE = /\s*(?:of|more|longer|later|after|before|extra|delays?|latency|downtime)\b/iy;

/** Minutes after the start, negative before it; whole unless seconds were written. */
export function readElapsed(cursor: Cursor): number | undefined {
  const { position } = cursor;
  const sign = eat(cursor, FROM_T)?.[1];
  if (sign !== undefined) {
    const minutes = readClock(cursor) ?? readWords(cursor)?.minutes;
    if (minutes !== undefined) return sign === '+' ? minutes : -minutes;
  } else if (eat(cursor, ZERO)) return 0;
  else if (eat(cursor, PLUS)) {
    const minutes = readClock(cursor) ?? readUnits(cursor);
    if (minutes !== undefined && !eat(cursor, MEASURE)) return minutes;
  }
  cursor.position = position;
  return undefined;
}

function readClock(cursor: Cursor): number | undefined {
  const match = eat(cursor, CLOCK);
  return match && Number(match[1]) * 60 + Number(match[2]) + Number(match[3] ?? 0) / 60;
}

/** Without a `T` a bare number is a number: "+15 more servers". */
function readUnits(cursor: Cursor): number | undefined {
  const read = readWords(cursor);
  return read?.hasUnit ? read.minutes : undefined;
}

function readWords(cursor: Cursor): { readonly minutes: number; readonly hasUnit: boolean } | undefined {
  const match = eat(cursor, WORDS);
  if (!match || match[0] === '') return undefined;
  const [, days, hours, minutes, unit] = match;
  const hasUnit = days !== undefined || hours !== undefined || unit !== undefined;
  // A blank before words is theirs.
  cursor.position -= match[0].length - match[0].trimEnd().length;
  return { minutes: (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0), hasUnit };
}
