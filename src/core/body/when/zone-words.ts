// Zones as people write them beside a time: `UTC`, `(UTC+2)`, `CET`, `PST`, `Pacific Time`, `Europe/Copenhagen`.
import { fixedOffset, isZone, offsetAt, offsetName } from '../../time/zone.ts';
import { type Cursor, eat } from './cursor.ts';
import { SEASONS, ZONE_NAMES } from './zone-names.ts';

const ABBREVIATION = Object.keys(ZONE_NAMES)
  .filter((name) => name.length <= 4)
  .sort((a, b) => b.length - a.length)
  .join('|');
const WORDS = String.raw`(?:(?:UTC|GMT)\s?[+\u2212-]\s?\d{1,2}(?::?\d{2})?|${ABBREVIATION}|(?:US )?(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: Time)?|[Ll]ocal(?: time)?|[A-Z][A-Za-z_]{2,20}\/[A-Z][A-Za-z_]{2,30})`;
const AFTER_TIME = new RegExp(String.raw`\s{0,2}(?:([\[(])\s?)?(${WORDS})(?![A-Za-z0-9])(?:\s?[\])])?`, 'y');

/** The zone in words that stands after a time, as written. */
export function readZoneWords(cursor: Cursor): string | undefined {
  return eat(cursor, AFTER_TIME)?.[2];
}

const ZONE_WORD = new RegExp(`(?<![A-Za-z0-9])(${WORDS})(?![A-Za-z0-9])`, 'g');
/** A sentence about the times of the whole document. */
const SENTENCE = new RegExp(
  String.raw`(?:^|[.(\n]\s*)(?:[Nn]ote:? )?(?:[Aa]ll |[Tt]he )?(?:[Tt]imes?|[Tt]imestamps?|[Dd]ates and times)\b[^.\n]{0,60}?(?<![A-Za-z0-9])(${WORDS})(?![A-Za-z0-9])`,
);

/** The zone a heading or a table's header gives for its times: "Time (UTC)", "Date and time in CET". */
export function zoneInHeader(header: string): string | undefined {
  for (const match of header.slice(0, 200).matchAll(ZONE_WORD)) {
    const words = match[1] ?? '';
    // Two letters are also the name of anything else.
    if (words.length > 2 || /(?:times?(?: in| are| is)?|[([]) ?$/i.test(header.slice(0, match.index))) return words;
  }
  return undefined;
}

/** The zone a sentence gives for all times: "All times in UTC." */
export function zoneInSentence(sentence: string): string | undefined {
  return SENTENCE.exec(sentence.slice(0, 400))?.[1];
}

/** The zone meant, in an incident of that zone at that moment; undefined for words that name none. */
export function resolveZoneWords(words: string, incidentZone: string, near: number): string | undefined {
  if (/^local/i.test(words)) return incidentZone;
  const compact = words.replace(/\s/g, '').replace('\u2212', '-');
  if (/[+-]\d/.test(compact)) {
    const offset = fixedOffset(compact);
    return offset === undefined ? undefined : offsetName(offset);
  }
  if (words.includes('/')) return isZone(words) ? words : undefined;
  const name = compact.replace(/^US/, '').replace(/(?:Standard|Daylight)?(?:Time)?$/, '');
  const meant = ZONE_NAMES[name] ?? ZONE_NAMES[name.toUpperCase()];
  if (meant === undefined || typeof meant === 'string') return meant;
  const own = offsetAt(incidentZone, near);
  const isOwn = fixedOffset(incidentZone) === undefined && (meant.includes(own) || (SEASONS[name]?.includes(own) ?? false));
  return isOwn ? incidentZone : offsetName(meant[0] ?? 0);
}
