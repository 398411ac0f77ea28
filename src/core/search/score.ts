// lunr's scores, straight from the postings of a query's terms: the same documents, the same numbers to the last bit, the same order. What a
// lunr.Index would have been built for is worked out as it is needed: lunr.js 2.3.9, Builder.createFieldVectors and Index.query.
import { fieldRuns } from './field-runs.ts';
import { BOOSTS, FIELDS, type FieldName } from './fields.ts';
import type { Postings } from './files/terms.ts';

/** lunr's default: how soon more of the same word counts no more. */
const K1 = 1.2;

export interface ScoredTerm {
  readonly postings: Postings;
  /** lunr's `^`: 1 says nothing. */
  readonly boost: number;
  /** lunr's `+` and `-`. */
  readonly presence?: 'required' | 'prohibited';
  /** lunr's `field:`; absent for all. */
  readonly fields?: readonly FieldName[];
}

/** Parallel arrays: documents in the order in which lunr meets them, and their scores. */
export interface Scores {
  readonly documents: Uint32Array;
  readonly scores: Float64Array;
}

/** `documentCount`: of the whole index. Takes time in proportion to the postings and, a little, to the documents. */
export function scoreTerms(terms: readonly ScoredTerm[], documentCount: number): Scores {
  const wanted = terms.filter(({ presence }) => presence !== 'prohibited');
  const isAllowed = gateOf(terms, documentCount);
  // A query that only prohibits has lunr list everything else.
  if (wanted.length === 0 && terms.length > 0) {
    const rest = Uint32Array.from({ length: documentCount }, (_, document) => document).filter(isAllowed);
    return { documents: rest, scores: new Float64Array(rest.length) };
  }
  return meet(wanted, fieldScores(wanted, documentCount), { isAllowed, documentCount });
}

/** lunr.idf: it counts a document once for every field that has the term. */
export function idf({ documents }: Postings, documentCount: number): number {
  const x = (documentCount - documents.length + 0.5) / (documents.length + 0.5);
  return Math.log(1 + Math.abs(x));
}

/** One field: what its vector of each document scores, and which documents have a vector that matters. */
interface FieldScores {
  readonly dots: Float64Array;
  readonly isMatch: Uint8Array;
  /** Of the query's vector in this field. */
  magnitude: number;
}

/** Dot products are added up in the order of lunr's vectors, which is the order in which the builder met the terms. */
function fieldScores(terms: readonly ScoredTerm[], documentCount: number): FieldScores[] {
  const all = FIELDS.map(() => ({ dots: new Float64Array(documentCount), isMatch: new Uint8Array(documentCount), magnitude: 0 }));
  const inOrder = [...mergeTerms(terms)].map(([postings, boosts]) => ({ postings, boosts, met: metAt(postings) }));
  inOrder.sort((a, b) => a.met.document - b.met.document || a.met.field - b.met.field || a.postings.first - b.postings.first);
  for (const { postings, boosts } of inOrder) {
    for (const [field, own] of all.entries()) own.magnitude += (boosts[field] ?? 0) ** 2;
    addDots(postings, boosts, { idf: idf(postings, documentCount), all });
  }
  for (const field of all) field.magnitude = Math.sqrt(field.magnitude);
  return all;
}

/** A term given twice is one element of the query's vector, with both boosts; one entry of `boosts` for each field. */
function mergeTerms(terms: readonly ScoredTerm[]): Map<Postings, (number | undefined)[]> {
  const byTerm = new Map<string, Postings>();
  const merged = new Map<Postings, (number | undefined)[]>();
  for (const { postings, boost, fields } of terms) {
    const known = byTerm.get(postings.term) ?? postings;
    byTerm.set(postings.term, known);
    const boosts = merged.get(known) ?? FIELDS.map(() => undefined);
    merged.set(known, boosts);
    FIELDS.forEach((name, field) => {
      if (fields === undefined || fields.includes(name)) boosts[field] = (boosts[field] ?? 0) + boost;
    });
  }
  return merged;
}

