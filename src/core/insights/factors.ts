// What comes together: pairs of causes, triggers, services and tags that the same incidents name more often than chance would have it.
import type { InsightIncident, InsightsRows, InsightTerm, TermKind } from './rows.ts';

const KINDS = ['causes', 'triggers', 'services', 'tags'] as const satisfies readonly TermKind[];

export interface Factor {
  readonly kind: (typeof KINDS)[number];
  readonly term: InsightTerm;
  /** Incidents that name it. */
  readonly count: number;
}

interface FactorPair {
  readonly factors: readonly [Factor, Factor];
  /** Incidents that name both, newest first. */
  readonly incidents: readonly InsightIncident[];
  /** How many times as often as if the two had nothing to do with one another. */
  readonly lift: number;
}

export interface FactorFigures {
  readonly of: number;
  /** How many incidents have to name both. */
  readonly support: number;
  /** All that have the support and the lift; the first ones have most incidents. */
  readonly pairs: readonly FactorPair[];
}

/** Two incidents that share two words are a coincidence. */
export const FEWEST_TOGETHER = 3;
/** Less is what chance does. */
export const LEAST_LIFT = 1.5;
/** A factor of more than half of all incidents says nothing: it comes with everything. */
const LARGEST_SHARE = 0.5;
/** Pairs grow with the square of what one incident names: one that names a dictionary must not stop the build. */
const MOST_FACTORS = 40;

export function factorFigures(rows: InsightsRows, incidents: readonly InsightIncident[]): FactorFigures {
  const frequent = frequentFactors(rows, incidents);
  const pairs = new Map<number, InsightIncident[]>();
  for (const incident of incidents) {
    const own = positionsOf(incident, frequent);
    for (let a = 0; a < own.length; a++) {
      for (let b = a + 1; b < own.length; b++) {
        const key = (own[a] ?? 0) * frequent.factors.length + (own[b] ?? 0);
        const together = pairs.get(key);
        if (together) together.push(incident);
        else pairs.set(key, [incident]);
      }
    }
  }
  return { of: incidents.length, support: FEWEST_TOGETHER, pairs: strongest(pairs, frequent, incidents.length) };
}

interface Frequent {
  readonly factors: readonly Factor[];
  /** Of the factors, by kind and position in the terms. */
  readonly numbers: Readonly<Record<Factor['kind'], ReadonlyMap<number, number>>>;
}

function frequentFactors({ terms }: InsightsRows, incidents: readonly InsightIncident[]): Frequent {
  const factors: Factor[] = [];
  const numbers = {} as Record<Factor['kind'], ReadonlyMap<number, number>>;
  for (const kind of KINDS) {
    const counts = new Array<number>(terms[kind].length).fill(0);
    for (const incident of incidents) for (const position of incident[kind]) counts[position] = (counts[position] ?? 0) + 1;
    const own = new Map<number, number>();
    terms[kind].forEach((term, position) => {
      const count = counts[position] ?? 0;
      if (count < FEWEST_TOGETHER || count > incidents.length * LARGEST_SHARE) return;
      own.set(position, factors.length);
      factors.push({ kind, term, count });
    });
    numbers[kind] = own;
  }
  return { factors, numbers };
}

/** In ascending order, each once. */
function positionsOf(incident: InsightIncident, { numbers }: Frequent): number[] {
  const own: number[] = [];
  for (const kind of KINDS) {
    for (const position of incident[kind]) {
      const number = numbers[kind].get(position);
      if (number !== undefined) own.push(number);
    }
  }
  return own.sort((a, b) => a - b).slice(0, MOST_FACTORS);
}

function strongest(pairs: ReadonlyMap<number, readonly InsightIncident[]>, { factors }: Frequent, of: number): FactorPair[] {
  const found: FactorPair[] = [];
  for (const [key, incidents] of pairs) {
    if (incidents.length < FEWEST_TOGETHER) continue;
    const [a, b] = [factors[Math.floor(key / factors.length)], factors[key % factors.length]];
    // One word in two places, such as a service and the tag of its name, comes with itself.
    if (!a || !b || a.term.slug === b.term.slug) continue;
    const lift = (incidents.length * of) / (a.count * b.count);
    if (lift >= LEAST_LIFT) found.push({ factors: [a, b], incidents, lift });
  }
  return found.sort(byCountThenLift);
}

function byCountThenLift(a: FactorPair, b: FactorPair): number {
  return b.incidents.length - a.incidents.length || b.lift - a.lift || (slugsOf(a) < slugsOf(b) ? -1 : 1);
}

function slugsOf({ factors }: FactorPair): string {
  return factors.map(({ kind, term }) => `${kind}/${term.slug}`).join(' ');
}
