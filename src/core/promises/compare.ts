// Whether two statements promise the same, by the words they share, what kind of words those are, and where both come from.
import { commonGround } from './context.ts';
import { areContrary } from './deeds.ts';
import { type Statement, weightIn } from './statements.ts';
import { type Notion, PAIR_SIGN } from './wording.ts';

/** What two statements speak of both. */
export interface Shared {
  /** Sum over the notions, of each the geometric mean of its two weights. */
  readonly weight: number;
  readonly count: number;
  readonly hasPractice: boolean;
  readonly hasSubject: boolean;
}

/** Two notions beside each other in both count for half as much again as the weaker of them. */
const PAIR_BONUS = 0.5;
/** Of one service, or one chain of recurrences. */
const CONTEXT_BONUS = 0.4;
/** To monitor a load balancer is not to audit one. */
const OTHER_SUBJECT = 0.7;
/** How alike two statements must be, by what the likeness rests on, and where they come from one service or the like. */
const ENOUGH = { practice: 0.32, subject: 0.8, word: 0.7, subjectAndMore: 0.42, words: 0.55 } as const;
const ENOUGH_IN_CONTEXT = { ...ENOUGH, practice: 0.28, subject: 0.45 } as const;
const CONTEXT_ENOUGH = 0.5;
/** How much of what stands beside a common subject must be the same, to count as its other half. */
const HALF_ENOUGH = 0.33;

/** A single word that is shared must weigh so much of two statements; nearly all pairs of statements share no more, and less. */
export const LONE_WORD = ENOUGH.word / (1 + CONTEXT_BONUS);

/** The most that can come of it; 0 where that is not enough. */
export function likenessAtMost({ weight, count, hasPractice, hasSubject }: Shared, masses: number): number {
  const most = ((weight * (count > 1 ? 1 + PAIR_BONUS : 1)) / Math.sqrt(masses)) * (1 + CONTEXT_BONUS);
  const several = hasSubject ? ENOUGH.subjectAndMore : ENOUGH.words;
  const one = hasSubject ? ENOUGH_IN_CONTEXT.subject : ENOUGH.word;
  return most >= (hasPractice ? ENOUGH_IN_CONTEXT.practice : count > 1 ? several : one) ? most : 0;
}

/** 0 where it is not enough; else up to about 1.4. */
export function likenessOf(a: Statement, b: Statement, shared: Shared): number {
  if (areContrary(a.deed, b.deed)) return 0;
  const pairs = shared.count > 1 ? PAIR_BONUS * sharedPairs(a, b) : 0;
  const words = (shared.weight + pairs) / Math.sqrt(a.mass * b.mass);
  const context = ofOneIncident(a, b) ? 0 : commonGround(a.context(), b.context());
  const likeness = words * (1 + CONTEXT_BONUS * context) * (isOtherSubject(a, b) ? OTHER_SUBJECT : 1);
  const enough = context >= CONTEXT_ENOUGH ? ENOUGH_IN_CONTEXT : ENOUGH;
  return likeness >= enough[restsOn(a, b, shared)] ? likeness : 0;
}

function sharedPairs(a: Statement, b: Statement): number {
  let sum = 0;
  for (const pair of a.pairs.keys()) {
    if (!b.pairs.has(pair)) continue;
    const [one = '', other = ''] = pair.split(PAIR_SIGN);
    sum += Math.min(weightIn(a, one), weightIn(a, other), weightIn(b, one), weightIn(b, other));
  }
  return sum;
}

function restsOn(a: Statement, b: Statement, { count, hasPractice, hasSubject }: Shared): keyof typeof ENOUGH {
  const isSubject = hasSubject || hasPractice;
  if (hasPractice && !isOtherSubject(a, b)) return 'practice';
  if (isSubject) return count > 1 && otherHalf(a, b) >= HALF_ENOUGH ? 'subjectAndMore' : 'subject';
  return count > 1 ? 'words' : 'word';
}

/** Both name what is to be done, and not the same: what a statement names first it promises, what it names after that is what for, or with what. */
function isOtherSubject(a: Statement, b: Statement): boolean {
  const [one, other] = [a.notions.find(isNamed), b.notions.find(isNamed)];
  return one !== undefined && other !== undefined && one.key !== other.key;
}

function isNamed({ kind }: Notion): boolean {
  return kind === 'practice' || kind === 'subject';
}

/** Likeness of the words alone. */
function otherHalf(a: Statement, b: Statement): number {
  let shared = 0;
  for (const [index, { key, kind }] of a.notions.entries()) {
    if (kind === 'word') shared += Math.sqrt((a.weights[index] ?? 0) * weightIn(b, key));
  }
  return shared === 0 ? 0 : shared / Math.sqrt(massOfWords(a) * massOfWords(b));
}

function massOfWords({ notions, weights }: Statement): number {
  return weights.reduce((sum, weight, index) => (notions[index]?.kind === 'word' ? sum + weight : sum), 0);
}

/** What they have in common is then no sign of anything. */
function ofOneIncident({ promised: a }: Statement, { promised: b }: Statement): boolean {
  const incident = a[0]?.incident;
  return a.every((one) => one.incident === incident) && b.every((one) => one.incident === incident);
}
