// What must be refused before YAML is parsed, told from its tokens: characters that are no text, tags, and nesting that would exhaust the
// stack of every reader after this one.
import { CST, Lexer } from 'yaml';
import type { Found } from './problem.ts';

/** Lists in lists in fields: front matter needs four. */
const DEEPEST = 50;

/** Each alias is looked for in the whole document, and each use of a repeated part may hold others. */
const MOST_ALIASES = 50;

/** Ordinary YAML has a token for five characters; this much is more than any hand wrote. */
const MOST_TOKENS = 80_000;

/** What YAML does not allow, but for tab and line breaks (YAML 1.2.2, 5.1), and halves of characters. */
const NOT_TEXT = /[^\t\n\r\x20-\x7e\x85\u00a0-\ufffd\u{10000}-\u{10ffff}]|\p{Surrogate}/u;

/** A document that is not readable must not be parsed at all. */
export function findForbidden(source: string): { readonly forbidden: Found[]; readonly isReadable: boolean } {
  const strange = NOT_TEXT.exec(source);
  if (strange) {
    const code = (strange[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `The control character U+${code} cannot stand in front matter.`;
    return { forbidden: [{ offset: strange.index, code: 'control-character', message, hint: 'Delete it.' }], isReadable: false };
  }
  const forbidden: Found[] = [];
  const nesting = { brackets: 0, onLine: 0 };
  let [offset, tokens, aliases] = [0, 0, 0];
  let isScalar = false;
  for (const token of new Lexer().lex(source)) {
    const type: TokenType = isScalar ? 'text' : CST.tokenType(token);
    isScalar = type === 'scalar';
    // Marks that the lexer puts between tokens, and that stand nowhere in the source.
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    if (type === 'tag') forbidden.push({ offset, ...tagged(token) });
    if (type === 'alias') aliases++;
    const excess =
      count(nesting, type) > DEEPEST
        ? TOO_DEEP
        : aliases > MOST_ALIASES
          ? TOO_MANY_ALIASES
          : ++tokens > MOST_TOKENS
            ? TOO_LARGE
            : undefined;
    if (excess) return { forbidden: [{ offset, ...excess }], isReadable: false };
    offset += token.length;
  }
  return { forbidden, isReadable: true };
}

const TOO_DEEP = {
  code: 'too-deep',
  message: `Lists and fields are nested more than ${DEEPEST} deep.`,
  hint: 'Look for brackets that are not closed.',
};

export const TOO_MANY_ALIASES = {
  code: 'yaml-repetition',
  message: 'Aliases (`*name`) repeat parts of this YAML too often.',
  hint: 'Write the values out.',
};

const TOO_LARGE = { code: 'front-matter-too-large', message: 'This YAML is too long to be read.', hint: 'Move long text into the body.' };

function tagged(tag: string): Omit<Found, 'offset'> {
  const shown = tag.length > 40 ? `${tag.slice(0, 40)}…` : tag;
  const message = `YAML tags such as ${shown} are not read: a value is what it looks like.`;
  return { code: 'yaml-tag', message, hint: 'Delete the tag, or put the value in quotes if it is text.' };
}

type TokenType = CST.TokenType | 'text' | null;

/** Depth so far: open brackets, and dashes, question marks and colons one after the other on one line or, within brackets, without a comma between. */
function count(nesting: { brackets: number; onLine: number }, type: TokenType): number {
  switch (type) {
    case 'flow-map-start':
    case 'flow-seq-start':
      return ++nesting.brackets;
    case 'flow-map-end':
    case 'flow-seq-end':
      nesting.brackets = Math.max(0, nesting.brackets - 1);
      nesting.onLine = 0;
      return 0;
    case 'seq-item-ind':
    case 'explicit-key-ind':
    case 'map-value-ind':
      return ++nesting.onLine;
    case 'comma':
      nesting.onLine = 0;
      return 0;
    case 'newline':
      if (nesting.brackets === 0) nesting.onLine = 0;
      return 0;
    default:
      return 0;
  }
}
