// One incident read: its sentences as numbers, so that what a template put there can be told from what somebody wrote.
import type { Incident } from '../model/incident.ts';
import { NumberList } from '../search/build/number-list.ts';
import { numberHash } from '../text/hash.ts';
import type { Lexicon } from './lexicon.ts';
import { signaturesOf } from './signatures.ts';
import { FACT_WEIGHTS, factsOf, SHAPE_WEIGHTS, textsOf, type WeighedText } from './texts.ts';

export interface Reading {
  /**
   * For each sentence: a hash of how it is written, the same in every incident that has it; a weight in units of `UNIT`; how
   * many terms there are; their numbers. The hash is 0 for facts and shapes, which are no template's.
   */
  readonly sentences: Int32Array;
  /** Numbers of words, each with the number of the spelling in which the incident first has it. */
  readonly spellings: Int32Array;
}

/** Weights are whole numbers: sums of them do not depend on the order in which they are added. */
const UNIT = 32;
const WEAK_SHARE = 0.25;
/** Of the parts of a name: `PostgreSQL` is about SQL, a little. */
const PART_SHARE = 0.6;
const PAIR_SHARE = 0.6;

const SENTENCE_END = /\n+|[.!?]\s+/;

/** What is used again for every incident. */
interface Lists {
  readonly sentences: NumberList;
  readonly spellings: NumberList;
  /** By term of the vocabulary: which incident, counted from 1, has it already. */
  readonly seen: NumberList;
  readonly telling: NumberList;
  readonly weak: NumberList;
  readonly parts: NumberList;
  readonly pairs: NumberList;
}

export function makeReader(lexicon: Lexicon): (incident: Incident) => Reading {
  const [sentences, spellings, seen] = [new NumberList(), new NumberList(), new NumberList()];
  const [telling, weak, parts, pairs] = [new NumberList(), new NumberList(), new NumberList(), new NumberList()];
  const readSentence = makeSentenceReader(lexicon, { sentences, spellings, seen, telling, weak, parts, pairs });
  let count = 0;
  return (incident) => {
    count += 1;
    sentences.clear();
    spellings.clear();
    for (const weighed of textsOf(incident)) {
      for (const sentence of weighed.text.split(SENTENCE_END)) readSentence(sentence, weighed, count);
    }
    for (const { kind, value } of factsOf(incident)) {
      pushAlone(FACT_WEIGHTS[kind], lexicon.numberOf({ kind: 'fact', fact: kind, value }), sentences);
    }
    for (const { shape, source } of signaturesOf(incident)) {
      pushAlone(SHAPE_WEIGHTS[source], lexicon.numberOf({ kind: 'shape', text: shape }), sentences);
    }
    return { sentences: sentences.numbers.slice(0, sentences.length), spellings: spellings.numbers.slice(0, spellings.length) };
  };
}

function pushAlone(weight: number, number: number, into: NumberList): void {
  for (const one of [0, Math.round(weight * UNIT), 1, number]) into.push(one);
}

type SentenceReader = (sentence: string, of: WeighedText, incident: number) => void;

function makeSentenceReader(lexicon: Lexicon, lists: Lists): SentenceReader {
  const { telling, weak, parts, pairs, sentences } = lists;
  let isTelling = false;
  let incident = 0;
  let before = -1;
  const onChunk = (numbers: Int32Array, at: number): void => {
    const first = readChunk(numbers, at, { lexicon, lists, incident });
    if (isTelling && first >= 0 && before >= 0 && first !== before) pairs.push(lexicon.pairNumber(before, first));
    before = first;
  };
  const push = (list: NumberList, hash: number, weight: number): void => {
    if (list.length === 0) return;
    sentences.push(hash);
    sentences.push(Math.round(weight * UNIT));
    sentences.push(list.length);
    for (let n = 0; n < list.length; n++) sentences.push(list.at(n));
    list.clear();
  };
  return (sentence, of, number) => {
    [isTelling, incident, before] = [of.isTelling, number, -1];
    lexicon.vocabulary.eachChunk(sentence, onChunk);
    if (telling.length + weak.length + parts.length === 0) return;
    const hash = numberHash(sentence) | 0 || 1;
    push(telling, hash, of.weight);
    push(parts, hash, of.weight * PART_SHARE);
    push(weak, hash, of.weight * WEAK_SHARE);
    push(pairs, hash, of.weight * PAIR_SHARE);
  };
}

interface ChunkContext {
  readonly lexicon: Lexicon;
  readonly lists: Lists;
  readonly incident: number;
}

/** `err_4012` is found by `err4012` too, which is nothing else. */
function lettersOf(term: string): string {
  return term.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What stands between two spaces, in the form of `Vocabulary`; gives the number of its first telling word, -1 where it has none. */
function readChunk(numbers: Int32Array, at: number, { lexicon, lists, incident }: ChunkContext): number {
  const { telling, weak, parts, spellings, seen } = lists;
  const end = at + 2 + 2 * (numbers[at + 1] as number);
  let first = -1;
  let whole = '';
  let isNew = false;
  for (let place = at + 2; place < end; place += 2) {
    const term = numbers[place] as number;
    const kind = lexicon.wordKind(term);
    if (kind === 'none') continue;
    if (seen.at(term) !== incident) isNew = true;
    // One term is most often all there is, and nothing to be a part of.
    const text = end > at + 4 ? lettersOf(lexicon.vocabulary.terms[term] as string) : '';
    const isPart = whole !== '' && whole.includes(text);
    if (!isPart) whole = text;
    (kind === 'weak' ? weak : isPart ? parts : telling).push(lexicon.wordNumber(term));
    if (first < 0 && kind === 'telling') first = lexicon.wordNumber(term);
  }
  for (let n = 1; isNew && n <= (numbers[end] as number); n++) {
    const spelling = numbers[end + n] as number;
    const term = lexicon.vocabulary.spellings[spelling]?.term ?? 0;
    if (seen.at(term) === incident) continue;
    seen.set(term, incident);
    spellings.push(lexicon.wordNumber(term));
    spellings.push(spelling);
  }
  return first;
}
