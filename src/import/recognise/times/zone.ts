// In which zone a document gives its times: what it says of all of them, else what stands beside them.
import { resolveZoneWords, zoneInHeader, zoneInSentence } from '../../../core/body/when/zone-words.ts';
import type { Day } from '../../../core/model/timestamp.ts';
import { dayStart, MINUTE } from '../../../core/time/calendar.ts';
import { fixedOffset, isoOffset, offsetAt } from '../../../core/time/zone.ts';
import type { Line } from '../layout/lines.ts';
import { aboutOf } from '../layout/outline.ts';
import { fieldsNamed, momentsIn, type Page } from '../page.ts';
import type { Entry } from './entry.ts';

interface ZoneSighting {
  /** As written. */
  readonly words: string;
  /** An IANA name or a fixed offset. */
  readonly zone: string;
  readonly line: Line;
  readonly isStated: boolean;
  readonly why: string;
}

export interface ZoneReading {
  readonly zone?: ZoneSighting;
  /** Another zone that the document states as its own. */
  readonly other?: ZoneSighting;
}

const ZONE_FIELD = /^(?:time ?zone|zone|tz|zona horaria|fuseau horaire|zeitzone|uhrzeiten|times)$/;
/** A zone beside these is that of another thing. */
const NEVER = ['action_items', 'supporting', 'lessons', 'people', 'closing'];

export function readZone(page: Page, entries: readonly Entry[], day: Day | undefined): ZoneReading {
  const near = day ? dayStart(day) : 0;
  const make = (words: string | undefined, line: Line, how: { isStated: boolean; why: string }): ZoneSighting[] => {
    const zone = words === undefined || /^local/i.test(words) ? undefined : resolveZoneWords(words, 'UTC', near);
    return words === undefined || zone === undefined ? [] : [{ words, zone, line, ...how }];
  };
  const stated = statedIn(page, make);
  const beside = entries.flatMap(({ when, line }) =>
    make(when.at?.zone ?? when.until?.zone, line, { isStated: false, why: 'the zone beside the times of the timeline' }),
  );
  // When a mail was sent, its server says, in its own zone.
  const heads = new Set(fieldsNamed(page, /^last sent$/).map(({ line }) => line));
  const spans = page.sections
    .filter((section) => !NEVER.includes(aboutOf(section) ?? ''))
    .flatMap((section) => section.lines.filter((line) => !heads.has(line)))
    .flatMap((line) =>
      momentsIn(line).flatMap((found) => make(found.until?.zone ?? found.zone, line, { isStated: false, why: 'the zone beside a time' })),
    );
  const places = placeZones(page);
  return choose(stated, beside, [...spans, ...places]);
}

