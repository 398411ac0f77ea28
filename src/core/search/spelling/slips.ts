// What it takes to turn one spelling into another: swapped, doubled, missing, wrong letters, each with its cost.

export interface Letters {
  readonly text: string;
  /** A bit for every letter that occurs, by its code modulo 32. */
  readonly bits: number;
}

/** Hundredths of a missing letter. Fingers swap and double; ears take one vowel for another; few get the first letter wrong. */
export const GAP = 100;
const WRONG = 130;
const SWAPPED = 70;
const DOUBLED = 60;
const VOWEL = 75;
const FIRST = 75;

export function lettersOf(text: string): Letters {
  return { text, bits: bitsOf(text) };
}

/**
 * Cost of the cheapest slips that lead from `word` to `other`, after Damerau's and Levenshtein's distance with swaps of neighbours;
 * undefined where it is more than `budget`. Of the length of `word` times that of `other`, and mostly far less.
 */
export function slips({ text, bits }: Letters, other: string, budget: number): number | undefined {
  // Every letter that only one of them has costs at least a vowel for another, which settles two.
  if (bitCount(bits ^ bitsOf(other)) * (VOWEL / 2) > budget) return undefined;
  let beforeLast: number[] = [];
  let last = [0];
  let leastBefore = 0;
  for (let j = 1; j <= other.length; j++) last.push((last[j - 1] as number) + gap(other, j - 1));
  for (let i = 1; i <= text.length; i++) {
    const row = [(last[0] as number) + gap(text, i - 1)];
    let least = row[0] as number;
    for (let j = 1; j <= other.length; j++) {
      const cost = cheapest(text, other, i, j, { beforeLast, last, row });
      row.push(cost);
      if (cost < least) least = cost;
    }
    // A swap looks two rows back.
    if (least > budget && leastBefore > budget) return undefined;
    leastBefore = least;
    beforeLast = last;
    last = row;
  }
  const cost = last[other.length] as number;
  return cost <= budget ? cost : undefined;
}

interface Rows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
  readonly row: readonly number[];
}

function cheapest(text: string, other: string, i: number, j: number, { beforeLast, last, row }: Rows): number {
  const [a, b] = [text.charCodeAt(i - 1), other.charCodeAt(j - 1)];
  const kept = last[j - 1] as number;
  // Even of equal letters the cheaper way may be that one of them is there twice (pol, pool).
  if (a === b) return Math.min(kept, (last[j] as number) + gap(text, i - 1), (row[j - 1] as number) + gap(other, j - 1));
  const replaced = kept + (isVowel(a) && isVowel(b) ? VOWEL : WRONG) + (i === 1 && j === 1 ? FIRST : 0);
  const cost = Math.min(replaced, (last[j] as number) + gap(text, i - 1), (row[j - 1] as number) + gap(other, j - 1));
  const isSwap = i > 1 && j > 1 && a === other.charCodeAt(j - 2) && text.charCodeAt(i - 2) === b;
  return isSwap ? Math.min(cost, (beforeLast[j - 2] as number) + SWAPPED) : cost;
}

/** Of a letter too many, or missing, at `index`. */
function gap(text: string, index: number): number {
  if (index === 0) return GAP + FIRST;
  return text.charCodeAt(index) === text.charCodeAt(index - 1) ? DOUBLED : GAP;
}

function isVowel(unit: number): boolean {
  // a e i o u y
  return unit === 97 || unit === 101 || unit === 105 || unit === 111 || unit === 117 || unit === 121;
}

function bitsOf(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index++) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
