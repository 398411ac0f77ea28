// One run of text with its markup: read as plain characters, cut by them, and kept well formed.
import type { Token } from 'markdown-it';

/** Stands for an image, so that a picture is neither words nor nothing. */
const PICTURE = '\ufffc';

/** The characters a reader sees, line breaks as `\n`. Cuts count in them. */
export function flatten(children: readonly Token[]): string {
  let text = '';
  for (const child of children) text += flatOf(child);
  return text;
}

/** The part of a run from one character to another. Marks that would hold nothing are left out. */
export function slice(children: readonly Token[], from: number, to: number = Number.POSITIVE_INFINITY): Token[] {
  const kept: Token[] = [];
  let position = 0;
  for (const child of children) {
    const length = flatOf(child).length;
    const start = Math.max(from - position, 0);
    const end = Math.min(to - position, length);
    if (length === 0 ? isWithin(child, position, { from, to }) : start < end) kept.push(cut(child, start, end));
    position += length;
  }
  return withoutEmptyMarks(kept);
}

/** The run without blanks and breaks at its ends. */
export function trimmed(children: readonly Token[]): Token[] {
  const flat = flatten(children);
  const start = flat.length - flat.trimStart().length;
  // A blank before a footnote is none at the end.
  const end = Math.max(flat.trimEnd().length, footnotesIn(children).at(-1)?.position ?? 0);
  if (start >= end) return [];
  return start === 0 && end === flat.length ? [...children] : slice(children, start, end);
}

/** The marks of footnotes that stand before a character of a run. */
export function footnotesBefore(children: readonly Token[], to: number): Token[] {
  return footnotesIn(children)
    .filter(({ position }) => position < to)
    .map(({ mark }) => mark);
}

function footnotesIn(children: readonly Token[]): { readonly mark: Token; readonly position: number }[] {
  let position = 0;
  return children.flatMap((mark) => {
    const found = mark.type === 'footnote_ref' ? [{ mark, position }] : [];
    position += flatOf(mark).length;
    return found;
  });
}

export interface InlineLink {
  readonly href: string;
  readonly start: number;
  readonly end: number;
}

/** Links with the characters they cover. */
export function linksIn(children: readonly Token[]): InlineLink[] {
  const links: InlineLink[] = [];
  let position = 0;
  let open: { href: string; start: number } | undefined;
  for (const child of children) {
    if (child.type === 'link_open') open = { href: String(child.attrGet('href') ?? ''), start: position };
    else if (child.type === 'link_close' && open) {
      links.push({ ...open, end: position });
      open = undefined;
    }
    position += flatOf(child).length;
  }
  return links;
}

/** Whether cutting here would take a link, or a part of one, away. */
export function cutsLink(children: readonly Token[], from: number, to: number): boolean {
  return linksIn(children).some((link) => link.start < to && link.end > from);
}

/** Bold from its first character. markdown-it leaves empty texts where marks stood. */
export function startsBold(children: readonly Token[]): boolean {
  return children.find((child) => child.nesting !== 0 || child.content !== '' || child.type === 'image')?.type === 'strong_open';
}

/** A plain word; what has digits, dashes or capitals inside may be the name of a thing, which is spelt as it is. */
const SMALL_WORD = /^\p{Ll}[\p{Ll}\p{M}'’]*(?=[\s,;:.!?]*(?:\s|$))/u;

/** The run with a capital at its beginning, where it begins with a word of a script that has them. */
export function capitalised(children: readonly Token[]): Token[] {
  const index = children.findIndex((child) => child.nesting === 0 && (child.type !== 'text' || child.content !== ''));
  const first = children[index];
  if (first?.type !== 'text' || !SMALL_WORD.test(first.content)) return [...children];
  const letter = String.fromCodePoint(first.content.codePointAt(0) ?? 0);
  const capital = letter.toUpperCase();
  // What would become two letters stays one.
  if (capital.length !== letter.length) return [...children];
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(first)), first);
  copy.content = capital + first.content.slice(letter.length);
  return children.map((child, position) => (position === index ? copy : child));
}

/** A piece of plain text in the manner of the run it will stand in. */
export function textLike(like: Token, content: string): Token {
  const TokenClass = like.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  const token = new TokenClass('text', '', 0);
  token.content = content;
  return token;
}

function flatOf(child: Token): string {
  switch (child.type) {
    case 'text':
    case 'text_special':
    case 'code_inline':
    case 'redacted':
      return child.content;
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'image':
      return PICTURE;
    default:
      return '';
  }
}

function isWithin(child: Token, position: number, range: { readonly from: number; readonly to: number }): boolean {
  // Marks are kept around the cut and fall away when they hold nothing; a footnote or checkbox at its edge is kept: nothing is lost.
  return child.nesting !== 0 || (position >= range.from && position <= range.to);
}

function cut(child: Token, start: number, end: number): Token {
  if (child.type === 'image' || child.nesting !== 0 || (start === 0 && end === child.content.length) || child.content === '') return child;
  const part: Token = Object.assign(Object.create(Object.getPrototypeOf(child)), child);
  part.content = child.content.slice(start, end);
  return part;
}

function withoutEmptyMarks(children: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const child of children) {
    const last = kept.at(-1);
    if (child.nesting === -1 && last?.nesting === 1 && last.tag === child.tag) kept.pop();
    else kept.push(child);
  }
  return kept;
}
