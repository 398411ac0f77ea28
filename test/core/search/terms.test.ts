// The terms of words: lunr's own pipeline, and the same terms as lunr's builder makes of our tokens.
import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { placedTerms, termOf, termsOf } from '../../../src/core/search/terms.ts';
import { words } from '../../../src/core/search/words.ts';
import { lunrTokens, pipeline } from './lunr-tokens.ts';

describe('termOf', () => {
  it.each([
    ['deadlocked', 'deadlock'],
    ['databases', 'databas'],
    ['split-brain', 'splitbrain'],
    ['the', undefined],
    ['doesnt', undefined],
    ['constructor', 'constructor'],
    ['障害', '障害'],
  ])('word %s', (word, term) => {
    expect(termOf(word, false)).toBe(term);
  });

  it.each([
    ['err_codes', 'err_codes'],
    ['503s', '503s'],
    ['c++', 'c++'],
    ['timeouterrors', 'timeouterror'],
    ['--all', '--all'],
    ['__proto__', '__proto__'],
  ])('identifier %s', (word, term) => {
    expect(termOf(word, true)).toBe(term);
  });
});

describe('forms that no stemmer brings together', () => {
  it.each([
    ['broken', 'breaks'],
    ['overwritten', 'overwriting'],
    ['failure', 'failed'],
    ['recovery', 'recovered'],
    ['indices', 'index'],
    ['configs', 'configuration'],
    ['replica', 'replication'],
    ['autoscaling', 'autoscaler'],
    ['queueing', 'queues'],
    ['notification', 'notified'],
    ['organisations', 'organized'],
    ['unauthorised', 'unauthorized'],
    ['analysed', 'analyzing'],
    ['behaviours', 'behavior'],
    ['centre', 'centers'],
    ['precise', 'precision'],
    ['k8s', 'kubernetes'],
    ['postgresql', 'postgres'],
    ['incorrectly', 'incorrect'],
    ['unexpectedly', 'unexpected'],
    ['increasingly', 'increase'],
    ['manually', 'manual'],
    ['overheating', 'overheat'],
    ['analysis', 'analysed'],
    ['leakage', 'leaking'],
    ['subscriptions', 'subscribed'],
    ['rebuilt', 'rebuilding'],
  ])('%s and %s', (one, other) => {
    expect(termOf(one, false)).toBe(termOf(other, false));
  });

  it.each([
    ['early', 'ear'],
    ['fastly', 'fast'],
    ['assembly', 'assemb'],
    ['multiply', 'multip'],
  ])('%s is not %s', (one, other) => {
    expect(termOf(one, false)).not.toBe(termOf(other, false));
  });

  it('left is not leave, nor found find', () => {
    expect(termOf('left', false)).not.toBe(termOf('leave', false));
    expect(termOf('found', false)).not.toBe(termOf('find', false));
  });
});

describe('placedTerms', () => {
  const say = (text: string): string[] => words(text).flatMap((word) => placedTerms(word).map(({ term, place }) => `${term}@${place}`));

  it('puts parts where they stand, and leaves stop words out', () => {
    expect(say('upstream_rq_timeout')).toEqual(['upstream_rq_timeout@0', 'upstreamrqtimeout@0', 'upstream@0', 'rq@1', 'timeout@2']);
    expect(say('out-of-memory')).toEqual(['outofmemori@0', 'out@0', 'memori@2']);
    expect(say('CircleCI')).toEqual(['circleci@0', 'circl@0', 'ci@0']);
    expect(say('the')).toEqual([]);
  });

  it('has every term once', () => {
    expect(words('foo.foo').flatMap(termsOf)).toEqual(['foo.foo', 'foo']);
  });
});

describe('for any text', () => {
  it('lunr makes the same terms of the tokens', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcXY12_-./: '), maxLength: 60 });
    fc.assert(
      fc.property(text, (body) => {
        const builder = new lunr.Builder();
        builder.tokenizer = lunrTokens as unknown as typeof lunr.tokenizer;
        builder.pipeline.add(...[pipeline.run.bind(pipeline)].map((run) => (token: lunr.Token) => run([token])));
        builder.ref('id');
        builder.field('body');
        builder.add({ id: '1', body });
        const { invertedIndex } = builder as unknown as { invertedIndex: Record<string, unknown> };
        expect(Object.keys(invertedIndex).sort()).toEqual([...new Set(words(body).flatMap(termsOf))].sort());
      }),
    );
  });
});
