// The words of the index nearest to one that is not in it: by what fingers and ears get wrong, then by how common they are.
import type { Dictionary } from './files/words.ts';
import { isNextKey } from './spelling/next-key.ts';
import { type Letters, lettersOf, slips } from './spelling/slips.ts';
import { termOf } from './terms.ts';

export interface Near {
  readonly term: string;
  /** The word that comes nearest of those that become the term. */
  readonly spelling: string;
  readonly documents: number;
  /** In hundredths of a missing letter, less what being common makes up for. */
  readonly cost: number;
}

/** A stem shorter than this is near to anything. */
const SHORTEST_STEM = 5;

/** A stem to compare with the word as it stands: so short ones are mostly words as well (pool, for pooling). */
const SHORTEST_BASE = 4;

/** Of these, every letter counts. */
const LONGEST_SHORT = 5;

/** In words of five letters a letter may be that of the next key: nearly as likely as a letter missing. Still shorter ones turn into each other. */
const SHORTEST_NEXT_KEY = 5;
const NEXT_KEY = 100;

/** Stems are short, and near to much. */
const OTHER_FORM = 70;

/** So many times as common makes up for a hundredth of a slip more. */
const COMMON_BY = 10;

/**
 * The best first, at most `limit`. Nothing for names with digits or punctuation, for scripts that are not spelt letter by letter, and for
 * words of one or two letters: what is near to them is something else.
 */
export function nearest(word: string, { terms, spellings, documents }: Dictionary, limit: number): Near[] {
  if (!isSpelt(word)) return [];
  const wanted = lettersOf(word);
  const bases = basesOf(word).map(lettersOf);
  const found: Near[] = [];
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as string;
    const count = documents[index] ?? 0;
    for (const spelling of spellings[index] ?? [term]) {
      const cost = costOf(wanted, bases, spelling, term);
      if (cost !== undefined) found.push({ term, spelling, documents: count, cost: cost - COMMON_BY * Math.log10(count + 1) });
    }
  }
  found.sort((a, b) => a.cost - b.cost || b.documents - a.documents || (a.term < b.term ? -1 : 1));
  return found.slice(0, limit);
}

type Half = Omit<Near, 'cost'>;

/** Shorter halves are endings and small words rather than what was glued together. */
const SHORTEST_HALF = 3;

/** The two words that were written as one (datacenter), where both are in the index: of several ways the one whose rarer half is commonest. */
export function twoWords(word: string, { terms, spellings, documents }: Dictionary): readonly [Half, Half] | undefined {
  if (!isSpelt(word)) return undefined;
  const halves = new Map<string, Half>();
  for (let index = 0; index < terms.length; index++) {
    const [term, own = [], count = 0] = [terms[index] as string, spellings[index], documents[index]];
    for (const half of new Set([...own, term])) {
      if (half.length >= SHORTEST_HALF && (word.startsWith(half) || word.endsWith(half)))
        halves.set(half, { term, spelling: half, documents: count });
    }
  }
  let best: readonly [Half, Half] | undefined;
  for (let cut = SHORTEST_HALF; cut <= word.length - SHORTEST_HALF; cut++) {
    const [first, second] = [halves.get(word.slice(0, cut)), halves.get(word.slice(cut))];
    if (first && second && (!best || rarer(first, second) > rarer(...best))) best = [first, second];
  }
  return best;
}

function rarer(one: Half, other: Half): number {
  return Math.min(one.documents, other.documents);
}

/** What the word may be a form of: its stem (deadloking), and the word without an ending that a slip may have hidden (exhaustd, laders). */
function basesOf(word: string): string[] {
  const bases = new Set([termOf(word, false) ?? word, word.replace(/[ds]$/, '')]);
  return [...bases].filter((base) => base !== word && base.length >= SHORTEST_STEM);
}

/** Of the word as it is mostly spelt (in plain English often with an s), or of what it is a form of. */
function costOf(word: Letters, bases: readonly Letters[], spelling: string, term: string): number | undefined {
  const costs = [slipsBetween(word, spelling)];
  if (spelling !== term && term.length >= SHORTEST_BASE) costs.push(slipsBetween(word, term));
  if (/s$(?<!ies)/.test(spelling) && spelling.length > SHORTEST_STEM) costs.push(slipsBetween(word, spelling.slice(0, -1)));
  for (const base of bases) {
    const cost = slipsBetween(base, term) ?? (term === spelling ? undefined : slipsBetween(base, spelling));
    costs.push(cost === undefined ? undefined : cost + OTHER_FORM);
  }
  const known = costs.filter((cost) => cost !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** Two letters more or fewer at the end make another word (rabbit, rabbitmq); three anywhere are past every budget. */
function slipsBetween(word: Letters, other: string): number | undefined {
  const longer = Math.abs(other.length - word.text.length);
  if (longer > 2 || (longer === 2 && (other.startsWith(word.text) || word.text.startsWith(other)))) return undefined;
  if (word.text.length <= LONGEST_SHORT && !isShuffled(word.text, other)) {
    return word.text.length >= SHORTEST_NEXT_KEY && isNextKey(word.text, other) ? NEXT_KEY : undefined;
  }
  return slips(word, other, budgetOf(word.text.length));
}

/** Short words turn into each other (curl, ctrl; fat, fit): only swapped, doubled, missing or surplus letters after the first are slips. */
function isShuffled(word: string, other: string): boolean {
  if (word[0] !== other[0]) return false;
  return word.length !== other.length || [...word].sort().join('') === [...other].sort().join('');
}

/** In hundredths of a missing letter. A wrong guess is worse than none: short words get little. */
function budgetOf(length: number): number {
  if (length < 3) return 0;
  if (length === 3) return 80;
  if (length < 6) return 100;
  if (length < 8) return 150;
  return length < 11 ? 200 : 260;
}

function isSpelt(word: string): boolean {
  return /^\p{L}{3,64}$/u.test(word) && !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u.test(word);
}
