// The same thing again and again: every incident of a chain of recurrences, in the order in which they happened.
import { finderOf } from '../archive/linked.ts';
import type { Archive } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import { predecessorsOf } from '../promises/chain.ts';

/** Of a longer chain nobody reads more on one page; and one incident may stand at the head of thousands. */
const MEMBERS_AT_MOST = 200;
const AROUND_AT_MOST = 4;

export interface Chain {
  /** In the order of their times, this incident among them; at most four before it, and four after. */
  readonly members: readonly Incident[];
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Undefined for an incident that neither recurs nor has recurred. */
export function chainsOf({
  byId,
  aliases,
  backlinks,
}: Pick<Archive, 'byId' | 'aliases' | 'backlinks'>): (incident: Incident) => Chain | undefined {
  const find = finderOf({ byId, aliases });
  const known = new Map<Incident, readonly Incident[]>();
  const familyOf = (first: Incident): readonly Incident[] => {
    const family = known.get(first) ?? descendants(first, (one) => recurrencesOf(one, backlinks)).sort(oldestFirst);
    known.set(first, family);
    return family;
  };
  return (incident) => {
    const first = predecessorsOf(incident, find).at(-1) ?? incident;
    const family = familyOf(first);
    const at = family.indexOf(incident);
    if (family.length < 2 || at < 0) return undefined;
    const [from, to] = [Math.max(0, at - AROUND_AT_MOST), at + AROUND_AT_MOST + 1];
    return { members: family.slice(from, to), isCutBefore: from > 0, isCutAfter: to < family.length };
  };
}

function recurrencesOf({ id }: Incident, backlinks: Archive['backlinks']): Incident[] {
  return (backlinks.get(id) ?? [])
    .filter(({ kind, from }) => kind === 'recurrence' && from.duplicateOf === undefined)
    .map(({ from }) => from);
}

function descendants(first: Incident, next: (incident: Incident) => readonly Incident[]): Incident[] {
  const found = new Set([first]);
  for (const one of found) {
    for (const after of next(one)) if (found.size < MEMBERS_AT_MOST) found.add(after);
  }
  return [...found];
}

/** The undated first: of them nothing is known but that something recurred from them, or they from something. */
function oldestFirst(a: Incident, b: Incident): number {
  const [from, to] = [a, b].map(({ milestones }) => milestones.started?.epoch ?? Number.NEGATIVE_INFINITY) as [number, number];
  return from === to ? (a.id < b.id ? -1 : 1) : from - to;
}
