// The oracle: what the index and its scores give is what lunr gives, built from the same texts: ids, scores to the last bit, and order.
import { join } from 'node:path';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import type { Archive } from '../../../src/core/model/archive.ts';
import { inSearchOrder } from '../../../src/core/search/build.ts';
import { BOOSTS, FIELDS, type FieldName, fieldTexts } from '../../../src/core/search/fields.ts';
import { type ScoredTerm, scoreTerms } from '../../../src/core/search/score.ts';
import { loadArchive } from '../../../src/site/load.ts';
import { type BuiltIndex, builtFiles, readBuilt } from './built-index.ts';
import { lunrOrder } from './lunr-order.ts';
import { lunrTokens, pipeline } from './lunr-tokens.ts';
import { randomArchive, randomNumbers } from './random-archive.ts';

function lunrIndex({ incidents, config }: Archive): lunr.Index {
  const builder = new lunr.Builder();
  builder.b(0);
  // lunr hands over a field's texts as they are; the types know only strings.
  builder.tokenizer = ((texts: readonly string[]) => texts.flatMap(lunrTokens)) as unknown as typeof lunr.tokenizer;
  builder.pipeline = pipeline;
  for (const field of FIELDS) builder.field(field, { boost: BOOSTS[field] });
  // Numbers as ids would be put in their own order by every JavaScript engine.
  for (const [ordinal, incident] of inSearchOrder(incidents).entries()) builder.add({ id: `n${ordinal}`, ...fieldTexts(incident, config) });
  return builder.build();
}

interface Clause {
  readonly term: string;
  readonly boost: number;
  readonly presence?: 'required' | 'prohibited';
  readonly fields?: readonly FieldName[];
}

const PRESENCES = {
  required: lunr.Query.presence.REQUIRED,
  prohibited: lunr.Query.presence.PROHIBITED,
  optional: lunr.Query.presence.OPTIONAL,
} as const;

function askLunr(index: lunr.Index, clauses: readonly Clause[]): { ref: string; score: number }[] {
  const results = index.query((query) => {
    for (const { term, boost, presence, fields } of clauses) {
      const options = { boost, usePipeline: false, presence: PRESENCES[presence ?? 'optional'] };
      query.term(term, { ...options, ...(fields && { fields: [...fields] }) });
    }
  });
  return results.map(({ ref, score }) => ({ ref, score }));
}

function askOurs({ postings, documents }: BuiltIndex, clauses: readonly Clause[]): { ref: string; score: number }[] {
  const terms = clauses.flatMap(({ term, ...clause }): ScoredTerm[] => {
    const found = postings.get(term);
    return found === undefined ? [] : [{ postings: found, ...clause }];
  });
  return lunrOrder(scoreTerms(terms, documents)).map(({ document, score }) => ({ ref: `n${document}`, score }));
}

/** One to four terms, some of them twice; with operators, also required and prohibited ones, ones of some fields only, and boosts. */
function randomQuery(terms: readonly string[], random: () => number, withOperators: boolean): Clause[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chosen = Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(terms));
  if (random() < 0.1) chosen.push(chosen[0] as string);
  return chosen.map((term) => ({
    term,
    boost: withOperators && random() < 0.3 ? pick([0.5, 2, 3, 0.1]) : 1,
    ...(withOperators && random() < 0.3 && { presence: pick(['required', 'prohibited'] as const) }),
    ...(withOperators && random() < 0.3 && { fields: someFields(pick(FIELDS), random) }),
  }));
}

/** In the order of the index: lunr would meet documents in the order of the fields it is given. */
function someFields(one: FieldName, random: () => number): FieldName[] {
  return FIELDS.filter((name) => name === one || random() < 0.3);
}

const QUERIES = 300;

const archives: Readonly<Record<string, () => Promise<Archive>>> = {
  'an invented archive': async () => randomArchive(150, 1),
  'the archive that ships': async () => {
    const input = join(import.meta.dirname, '../../../postmortems');
    return (await loadArchive({ input, asOf: '2026-11-22', allowErrors: false })).archive;
  },
};

describe.each(Object.entries(archives))('over %s', async (_, load) => {
  const archive = await load();
  const [whole, built] = [lunrIndex(archive), readBuilt(builtFiles(archive))];
  const terms = [...built.postings.keys()];

  test('has the terms of lunr', () => {
    expect(terms).toEqual(Object.keys((whole as unknown as { invertedIndex: object }).invertedIndex).sort());
  });

  test.each([
    ['words alone', false],
    ['words with operators', true],
  ])(`scores ${QUERIES} queries of %s as lunr does`, (_kind, withOperators) => {
    const random = randomNumbers(withOperators ? 2 : 3);
    let hits = 0;
    for (let n = 0; n < QUERIES; n++) {
      const clauses = randomQuery(terms, random, withOperators);
      const expected = askLunr(whole, clauses);
      hits += expected.length;
      expect(askOurs(built, clauses), JSON.stringify(clauses)).toEqual(expected);
    }
    expect(hits).toBeGreaterThan(QUERIES);
  });
});

test('a query of nothing finds nothing', () => {
  expect(lunrOrder(scoreTerms([], 5))).toEqual([]);
});
