// What triage compares of one incident: its signatures, and the words that tell it from others.
import type { Incident } from '../model/incident.ts';
import { type Signature, signaturesOf } from '../resemblance/signatures.ts';
import { textsOf } from '../resemblance/texts.ts';
import { placedTerms } from '../search/terms.ts';
import { words } from '../search/words.ts';
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

export function recordOf(incident: Incident): TriageRecord {
  const signatures = signaturesOf(incident).filter(isFindable).slice(0, SIGNATURES_AT_MOST);
  const terms = [...levelsOf(incident)].slice(0, TERMS_AT_MOST).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: incident.id,
    signatures: signatures.map(({ text, source }) => ({ text, source })),
    terms: terms.map(([term]) => term),
    levels: terms.map(([, level]) => level),
  };
}

/** A word of code such as `true` or `main` is in every log; the words of what is written with it count as words. */
function isFindable({ text, shape, source }: Signature): boolean {
  const pieces = shape.split(' ').filter((piece) => !piece.startsWith('<'));
  if (pieces.length > 1) return true;
  return source === 'field' ? pieces.length === 1 : /[\p{L}][_.:\d-]*\p{N}|\p{L}[_:.-]\p{L}|\p{Ll}\p{Lu}|\p{Lo}{4}/u.test(text);
}

/** The most telling first; of two that tell as much, the one that stands first. */
function levelsOf(incident: Incident): [term: string, level: number][] {
  const levels = new Map<string, number>();
  const add = (term: string, weight: number): void => {
    const level = Math.min(LEVELS, Math.max(1, Math.round(weight * LEVELS_PER_WEIGHT)));
    if (level > (levels.get(term) ?? 0) && isTelling(term)) levels.set(term, level);
  };
  const addText = (text: string, weight: number): void => {
    for (const word of words(text)) {
      placedTerms(word).forEach(({ term }, index) => {
        add(term, index === 0 ? weight : weight * PART_SHARE);
      });
    }
  };
  const { services, rootCauses, tags } = incident;
  for (const name of [services, rootCauses, tags].flat()) addText(name, NAME_WEIGHT);
  const texts = [...textsOf(incident)].sort((a, b) => b.weight - a.weight);
  for (const { text, weight } of texts) {
    // What would follow says less than what is there.
    if (levels.size >= TERMS_AT_MOST) break;
    addText(text, weight);
  }
  return [...levels].sort(([, a], [, b]) => b - a);
}
