// Where a promise was made: the services, causes, teams and tags of its incident, the incident it recurs from, and incidents the promise names.
import type { Incident } from '../model/incident.ts';
import { type FindIncident, predecessorsOf } from './chain.ts';
import type { Promised } from './statements.ts';

const SHARES = { service: 1, chain: 1, incident: 1, cause: 0.8, team: 0.5, tag: 0.5 } as const;
type FactKind = keyof typeof SHARES;

/** One fact of a promise. */
export interface Fact {
  readonly kind: FactKind;
  /** As the incident has it. */
  readonly value: string;
}

/** By key of the fact, how much two promises have in common that share it. */
export type Context = ReadonlyMap<string, number>;

/** Of a statement made hundreds of times, the first few say enough about where it belongs. */
const PROMISES_AT_MOST = 8;
const MENTION = /\[\[\s*([^[\]|#\n]{1,200})/g;

export const factKey = ({ kind, value }: Fact): string => `${kind}\n${value}`;

/** What holds for everything an incident promised. */
export function factsOf(incident: Incident, find: FindIncident): readonly Fact[] {
  const facts = (kind: FactKind, values: readonly string[]): Fact[] => values.map((value) => ({ kind, value }));
  return [
    ...facts('service', incident.services),
    ...facts('cause', incident.rootCauses),
    ...facts('team', incident.teams),
    ...facts('tag', incident.tags),
    { kind: 'chain', value: (predecessorsOf(incident, find).at(-1) ?? incident).id },
    { kind: 'incident', value: incident.id },
  ];
}

/** The facts of one promise: a team of its own in place of its incident's teams, and the incidents it names. */
export function ownFactsOf(promised: Promised, shared: readonly Fact[], find: FindIncident): readonly Fact[] {
  const { team } = promised.item;
  const named = mentionedBy(promised, find);
  if (team === undefined && named.length === 0) return shared;
  return [
    ...(team === undefined ? shared : [...shared.filter(({ kind }) => kind !== 'team'), { kind: 'team' as const, value: team }]),
    ...named.map(({ id }) => ({ kind: 'incident' as const, value: id })),
  ];
}

/** Other incidents named in the words of a promise: "promised before, in [[2024-01-15-slow]]". */
export function mentionedBy({ item, incident }: Promised, find: FindIncident): Incident[] {
  if (!item.title.source.includes('[[')) return [];
  return [...item.title.source.matchAll(MENTION)].flatMap(([, name = '']) => find(name.trim()) ?? []).filter((found) => found !== incident);
}

/** What every incident has in common says nothing. */
export function contextOf(promised: readonly (readonly Fact[])[], rarity: (key: string) => number): Context {
  const context = new Map<string, number>();
  for (const facts of promised.slice(0, PROMISES_AT_MOST)) {
    for (const fact of facts) context.set(factKey(fact), SHARES[fact.kind] * rarity(factKey(fact)));
  }
  return context;
}

/** 0 for promises with nothing in common, 1 for those of one rare service. */
export function commonGround(a: Context, b: Context): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [key, share] of small) if (large.has(key)) sum += share;
  return Math.min(1, sum);
}
