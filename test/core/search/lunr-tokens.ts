// What lunr.Builder is given in place of its own tokenizer and pipeline, for tests that compare with it.
import lunr from 'lunr';
import { STEPS } from '../../../src/core/search/terms.ts';
import { words } from '../../../src/core/search/words.ts';

/** Ours, as lunr runs it. It warns of functions that it knows no name for. */
export const pipeline = new lunr.Pipeline();
for (const [number, step] of (STEPS as lunr.PipelineFunction[]).entries()) {
  if (step !== lunr.stopWordFilter) lunr.Pipeline.registerFunction(step, `step-${number}`);
  pipeline.add(step);
}

/** One token for a word and one for each of its parts; the pipeline makes terms of them. */
export function lunrTokens(text: string): lunr.Token[] {
  return words(text).flatMap((word) => {
    const whole = word.isIdentifier ? word.text : word.text.replace(/[-/]/g, '');
    return [whole, ...word.parts].map((token) => new lunr.Token(token, {}));
  });
}
