// What the promises leave open: causes against which nothing was promised, and incidents whose promises notice the next time and do not prevent it.
import type { ActionType } from '../model/action-item.ts';
import type { TermFigures } from './recurrence.ts';
import type { InsightIncident, Luck } from './rows.ts';

interface DetectOnly {
  /** Newest first. */
  readonly incidents: readonly InsightIncident[];
  /** Incidents with a promise, all of whose promises say of what type they are: among them it can be told. */
  readonly known: number;
  /** Incidents with a promise. */
  readonly of: number;
}

export interface LuckEntry {
  readonly incident: InsightIncident;
  readonly luck: Luck;
}

export interface GapFigures {
  /** Causes none of whose incidents promised anything, the commonest first. */
  readonly causes: readonly TermFigures[];
  readonly causesOf: number;
  readonly detectOnly: DetectOnly;
}

/** What notices or looks into; the other types change something. */
const WATCHING: ReadonlySet<ActionType> = new Set(['detect', 'investigate', 'document']);

export function gapFigures(causes: readonly TermFigures[], incidents: readonly InsightIncident[]): GapFigures {
  return {
    causes: causes.filter((cause) => cause.incidents.every(({ actions }) => actions === undefined)),
    causesOf: causes.length,
    detectOnly: detectOnly(incidents),
  };
}

/** Something that will not be done prevents nothing, and is not counted. */
function detectOnly(incidents: readonly InsightIncident[]): DetectOnly {
  const found: InsightIncident[] = [];
  let [known, of] = [0, 0];
  for (const incident of incidents) {
    const kept = incident.actions?.filter(({ status }) => status !== 'wont_do') ?? [];
    if (kept.length === 0) continue;
    of++;
    const types = kept.flatMap(({ type }) => type ?? []);
    if (types.some((type) => !WATCHING.has(type))) known++;
    else if (types.length === kept.length) {
      known++;
      if (types.includes('detect')) found.push(incident);
    }
  }
  return { incidents: found, known, of };
}

/** Every piece of luck, with the incident that had it. */
export function luckRegister(incidents: readonly InsightIncident[]): readonly LuckEntry[] {
  return incidents.flatMap((incident) => (incident.luck ?? []).map((luck) => ({ incident, luck })));
}
