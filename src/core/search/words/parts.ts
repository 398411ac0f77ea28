// Takes identifiers apart: at slashes first, then colons, dots, dashes, dots between digits, camelCase humps.
import { fold } from './fold.ts';

/** `place` counts the pieces between punctuation: in a phrase, `rq timeout` is found inside `upstream_rq_timeout`. */
export interface Token {
  readonly text: string;
  readonly place: number;
}

/** Loosest first. A dot between digits (1.25.3) holds tighter than a dash, any other dot looser: nginx-1.25.3 and db-01.example.com. */
const LEVELS = [/[/\\@]+/, /:+/, /(?<!\d)\.+|\.+(?!\d)/, /[-_+]+/, /[.,]+/] as const;
const DASHES = 3;

const TIMESTAMP = /^(\d{4}-\d\d-\d\d)T(\d\d:.*)$/i;
const COMPOUND = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)+$|^[\p{L}\p{M}]+\/[\p{L}\p{M}]+$/u;

/** split-brain, CI/CD: words of a language joined by hyphens or one slash, not a name that must be matched to the letter. */
export function isCompound(surface: string): boolean {
  return COMPOUND.test(surface);
}

/** The token of a whole piece, folded. Compounds are closed up, so that split-brain is splitbrain, CI/CD is cicd. */
export function tokenOf(surface: string, keepsJoiners = false): string {
  const text = fold(surface).replace(/\s+/g, '');
  if (isCompound(surface) && !keepsJoiners) return text.replace(/[-/]/g, '');
  return /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
}

/** Every token but the whole itself, without doubles and without single letters and digits; and how many places the whole takes up. */
export function findParts(surface: string): { tokens: Token[]; span: number } {
  const found: Token[] = [];
  const bare = surface.replace(/^(?:--|::|\.\.?\/?|\/\.?|__)|__$/g, '');
  addForms(bare, 0, found);
  const span = Math.max(1, split(bare, 0, 0, found));
  return { tokens: distinct(found, tokenOf(surface)), span };
}

/** Few: each is held against those before it, which costs less than a set. */
function distinct(found: readonly Token[], whole: string): Token[] {
  const tokens: Token[] = [{ text: whole, place: 0 }];
  for (const token of found) {
    const isKnown = tokens.some(({ text, place }) => place === token.place && text === token.text);
    if (!isKnown && isUseful(token.text)) tokens.push(token);
  }
  return tokens.slice(1);
}

/** A single letter or digit of an identifier finds nothing that anybody looked for. */
function isUseful(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token) && !/^[a-z0-9]$/.test(token);
}

/** Adds the tokens of what `piece` is made of; returns how many places it takes up. */
function split(piece: string, level: number, place: number, found: Token[]): number {
  if (piece === '') return 0;
  const separator = LEVELS[level];
  if (!separator) return addAtom(piece, place, found);
  const timestamp = level === 0 ? TIMESTAMP.exec(piece) : null;
  if (!timestamp && !separator.test(piece)) return split(piece, level + 1, place, found);
  const pieces = timestamp ? timestamp.slice(1) : piece.split(separator).filter((one) => one !== '');
  if (pieces.length < 2) return pieces[0] === undefined ? 0 : split(pieces[0], level + 1, place, found);
  if (level === DASHES) addClosedUp(piece, place, found);
  let next = place;
  for (const one of pieces) {
    addForms(one, next, found);
    next += split(one, timestamp ? 0 : level + 1, next, found);
  }
  return next - place;
}

/** What is left out, or written apart, where the same name is said in another way. */
const SHORTER: readonly RegExp[] = [
  /^v(\d+(?:\.\d+)+.*)$/, // v2.4.1
  /^0x([0-9a-f]{4,})$/, // 0x7fff5fbff8c0
  /^([^:]*[^:\d][^:]*)(?::\d+){1,2}$/, // src/app.ts:12:5, host:8443
  /^([a-z]{2,})v(\d+(?:\.\d+)*)$/, // TLSv1.3
];

/** The piece itself, and its shorter forms; node.js is nodejs as well. */
function addForms(piece: string, place: number, found: Token[]): void {
  const text = tokenOf(piece);
  found.push({ text, place });
  for (const form of SHORTER) {
    const match = form.exec(text);
    if (match) for (const shorter of match.slice(1)) found.push({ text: shorter, place });
  }
  if (/^[a-z]+\.js$/.test(text)) found.push({ text: text.replace('.', ''), place });
}

/** ERR_4012, ERR-4012 and ERR4012 meet in err4012. Numbers alone (10-20) do not close up. */
function addClosedUp(piece: string, place: number, found: Token[]): void {
  const closed = fold(piece).replace(/[-_+]+/g, '');
  if (/\p{L}/u.test(closed) && !closed.includes('.')) found.push({ text: closed, place });
}

/** Their humps mean something else. */
const NAMES: ReadonlySet<string> = new Set('github gitlab javascript typescript youtube linkedin wordpress paypal'.split(' '));

/** VMs, 4th, TLSv1: no humps to part at. */
const UNPARTED = /^(?:\p{Lu}+s|\d+(?:st|nd|rd|th)|\p{L}{2,}v\d+)$/u;

/** Most pieces. */
const ONE_HUMP = /^(?:[a-z]+|[A-Z]+|\d+)$/;

/** A piece without punctuation: withReturnType, 500ms, ERR4012, 장애가. Hashes and addresses (a1b2c3d) stay whole. */
function addAtom(atom: string, place: number, found: Token[]): number {
  if (/\p{Script=Hangul}/u.test(atom)) found.push(...pairs(atom, place));
  else if (ONE_HUMP.test(atom)) {
    const text = atom.toLowerCase();
    if (!NAMES.has(text)) found.push({ text, place });
  } else if (!UNPARTED.test(atom) && !NAMES.has(fold(atom))) {
    const humps = atom.match(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[^\p{Lu}\p{Ll}\p{N}]+/gu) ?? [];
    const turns = humps.filter((hump, index) => index > 0 && /^\p{N}/u.test(hump) !== /^\p{N}/u.test(humps[index - 1] as string)).length;
    if (turns <= 2) found.push(...humps.map((hump) => ({ text: fold(hump), place })));
  }
  return 1;
}

/** Two characters at a time, for Chinese, Japanese and Korean: whatever an engine's dictionary takes for a word, the same text is found. */
export function pairs(text: string, place: number): Token[] {
  const characters = [...fold(text)];
  if (characters.length < 3 || !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(text)) return [];
  return characters.slice(1).map((character, index) => ({ text: `${characters[index]}${character}`, place }));
}
