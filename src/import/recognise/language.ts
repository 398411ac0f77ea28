// In which language a document is written: by the small words that only one of them has.
import type { Line } from './layout/lines.ts';

const LANGUAGES = ['en', 'es', 'fr', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set('the and of to was were is with for that this from which our we by at it not been after when'.split(' ')),
  es: new Set(
    'el los las del con por para una fue que se al como más desde pero cuando nuestro también entre hubo está resumen cronología acciones fecha severidad'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le les des du est une dans pour par avec sur été nous qui sont aux ce cette pas au à était ont résumé chronologie gravité rapport rédacteur échéance déroulé'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das und ist nicht mit den von zu auf für ein eine wurde wurden dem des im durch bei wir sich nach auch zusammenfassung ursache maßnahmen behebung dauer verfasser'.split(
      ' ',
    ),
  ),
};
/** More than enough to tell. */
const SAMPLE = 4000;

export function languageOf(lines: readonly Line[]): Language {
  const counts = { en: 0, es: 0, fr: 0, de: 0 };
  let seen = 0;
  for (const { kind, words } of lines) {
    if (kind === 'code' || kind === 'blank') continue;
    for (const word of words.toLowerCase().split(/[^\p{L}]+/u)) {
      if (word === '') continue;
      for (const language of LANGUAGES) if (WORDS[language].has(word)) counts[language]++;
      if (++seen > SAMPLE) return best(counts);
    }
  }
  return best(counts);
}

function best(counts: Readonly<Record<Language, number>>): Language {
  return LANGUAGES.reduce((winner, language) => (counts[language] > counts[winner] ? language : winner), 'en');
}
