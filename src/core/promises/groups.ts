// Statements gathered around one of them, the leader. Everybody is like the leader and speaks of the group's core; a friend of a friend is no member.
import type { Like } from './likeness.ts';
import type { Statement } from './statements.ts';

export interface Group {
  readonly leader: Statement;
  /** The leader first, then the most alike. */
  readonly members: readonly Statement[];
  /** Key of the one notion that all of them have; absent where the group is a single statement made of weak words. */
  readonly core?: string;
  /** Sum of the likenesses to the leader. */
  readonly strength: number;
}

/** What is to be done says more about a group than what it is done to. */
const CORE_WEIGHT = { practice: 2, subject: 1.5, word: 1 } as const;

const WEAK_WORDS_ENOUGH = 4;
/** Weight of a statement that says enough. */
const TELLING = 1.5;

/** The strongest first; every statement in one group at most. */
export function gather(statements: readonly Statement[], likeness: readonly (readonly Like[])[]): Group[] {
  const followers: Like[][] = statements.map(() => []);
  for (const [at, likes] of likeness.entries()) for (const { to, likeness } of likes) followers[to]?.push({ to: at, likeness });
  const pull = statements.map((statement, at) => strengthOf(statement, followers[at] ?? []));
  const order = [...statements.keys()].sort((a, b) => (pull[b] ?? 0) - (pull[a] ?? 0) || a - b);
  const taken = new Set<number>();
  const groups: Group[] = [];
  for (const at of order) {
    if (taken.has(at)) continue;
    const leader = statements[at] as Statement;
    const free = (followers[at] ?? []).filter(({ to }) => !taken.has(to));
    const { core, members } = ofOneCore(leader, free, statements);
    const all = [leader, ...members.map(({ to }) => statements[to] as Statement)];
    if (!isRecurring(all, core)) continue;
    for (const { to } of members) taken.add(to);
    taken.add(at);
    groups.push({ leader, members: all, strength: strengthOf(leader, members), ...(core !== undefined && { core }) });
  }
  return groups.sort((a, b) => b.strength - a.strength);
}

/** Of two incidents; and a sentence of weak words alone must be long to be the same by more than chance. */
function isRecurring(members: readonly Statement[], core: string | undefined): boolean {
  if (core === undefined && (members[0]?.notions.length ?? 0) < WEAK_WORDS_ENOUGH) return false;
  const [first] = members[0]?.promised ?? [];
  return members.some(({ promised }) => promised.some(({ incident }) => incident !== first?.incident));
}

/** Sum of the likenesses; less where the leader says little to be alike in. */
function strengthOf({ promised, notions, weights }: Statement, followers: readonly Like[]): number {
  const told = weights.reduce((sum, weight, index) => (notions[index]?.kind === 'weak' ? sum : sum + weight), 0);
  return (promised.length - 1 + followers.reduce((sum, { likeness }) => sum + likeness, 0)) * Math.min(1, told / TELLING);
}

/** Those who share with the leader the notion that most of them share with it. */
function ofOneCore(
  leader: Statement,
  likes: readonly Like[],
  statements: readonly Statement[],
): { core?: string; members: readonly Like[] } {
  let best: { core?: string; members: readonly Like[]; sum: number } = { members: [], sum: -1 };
  for (const [index, { key, kind }] of leader.notions.entries()) {
    if (kind === 'weak') continue;
    const members = likes.filter(({ to }) => statements[to]?.notions.some((notion) => notion.key === key));
    const sum = members.reduce((total, { likeness }) => total + likeness, 0) * CORE_WEIGHT[kind] + (leader.weights[index] ?? 0) * 1e-6;
    if (sum > best.sum) best = { core: key, members, sum };
  }
  return best;
}
