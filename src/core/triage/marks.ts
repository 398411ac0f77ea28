// What matched, marked on both sides: in the lines of the paste, and in the signature of the incident.
import { shapePieces } from '../resemblance/shapes.ts';
import { foundWords } from '../search/marks.ts';
import type { FoundSignature, TriageResult } from './match.ts';
import { mergePieces } from './paste.ts';

/** `signature` and `word` matched, `masked` is left out as what differs each time. */
export type MarkKind = 'signature' | 'word' | 'masked' | 'plain';

export interface MarkedText {
  readonly text: string;
  readonly kind: MarkKind;
}

export interface MarkedLine {
  readonly parts: readonly MarkedText[];
  /** How many lines of the paste are like it. */
  readonly count: number;
}

/** Lines in which something matched, in the order of the paste; no more than `limit`. */
export function markedLines({ paste, matches }: TriageResult, limit: number): MarkedLine[] {
  const terms = new Set(matches.flatMap((match) => match.words.map(({ term }) => term)));
  const signatures = new Map<number, Span[]>();
  for (const { found } of matches.flatMap((match) => match.signatures)) {
    const pieces = paste.lines[found.line]?.pieces ?? [];
    const [first, last] = [pieces[found.from], pieces[found.to - 1]];
    if (first === undefined || last === undefined) continue;
    const spans = signatures.get(found.line) ?? [];
    if (spans.push({ start: first.start, end: last.end, kind: 'signature' }) === 1) signatures.set(found.line, spans);
  }
  const marked: MarkedLine[] = [];
  for (const [number, { text, pieces, count }] of paste.lines.entries()) {
    if (marked.length >= limit) break;
    const words = foundWords(text, terms).map(({ start, end }): Span => ({ start, end, kind: 'word' }));
    const matched = [...(signatures.get(number) ?? []), ...words];
    if (matched.length === 0) continue;
    const masked = pieces.filter((piece) => piece.text.startsWith('<')).map(({ start, end }): Span => ({ start, end, kind: 'masked' }));
    marked.push({ parts: partsOf(text, [...matched, ...masked]), count });
  }
  return marked;
}

/** The incident's side of a signature. */
export function markedSignature({ text, found }: FoundSignature): MarkedText[] {
  const pieces = mergePieces(shapePieces(text));
  const lead = Math.max(
    0,
    pieces.findIndex((piece) => !piece.text.startsWith('<')),
  );
  const [first, last] = [pieces[lead + found.shapeFrom], pieces[lead + found.shapeTo - 1]];
  if (first === undefined || last === undefined) return [{ text, kind: 'plain' }];
  return partsOf(text, [{ start: first.start, end: last.end, kind: 'signature' }]);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
}

/** Of spans that overlap, those named first win. */
function partsOf(text: string, spans: readonly Span[]): MarkedText[] {
  const kinds: (MarkKind | undefined)[] = new Array(text.length);
  for (const { start, end, kind } of [...spans].reverse()) kinds.fill(kind, start, end);
  const parts: { text: string; kind: MarkKind }[] = [];
  for (let from = 0; from < text.length; ) {
    const kind = kinds[from];
    let to = from + 1;
    while (to < text.length && kinds[to] === kind) to++;
    parts.push({ text: text.slice(from, to), kind: kind ?? 'plain' });
    from = to;
  }
  return parts;
}
