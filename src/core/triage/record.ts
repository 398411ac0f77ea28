// What triage compares of one incident: its signatures, and the words that tell it from others.
import type { Incident } from '../model/incident.ts';
import { type Signature, signaturesOf } from '../resemblance/signatures.ts';
import { textsOf } from '../resemblance/texts.ts';
import { NumberList } from '../search/build/number-list.ts';
import { makeVocabulary, type OnChunk, type Vocabulary } from '../search/build/vocabulary.ts';
import { isTelling } from './telling.ts';

export type TriageSignature = Pick<Signature, 'text' | 'source'>;

export interface TriageRecord {
  readonly id: string;
  readonly signatures: readonly TriageSignature[];
  /** In order, no term twice; how much each says stands beside it, from 1 to `LEVELS`. */
  readonly terms: readonly string[];
  readonly levels: readonly number[];
}

/** The words of a root cause have the highest. */
export const LEVELS = 8;
const LEVELS_PER_WEIGHT = 5;
/** What an incident is filed under is said on purpose. */
const NAME_WEIGHT = 1.2;
/** Of the parts of a name: `PostgreSQL` is about SQL, a little. */
const PART_SHARE = 0.6;

/** With these, a file for 10,000 incidents stays small enough to fetch, and what an incident is about is among the first it says. */
const SIGNATURES_AT_MOST = 32;
const TERMS_AT_MOST = 128;

/** `vocabulary`: of whoever reads the same incidents for something else, so that their words are taken apart once. */
export function makeRecordReader(vocabulary = makeVocabulary()): (incident: Incident) => TriageRecord {
  const readLevels = makeLevelReader(vocabulary);
  return (incident) => {
    const signatures = signaturesOf(incident).filter(isFindable).slice(0, SIGNATURES_AT_MOST);
    return { id: incident.id, signatures: signatures.map(({ text, source }) => ({ text, source })), ...readLevels(incident) };
  };
}

/** A word of code such as `true` or `main` is in every log; the words of what is written with it count as words. */
function isFindable({ text, shape, source }: Signature): boolean {
  const pieces = shape.split(' ').filter((piece) => !piece.startsWith('<'));
  if (pieces.length > 1) return true;
  return source === 'field' ? pieces.length === 1 : /[\p{L}][_.:\d-]*\p{N}|\p{L}[_:.-]\p{L}|\p{Ll}\p{Lu}|\p{Lo}{4}/u.test(text);
}

/** The most telling words, no more than can be kept; of two that tell as much, the one that stands first. */
function makeLevelReader({ terms, eachChunk }: Vocabulary): (incident: Incident) => Pick<TriageRecord, 'terms' | 'levels'> {
  /** By number of a term: its level in the incident that is read. */
  const levels = new NumberList();
  const found = new NumberList();
  const isSilent = makeSilence(terms);
  let weight = 0;
  const add = (term: number, worth: number): void => {
    const level = Math.min(LEVELS, Math.max(1, Math.round(worth * LEVELS_PER_WEIGHT)));
    const before = levels.at(term);
    if (level <= before || isSilent(term)) return;
    if (before === 0) found.push(term);
    levels.set(term, level);
  };
  const onChunk: OnChunk = (numbers, start) => {
    let term = start + 2;
    const spellings = term + 2 * (numbers[start + 1] as number);
    let word = spellings + 1 + (numbers[spellings] as number);
    for (let words = numbers[word++] as number; words > 0; words--, word++) {
      const end = term + 2 * (numbers[word] as number);
      for (let share = 1; term < end; share = PART_SHARE, term += 2) add(numbers[term] as number, share * weight);
    }
  };
  const addText = (text: string, worth: number): void => {
    weight = worth;
    eachChunk(text, onChunk);
  };
  return (incident) => {
    const { services, rootCauses, tags } = incident;
    for (const name of [services, rootCauses, tags].flat()) addText(name, NAME_WEIGHT);
    for (const { text, weight } of [...textsOf(incident)].sort((a, b) => b.weight - a.weight)) {
      // What would follow says less than what is there.
      if (found.length >= TERMS_AT_MOST) break;
      addText(text, weight);
    }
    const kept: number[] = [];
    for (let level = LEVELS; level > 0; level--) {
      for (let n = 0; n < found.length && kept.length < TERMS_AT_MOST; n++) if (levels.at(found.at(n)) === level) kept.push(found.at(n));
    }
    kept.sort((a, b) => ((terms[a] as string) < (terms[b] as string) ? -1 : 1));
    const own = { terms: kept.map((term) => terms[term] as string), levels: kept.map((term) => levels.at(term)) };
    for (let n = 0; n < found.length; n++) levels.set(found.at(n), 0);
    found.clear();
    return own;
  };
}

/** Asked once of each term. */
function makeSilence(terms: readonly string[]): (term: number) => boolean {
  const [SILENT, TELLING] = [1, 2];
  const known = new NumberList();
  return (term) => {
    if (known.at(term) === 0) known.set(term, isTelling(terms[term] ?? '') ? TELLING : SILENT);
    return known.at(term) === SILENT;
  };
}