/** Where the builder met the term: in its first document, in the first field there that has it. */
function metAt(postings: Postings): { document: number; field: number } {
  let met = { document: Number.POSITIVE_INFINITY, field: 0 };
  for (const { field, from } of fieldRuns(postings)) {
    const document = postings.documents[from] as number;
    if (document < met.document) met = { document, field };
  }
  return met;
}

/** Elements of lunr's field vectors, with b = 0 and rounded to three places as it does, times the query's. */
function addDots(postings: Postings, boosts: readonly (number | undefined)[], to: { idf: number; all: readonly FieldScores[] }): void {
  const { documents, frequencies } = postings;
  for (const run of fieldRuns(postings)) {
    const boost = boosts[run.field];
    if (boost === undefined) continue;
    const elementOf = elementsOf(to.idf, BOOSTS[FIELDS[run.field] as FieldName]);
    const { dots, isMatch } = to.all[run.field] as FieldScores;
    for (let n = run.from; n < run.to; n++) {
      const document = documents[n] as number;
      dots[document] = (dots[document] as number) + boost * elementOf(frequencies[n] as number);
      isMatch[document] = 1;
    }
  }
}

/** Most frequencies are a few small numbers. */
const SMALL = 32;

function elementsOf(ownIdf: number, fieldBoost: number): (frequency: number) => number {
  const element = (frequency: number): number => {
    let score = (ownIdf * ((K1 + 1) * frequency)) / (K1 + frequency);
    score *= fieldBoost;
    return Math.round(score * 1000) / 1000;
  };
  const known = Float64Array.from({ length: SMALL }, (_, frequency) => element(frequency));
  return (frequency) => (frequency < SMALL ? (known[frequency] as number) : element(frequency));
}

interface Meeting {
  readonly isAllowed: (document: number) => boolean;
  readonly documentCount: number;
}

/** Term by term, field by field, document by document: a document's fields are added up in the order in which they are met. */
function meet(terms: readonly ScoredTerm[], fieldsScores: readonly FieldScores[], { isAllowed, documentCount }: Meeting): Scores {
  // Counted from one: nought is a document that was not met.
  const places = new Uint32Array(documentCount);
  const documents = new Uint32Array(documentCount);
  const scores = new Float64Array(documentCount);
  let count = 0;
  for (const { postings, fields } of terms) {
    for (const run of fieldRuns(postings)) {
      if (fields !== undefined && !fields.includes(FIELDS[run.field] as FieldName)) continue;
      const { dots, isMatch, magnitude } = fieldsScores[run.field] as FieldScores;
      for (let n = run.from; n < run.to; n++) {
        const document = postings.documents[n] as number;
        if (isMatch[document] !== 1 || !isAllowed(document)) continue;
        isMatch[document] = 2;
        if (places[document] === 0) {
          documents[count] = document;
          places[document] = ++count;
        }
        const place = (places[document] as number) - 1;
        scores[place] = (scores[place] as number) + ((dots[document] as number) / magnitude || 0);
      }
    }
  }
  return { documents: documents.subarray(0, count), scores: scores.subarray(0, count) };
}

/** Documents that have every required term and no prohibited one, each in some field that it is asked for in. */
function gateOf(terms: readonly ScoredTerm[], documentCount: number): (document: number) => boolean {
  const gates = terms.filter(({ presence }) => presence !== undefined);
  if (gates.length === 0) return () => true;
  const open = new Uint8Array(documentCount).fill(1);
  for (const { postings, presence, fields } of gates) {
    const has = new Uint8Array(documentCount);
    for (let n = 0; n < postings.documents.length; n++) {
      const isAsked = fields === undefined || fields.includes(FIELDS[postings.fields[n] as number] as FieldName);
      if (isAsked) has[postings.documents[n] as number] = 1;
    }
    for (let document = 0; document < documentCount; document++) {
      if (has[document] !== (presence === 'required' ? 1 : 0)) open[document] = 0;
    }
  }
  return (document) => open[document] === 1;
}
