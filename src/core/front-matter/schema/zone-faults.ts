// Zones by short names, `CET` or `PST`: they are no offsets and no zones, and what to write in their place is known.
import { type ZoneMeaning, zoneMeanings } from '../../body/when/zone-names.ts';
import { parseTimestamp } from '../../time/parse.ts';
import { isoOffset, isZone, offsetAt } from '../../time/zone.ts';

const ZONE_AT_END = /^(\d{4}-\d{2}-\d{2}[Tt ]\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*\(?([A-Za-z][A-Za-z_/]{0,60})\)?$/;

/** What to write where a time ends in the name of a zone; undefined for other texts. */
export function zoneOfTimeHint(text: string): string | undefined {
  const [, time = '', name = ''] = ZONE_AT_END.exec(text.trim()) ?? [];
  const read = name === '' ? undefined : parseTimestamp(time, 'UTC');
  if (!read || 'problem' in read) return undefined;
  const { epoch } = read.timestamp;
  const [first, ...others] = zoneMeanings(name.toUpperCase(), epoch);
  if (!first)
    return name.includes('/') && isZone(name)
      ? `Write ${time}${isoOffset(offsetAt(name, epoch))}, or ${time} beside "timezone: ${name}".`
      : undefined;
  if (others.length > 0)
    return `${name} may be ${sayMeanings([first, ...others])}: write ${time}${isoOffset(first.offset)}, or with the offset that is meant.`;
  const shown = offsetAt(first.place, epoch);
  const season = shown === first.offset ? '' : `; but clocks in ${first.place} showed ${isoOffset(shown)} on that day`;
  return `Write ${time}${isoOffset(first.offset)}: ${name} is ${isoOffset(first.offset)}${season}.`;
}

/** Which zones a short name stands for; undefined for other texts. */
export function zoneNameHint(text: string): string | undefined {
  const name = text.trim().toUpperCase();
  const [first, ...others] = zoneMeanings(name, 0);
  if (!first) return undefined;
  if (others.length > 0)
    return `${name} may be ${sayMeanings([first, ...others])}: write the place, or the offset as in UTC${isoOffset(first.offset)}.`;
  return `Write the place whose clocks are meant, such as ${first.place}, or the offset: UTC${isoOffset(first.offset)}.`;
}

function sayMeanings(meanings: readonly ZoneMeaning[]): string {
  const said = meanings.map(({ offset, place }) => `${isoOffset(offset)} (${place})`);
  return `${said.slice(0, -1).join(', ')} or ${said.at(-1)}`;
}
