// What lunr.Builder is given in place of its own tokenizer, for tests that compare with it.
import lunr from 'lunr';
import { words } from '../../../src/core/search/words.ts';

/** One token for a word and one for each of its parts; the pipeline of terms.ts makes terms of them. */
export function lunrTokens(text: string): lunr.Token[] {
  return words(text).flatMap((word) => {
    const whole = word.isIdentifier ? word.text : word.text.replace(/[-/]/g, '');
    return [whole, ...word.parts].map((token) => new lunr.Token(token, {}));
  });
}
