// The words of the index nearest to one that is not in it: by what fingers and ears get wrong, then by how common they are.
import type { Dictionary } from './files/words.ts';
import { type Letters, lettersOf, slips } from './spelling/slips.ts';
import { termOf } from './terms.ts';

export interface Near {
  readonly term: string;
  /** The commonest word that becomes the term. */
  readonly spelling: string;
  readonly documents: number;
}

/** A stem shorter than this is near to anything. */
const SHORTEST_STEM = 5;

/** Stems are short, and near to much. */
const OTHER_FORM = 50;

/** So many times as common makes up for a hundredth of a slip more. */
const COMMON_BY = 10;

/**
 * The best first, at most `limit`. Nothing for names with digits or punctuation, for scripts that are not spelt letter by letter, and for
 * words of one or two letters: what is near to them is something else.
 */
export function nearest(word: string, { terms, spellings, documents }: Dictionary, limit: number): Near[] {
  if (!isSpelt(word)) return [];
  const wanted = lettersOf(word);
  const stem = termOf(word, false) ?? word;
  const wantedStem = stem !== word && stem.length >= SHORTEST_STEM ? lettersOf(stem) : undefined;
  const found: (Near & { readonly cost: number })[] = [];
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index] as string;
    const spelling = spellings[index] ?? term;
    const cost = costOf(wanted, wantedStem, spelling, term);
    if (cost === undefined) continue;
    const count = documents[index] ?? 0;
    found.push({ term, spelling, documents: count, cost: cost - COMMON_BY * Math.log10(count + 1) });
  }
  found.sort((a, b) => a.cost - b.cost || b.documents - a.documents || (a.term < b.term ? -1 : 1));
  return found.slice(0, limit).map(({ term, spelling, documents: count }) => ({ term, spelling, documents: count }));
}

/** Of the word as it is mostly spelt, or, for another form of it (deadloking), of the stems. */
function costOf(word: Letters, stem: Letters | undefined, spelling: string, term: string): number | undefined {
  const whole = slipsBetween(word, spelling);
  if (!stem || term === spelling) return whole;
  const ofStem = slipsBetween(stem, term);
  if (ofStem === undefined) return whole;
  return Math.min(whole ?? Number.POSITIVE_INFINITY, ofStem + OTHER_FORM);
}

/** Two letters more or fewer at the end make another word (rabbit, rabbitmq); three anywhere are past every budget. */
function slipsBetween(word: Letters, other: string): number | undefined {
  const longer = Math.abs(other.length - word.text.length);
  if (longer > 2 || (longer === 2 && (other.startsWith(word.text) || word.text.startsWith(other)))) return undefined;
  return slips(word, other, budgetOf(word.text.length));
}

/** In hundredths of a wrong letter. A wrong guess is worse than none: short words get little. */
function budgetOf(length: number): number {
  if (length < 3) return 0;
  if (length === 3) return 80;
  if (length < 6) return 100;
  if (length < 8) return 150;
  return length < 11 ? 200 : 250;
}

function isSpelt(word: string): boolean {
  return /^\p{L}{3,64}$/u.test(word) && !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u.test(word);
}
