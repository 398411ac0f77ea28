// The words for what triage found, the same on the page and in the terminal.
import { countOf, sayCount } from '../text/count.ts';
import type { Strength, TriageMatch, TriageResult } from './match.ts';

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = { strong: 'Strong', fair: 'Fair', weak: 'Weak' };

/** What the strength rests on: `2 signatures, 1 in part, 3 words`. */
export function sayGrounds({ signatures, words }: Pick<TriageMatch, 'signatures' | 'words'>): string {
  const whole = signatures.filter(({ isWhole }) => isWhole).length;
  const part = signatures.length - whole;
  const grounds = [
    ...(whole > 0 ? [countOf(whole, 'signature')] : []),
    ...(part > 0 ? [whole > 0 ? `${sayCount(part)} in part` : `${countOf(part, 'signature')} in part`] : []),
    ...(words.length > 0 ? [countOf(words.length, 'word')] : []),
  ];
  return grounds.join(', ');
}

export function sayTotal({ total, matches }: TriageResult): string {
  if (total === 0) return 'Nothing like it in the archive.';
  const shown = matches.length < total ? `, the closest ${sayCount(matches.length)} shown` : '';
  const doubt = matches[0]?.strength === 'weak' ? ' Only words match: read before you trust.' : '';
  return `${countOf(total, 'incident')} like it${shown}.${doubt}`;
}

/** What was pasted and not read as it stands. */
export function remarksOn({ paste }: TriageResult): string[] {
  return [
    ...(paste.isCut ? ['It is larger than 200 kB: the first 200 kB were compared.'] : []),
    ...(paste.isBinary ? ['Much of it is no text; what can be read was compared.'] : []),
  ];
}
