// Which statements are about the same: found through an index of what they speak of, so that the work grows with the archive and no faster.
import { LONE_WORD, likenessAtMost, likenessOf, type Shared } from './compare.ts';
import { type Statement, weightIn } from './statements.ts';

/** A statement that speaks of the same; `to` is its position. */
export interface Like {
  readonly to: number;
  readonly likeness: number;
}

/** Of the statements with one notion, those that are compared with all others of it: the ones that say least besides, the likely leaders. */
const COMPARED_AT_MOST = 64;
const LIKE_AT_MOST = 24;
/** Below, a word is a commonplace of the archive and brings nothing together. */
const FAINTEST = 0.15;

/** For each statement those it is like, the most alike first. Not every likeness is found both ways where a notion is very common. */
export function findLikeness(statements: readonly Statement[]): Like[][] {
  const index = indexOf(statements);
  const tally = newTally(statements);
  return statements.map((statement, at) => {
    for (const [place, { key, kind }] of statement.notions.entries()) {
      const postings = index.get(key);
      if (postings) count(postings, { root: Math.sqrt(statement.weights[place] ?? 0), kind: KINDS[kind], but: at }, tally);
    }
    return takeLikely(at, tally)
      .flatMap(({ to, shared }) => {
        const likeness = likenessOf(statement, statements[to] as Statement, shared);
        return likeness > 0 ? [{ to, likeness }] : [];
      })
      .sort((a, b) => b.likeness - a.likeness || a.to - b.to)
      .slice(0, LIKE_AT_MOST);
  });
}

const KINDS = { practice: 4, subject: 2, word: 1, weak: 0 } as const;

/** Where a notion stands, and the root of its weight there. */
interface Postings {
  readonly at: number[];
  readonly root: number[];
}

/** Of what two statements or more speak of. */
function indexOf(statements: readonly Statement[]): Map<string, Postings> {
  const found = new Map<string, number[]>();
  for (const [at, { notions, weights }] of statements.entries()) {
    for (const [place, { key, kind }] of notions.entries()) {
      if (kind === 'weak' || (weights[place] ?? 0) < FAINTEST) continue;
      const list = found.get(key);
      if (list) list.push(at);
      else found.set(key, [at]);
    }
  }
  const index = new Map<string, Postings>();
  for (const [key, list] of found) {
    if (list.length === 1) continue;
    const at = list.length > COMPARED_AT_MOST ? mostFocused(key, list, statements) : list;
    index.set(key, { at, root: at.map((one) => Math.sqrt(weightIn(statements[one] as Statement, key))) });
  }
  return index;
}

/** Those that say least besides. */
function mostFocused(key: string, list: readonly number[], statements: readonly Statement[]): number[] {
  const focus = new Map(list.map((at) => [at, weightIn(statements[at] as Statement, key) / (statements[at]?.mass ?? 1)]));
  return [...list].sort((a, b) => (focus.get(b) ?? 0) - (focus.get(a) ?? 0) || a - b).slice(0, COMPARED_AT_MOST);
}

/** What one statement shares with every other; used again for the next. In columns: most of what is counted is looked at once and dropped. */
interface Tally {
  readonly mass: Float64Array;
  readonly weight: Float64Array;
  readonly count: Uint8Array;
  readonly kinds: Uint8Array;
  readonly touched: number[];
}

function newTally(statements: readonly Statement[]): Tally {
  const size = statements.length;
  const mass = Float64Array.from(statements, (statement) => statement.mass);
  return { mass, weight: new Float64Array(size), count: new Uint8Array(size), kinds: new Uint8Array(size), touched: [] };
}

function count(postings: Postings, of: { readonly root: number; readonly kind: number; readonly but: number }, tally: Tally): void {
  const { weight, count, kinds, touched } = tally;
  for (let i = 0; i < postings.at.length; i++) {
    const to = postings.at[i] as number;
    if (to === of.but) continue;
    if (count[to] === 0) touched.push(to);
    // At most 60 words are read of a statement.
    count[to] = (count[to] as number) + 1;
    kinds[to] = (kinds[to] as number) | of.kind;
    weight[to] = (weight[to] as number) + of.root * (postings.root[i] as number);
  }
}

/** Of a tallied statement's neighbours those that may be like it, the likeliest first; clears the tally. */
function takeLikely(at: number, tally: Tally): { readonly to: number; readonly shared: Shared }[] {
  const { mass, weight, count, kinds, touched } = tally;
  const likely: { to: number; shared: Shared; most: number }[] = [];
  for (const to of touched) {
    const masses = (mass[at] as number) * (mass[to] as number);
    const isLoneWord = count[to] === 1 && kinds[to] === KINDS.word;
    if (!isLoneWord || (weight[to] as number) ** 2 >= LONE_WORD ** 2 * masses) {
      const shared = sharedOf(to, tally);
      const most = likenessAtMost(shared, masses);
      if (most > 0) likely.push({ to, shared, most });
    }
    weight[to] = count[to] = kinds[to] = 0;
  }
  touched.length = 0;
  return likely.sort((a, b) => b.most - a.most || a.to - b.to).slice(0, 2 * LIKE_AT_MOST);
}

function sharedOf(to: number, { weight, count, kinds }: Tally): Shared {
  const kind = kinds[to] ?? 0;
  return {
    weight: weight[to] ?? 0,
    count: count[to] ?? 0,
    hasPractice: (kind & KINDS.practice) !== 0,
    hasSubject: (kind & KINDS.subject) !== 0,
  };
}
