// What a query says, in the order it was typed.
import type { FieldName } from '../fields.ts';
import type { Word } from '../words.ts';

export interface Query {
  readonly clauses: readonly Clause[];
  readonly filters: readonly Filter[];
  /** Only these fields are searched; all of them where it is missing. */
  readonly in?: readonly FieldName[];
  readonly sort: Sort;
}

export type Sort = 'best' | 'newest' | 'oldest';

export type Clause = WordClause | PhraseClause;

export interface WordClause {
  readonly kind: 'word';
  readonly word: Word;
  /** As typed. */
  readonly text: string;
  readonly negated: boolean;
  /** The end of the query, perhaps not typed to its end: it stands for all words that begin so. */
  readonly isLast: boolean;
  /** Stands right after the clause before it, as words of scripts without spaces do. */
  readonly isAttached: boolean;
}

export interface PhraseClause {
  readonly kind: 'phrase';
  readonly words: readonly Word[];
  /** Each word as typed. */
  readonly texts: readonly string[];
  /** As typed, without the quotation marks. */
  readonly text: string;
  readonly negated: boolean;
}

export interface Filter {
  readonly field: 'service' | 'team' | 'tag' | 'cause' | 'severity' | 'status' | 'owner' | 'year' | 'before' | 'after' | 'has';
  readonly operator: '=' | '<=' | '>=' | '<' | '>';
  readonly value: string;
  readonly negated: boolean;
  /** As typed. */
  readonly text: string;
}
