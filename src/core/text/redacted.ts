// Tokens in the place of what an edition withholds, in texts that are no Markdown, such as titles: `redacted-1` is shown as such.

interface Piece {
  readonly text: string;
  readonly isRedacted: boolean;
}

const TOKEN = /\bredacted-(?:\d+|name|incident)\b/;
const TOKENS = new RegExp(TOKEN, 'g');

/** Undefined for a text without one: nearly every text. */
export function redactedPieces(text: string): Piece[] | undefined {
  if (!text.includes('redacted-') || !TOKEN.test(text)) return undefined;
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    pieces.push({ text: text.slice(done, index), isRedacted: false });
    // The address that led there named nothing else.
    const isIncident = token === 'redacted-incident';
    pieces.push({ text: isIncident ? 'another incident' : sayToken(token), isRedacted: !isIncident });
    done = index + token.length;
  }
  pieces.push({ text: text.slice(done), isRedacted: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** As readers read it. */
export function sayToken(token: string): string {
  return token.replace('-', ' ');
}
