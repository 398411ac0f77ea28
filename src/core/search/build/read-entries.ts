// What is kept of a document, read again: its words, and of each term in each field how often it stands there, and where.
import { FIELDS } from '../fields.ts';
import type { DocumentTerms } from './read-document.ts';
import { VarintReader } from './varints.ts';

/** Numbers of the words a document has. */
export function readSpellings(data: DocumentTerms, onSpelling: (spelling: number) => void): void {
  const reader = new VarintReader(data);
  for (let count = reader.next(); count > 0; count--) onSpelling(reader.next());
}

/** Goes from entry to entry: what it says is of the one at which the last `next` stopped. A class for the same reason as NumberList. */
export class EntryReader {
  term = 0;
  /** Its position in FIELDS. */
  field = -1;
  frequency = 0;
  /** How many terms of the field were met before this one. */
  rank = 0;
  /** Its places are bytes of the document from here … */
  from = 0;
  /** … to before there. */
  to = 0;
  private left = 0;
  private readonly reader: VarintReader;

  constructor(data: DocumentTerms) {
    this.reader = new VarintReader(data);
    this.reader.skip(this.reader.next());
  }

  /** False at the end. */
  next(): boolean {
    const { reader } = this;
    this.rank++;
    while (this.left === 0) {
      if (++this.field === FIELDS.length) return false;
      this.left = reader.next();
      this.rank = 0;
    }
    this.left--;
    this.term = reader.next();
    this.frequency = reader.next();
    this.from = reader.at;
    reader.skip(this.frequency);
    this.to = reader.at;
    return true;
  }
}
