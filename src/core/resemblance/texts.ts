// What of an incident is compared, and how much each part of it says: its cause, its signatures, its summary and its title before the rest.
import type { Incident, RichText, SectionRole } from '../model/incident.ts';

/** What an incident is filed under, or when and where it was told. Two incidents with the same fact have it in common, whatever they write. */
export const FACT_WEIGHTS = {
  service: 1.5,
  cause: 1.6,
  tag: 1,
  trigger: 1,
  team: 0.7,
  environment: 0.2,
  /** A page both link to: a ticket, a status page. */
  link: 3,
  /** The minute, and the day, on which both began. */
  minute: 2,
  day: 1.2,
} as const;
export type FactKind = keyof typeof FACT_WEIGHTS;

export interface Fact {
  readonly kind: FactKind;
  /** As the incident has it. */
  readonly value: string;
}

/** Signatures as their shapes; the words of a signature count as words besides. */
export const SHAPE_WEIGHTS = { field: 3, block: 2, inline: 1.6 } as const;

export interface WeighedText {
  readonly text: string;
  readonly weight: number;
  /** Words beside each other count as a pair: `connection pool` says more than the two apart. */
  readonly isTelling: boolean;
}

const STRONG = 1.4;
const ROLE_WEIGHTS: Readonly<Partial<Record<SectionRole, number>>> = {
  root_cause: 1.6,
  summary: STRONG,
  trigger: 1,
  resolution: 0.8,
  detection: 0.7,
};
const BODY_WEIGHT = 0.6;
const ACTION_WEIGHT = 0.4;
/** A text this long is known by its beginning. */
const TEXT_AT_MOST = 40_000;

export function textsOf(incident: Incident): WeighedText[] {
  const { title, summary, impact, signatures, sections, timeline, lessons, actionItems } = incident;
  const strong = (text: string | undefined): WeighedText[] => weighed(text, STRONG, true);
  const weak = (text: RichText): WeighedText[] => weighed(text.plain, BODY_WEIGHT, false);
  return [
    ...strong(title),
    ...signatures.flatMap((text) => weighed(text, STRONG, true)),
    ...strong(summary?.plain),
    ...sections.flatMap(({ role, plain }) => {
      const weight = (role && ROLE_WEIGHTS[role]) ?? BODY_WEIGHT;
      return weighed(plain, weight, weight > 1);
    }),
    ...weighed(impact.summary?.plain, BODY_WEIGHT, false),
    ...timeline.flatMap(({ text }) => weak(text)),
    ...[lessons.wentWell, lessons.wentWrong, lessons.gotLucky].flat().flatMap(weak),
    ...actionItems.flatMap((item) => weighed(item.title.plain, ACTION_WEIGHT, false)),
  ];
}

function weighed(text: string | undefined, weight: number, isTelling: boolean): WeighedText[] {
  return text === undefined || text === '' ? [] : [{ text: text.slice(0, TEXT_AT_MOST), weight, isTelling }];
}

export function factsOf(incident: Incident): Fact[] {
  const { services, rootCauses, tags, teams, environments, trigger, links, milestones } = incident;
  const facts = (kind: FactKind, values: readonly string[]): Fact[] => [...new Set(values)].map((value) => ({ kind, value }));
  const { started } = milestones;
  return [
    ...facts('service', services),
    ...facts('cause', rootCauses),
    ...facts('tag', tags),
    ...facts('trigger', trigger === undefined ? [] : [trigger]),
    ...facts('team', teams),
    ...facts('environment', environments),
    ...facts(
      'link',
      links.map(({ url }) => pageOf(url)),
    ),
    ...facts('minute', started === undefined || started.precision === 'date' ? [] : [minuteOf(started.epoch)]),
    ...facts('day', started === undefined ? [] : [started.iso.slice(0, 10)]),
  ];
}

function minuteOf(epoch: number): string {
  return new Date(epoch).toISOString().slice(0, 16);
}

/** Without the place on it, and without what only says how it is fetched. */
function pageOf(url: string): string {
  return url
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}
