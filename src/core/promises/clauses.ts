// Where a promise may have been said, and what follows explains it: "Run load tests: scripts for each page, to find what gives way first".

/** Endings of sentences and of headings, and the words by which a purpose begins. "To" alone may begin a place: patches to the database. */
const BORDER =
  /[:;.!?]\s|\s[-–—]\s|\b(?:so (?:that|as)|in order to|because|which)\b|\bto (?=(?:address|avoid|catch|check|confirm|detect|ensure|expedite|find|handle|help|identify|improve|keep|make|minimi[sz]e|prevent|reduce|see|simulate|stop|validate|verify)\b)/gi;

/** In the order of the text. */
export function clauseEnds(text: string): readonly number[] {
  return [...text.matchAll(BORDER)].map(({ index }) => index);
}