const PLACE =
  /\b(?:heures? (?:de |d['’])|horas? (?:local )?de |[Oo]rtszeit )(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)|(?<![\p{L}])(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)(?:er Zeit| time)\b|\b[Aa]ll times (?:are )?(?:in )?(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)/gu;
/** What the clocks of a country with one zone are called. */
const COUNTRIES: readonly (readonly [RegExp, string])[] = [
  [/\bheure française\b|\bfrench time\b/i, 'Europe/Paris'],
  [/\bhora peninsular\b/i, 'Europe/Madrid'],
  [/\bdeutscher zeit\b|\bgerman time\b/i, 'Europe/Berlin'],
  [/\b(?:uk|british) time\b/i, 'Europe/London'],
];

/** Zones by the last part of their names: "paris", "sao paulo". */
const CITIES = new Map(
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
    .map((zone) => [(zone.split('/').at(-1) ?? '').replaceAll('_', ' ').toLowerCase(), zone] as const),
);

/** "14 h 05 (heure de Paris)", "at 9:10 London time" */
function placeZones(page: Page): ZoneSighting[] {
  return page.lines.flatMap((line) => {
    if (line.kind === 'code' || !/\b(?:times?|heures?|horas?|zeit|ortszeit)\b/i.test(line.words)) return [];
    if (momentsIn(line).length === 0 && !/\ball times\b/i.test(line.words)) return [];
    const words = line.words.slice(0, 2000);
    const cities = [...words.matchAll(PLACE)].flatMap((match) => {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      const zone = CITIES.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
      return zone === undefined ? [] : [[name, zone] as const];
    });
    const country = COUNTRIES.find(([pattern]) => pattern.test(words));
    const [name, zone] = cities[0] ?? [country && words.match(country[0])?.[0], country?.[1]];
    return name === undefined || zone === undefined
      ? []
      : [{ words: name, zone, line, isStated: false, why: 'the place whose clocks are meant' }];
  });
}

type Make = (words: string | undefined, line: Line, how: { isStated: boolean; why: string }) => ZoneSighting[];

/** "22:40 (local, UTC-7)" */
const LOCAL = /\blocal(?: time)?\s?[,:=(]\s?((?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d{2})?|[A-Z]{3,4})\s?\)/;

function statedIn(page: Page, make: Make): ZoneSighting[] {
  const fields = fieldsNamed(page, ZONE_FIELD).flatMap(({ value, line }) =>
    make(zoneInHeader(`(${value})`) ?? zoneInHeader(value), line, { isStated: true, why: 'the label of the zone' }),
  );
  const heads = page.sections
    .filter(({ roles, at }) => at >= 0 && roles.includes('timeline'))
    .flatMap(({ at, title = '' }) => {
      const line = page.lines[at];
      return line ? make(zoneInHeader(title), line, { isStated: true, why: 'the zone in the heading of the timeline' }) : [];
    });
  const rows = page.lines.flatMap((line) => {
    const cell = line.cells?.find(
      (each) => each.length < 60 && /\b(?:time|times|timestamp|date|when|hora|heure|uhrzeit|zeit|utc|fecha)\b/i.test(each),
    );
    return cell && !momentsIn(line).length ? make(zoneInHeader(cell), line, { isStated: true, why: "the zone in a table's header" }) : [];
  });
  const sentences = page.lines.flatMap((line) =>
    line.kind === 'text' || line.kind === 'item' || line.kind === 'heading'
      ? make(sentence(line.words), line, { isStated: true, why: 'a sentence about all times' })
      : [],
  );
  const local = page.lines.flatMap((line) =>
    line.kind === 'code' ? [] : make(LOCAL.exec(line.words)?.[1], line, { isStated: true, why: 'the offset of the local time' }),
  );
  return [...fields, ...sentences, ...rows, ...heads, ...local];
}

const FOREIGN =
  /^(?:[Nn]ota:? |[Hh]inweis:? |[*_(]*)(?:[Tt]odas las horas|[Tt]odos los horarios|[Ll]as horas|[Hh]oras|[Hh]orarios|[Tt]outes les heures|[Ll]es heures|[Hh]eures|[Hh]oraires|[Aa]lle (?:[Uu]hrz|Z)eit(?:en|angaben)|[Zz]eitangaben|[Uu]hrzeiten)\b[^.\n]{0,50}?(UTC(?:\s?[+-]\s?\d{1,2}(?::\d{2})?)?|GMT|CES?T|MEZ|MESZ|CLT|ART|WEST?)/;

function sentence(words: string): string | undefined {
  const foreign = words.length < 400 ? FOREIGN.exec(words)?.[1] : undefined;
  return foreign ?? zoneInSentence(words);
}

/** What is said of all times stands, unless most of the times themselves say otherwise. */
function choose(stated: readonly ZoneSighting[], beside: readonly ZoneSighting[], spans: readonly ZoneSighting[]): ZoneReading {
  const [first] = stated;
  const usual = mostUsual(beside) ?? mostUsual(spans);
  const conflict = stated.find(({ zone }) => zone !== first?.zone);
  if (first && usual && first.zone !== usual.zone && beside.filter(({ zone }) => zone === usual.zone).length >= 2)
    return { zone: usual, other: first };
  const other = conflict ?? [...beside, ...spans].find(({ zone }) => zone !== (first ?? usual)?.zone);
  const zone = first ?? usual;
  return { ...(zone && { zone }), ...(other && { other }) };
}

function mostUsual(sightings: readonly ZoneSighting[]): ZoneSighting | undefined {
  const counts = new Map<string, number>();
  for (const { zone } of sightings) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return sightings.reduce<ZoneSighting | undefined>(
    (best, each) => (best === undefined || (counts.get(each.zone) ?? 0) > (counts.get(best.zone) ?? 0) ? each : best),
    undefined,
  );
}

/** How a draft says a zone: `UTC`, `+02:00`, `America/Los_Angeles`. */
export function zoneName(zone: string): string {
  const fixed = fixedOffset(zone);
  if (fixed === undefined) return zone;
  return fixed === 0 ? 'UTC' : isoOffset(fixed);
}

/** `+02:00` at a moment on the clocks of a zone. */
export function offsetIn(zone: string, local: number): string {
  const epoch = local - offsetAt(zone, local) * MINUTE;
  return isoOffset(offsetAt(zone, epoch));
}
