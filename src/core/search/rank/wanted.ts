// What a word of a query comes to in this index: its term, or what stands in for it where nothing has it.

import { loadPart } from '../load-part.ts';
import type { WordClause } from '../query.ts';
import type { SearchIndex } from '../reader.ts';
import { termsOf } from '../terms.ts';
import { asChoices, type Choice, COMPLETED, choice, choicesOfParts, isName } from './choices.ts';
import { beginnings } from './completions.ts';
import { inFull } from './short-forms.ts';

export interface Wanted {
  readonly clause: WordClause;
  /** Empty when nothing in the index comes near. */
  readonly choices: readonly Choice[];
  /** A name that is in the index to the letter: a document that has it stands above every one that has parts of it. */
  readonly isExact: boolean;
  readonly correction?: Correction;
}

/** "Nothing for *from*; showing *to*". */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What a word that is being typed may become: more is fetched when more of it is there. */
const MOST_COMPLETIONS = 4;

interface WantOptions {
  /** The word may go on. */
  readonly isTyped: boolean;
  /** One of a great many: what nothing has is left out. */
  readonly isPasted: boolean;
  /** Numbers of the fields looked in. */
  readonly fields: ReadonlySet<number>;
}

/** Undefined for a stop word, unless it is being typed and all there is: `a` may become anything. */
export async function wantWord(
  index: SearchIndex,
  clause: WordClause,
  { isTyped, isPasted, fields }: WantOptions,
): Promise<Wanted | undefined> {
  const { word } = clause;
  const terms = termsOf(word);
  if (terms.length === 0 && !isTyped) return undefined;
  const [full, ...found] = await Promise.all([inFull(index, clause), ...terms.map((term) => index.postings(term))]);
  const [whole, ...parts] = found;
  const partChoices = choicesOfParts(word, terms.slice(1), parts, fields);
  // A word that is there is not completed: the results are those of the query when it is sent.
  if (whole) return { clause, choices: [choice(whole, 1), ...partChoices, ...(full?.choices ?? [])], isExact: isName(word) };
  const typed = isTyped ? asChoices(await beginnings(index, word.text, MOST_COMPLETIONS), COMPLETED) : [];
  if (typed.length > 0) return { clause, choices: [...typed, ...partChoices], isExact: false };
  if (terms.length === 0) return undefined;
  if (full) return { clause, choices: full.choices, isExact: false, correction: { from: clause.text, to: full.spelling } };
  if (isPasted) return { clause, choices: partChoices, isExact: false };
  const { standIns } = await loadPart(() => import('./stand-ins.ts'));
  return standIns(index, clause, partChoices);
}
