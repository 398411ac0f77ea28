// Names with their values: `db_password: hunter2`, `--token=…`, `{"name": "API_KEY", "value": "…"}`, `| Password | hunter2 |`.

import { withoutEnd } from '../text/without-end.ts';
import type { Credential } from './model.ts';
import { isMixed, isOrdinary, looksRandom } from './values.ts';

/** What every name has in it: quick to look for, and rare. */
const HINT =
  /pass|pwd|secret|token|key|credential|jwt|kennwort|contrase|mdp|senha|wachtwoord|has[lł]o|l[oö]senord|adgangskode|salasana|пароль|密[码碼]|パスワード|비밀번호/gi;

/** What a person may have made up is found however simple it is; what programs make is told by how it looks. */
const WORD =
  /(?<made>pass(?:word|wd|phrase|code|wort|(?<=mot[ _-]?de[ _-]?pass)e|(?<=[_.-]pass)(?![a-z]))|pwd|kennwort|contrase(?:ñ|n|n\u0303)a|mdp|senha|wachtwoord|has[lł]o|l[oö]senord|adgangskode|salasana|пароль|密[码碼]|パスワード|비밀번호)|(?<generated>secret|token|credentials?|jwt|(?<=(?:api|app|auth|access|secret|private|signing|encryption|master|account|shared|license|deploy|service|write|read|admin|integration|routing|subscription)[ _-]?)key(?:[ _-]?base)?)/iy;

/** `dbPass`, and not `bypass`. */
const CAMEL_PASS = /(?<=[a-z])(?<made>Pass)(?![a-z])/y;

/** The rest of the name before the word: `spring.datasource.` */
const PART_OF_NAME = /[\p{L}\p{N}_.$[\]-]/u;
const LONGEST_NAME = 80;

/** `next_page_token`, `public-token`: such names say that it is no secret. */
const HARMLESS =
  /(?:page|next|prev|previous|continuation|continue|sync|cursor|stop|eos|bos|pad|unk|cls|sep|mask|public|idempotency|partition|sort|no|without|lost|forgot|reset|invalid|missing)[_.-]?$/i;

const OPEN = '["\'`*_]{0,4}';

/** Between a name and its value, in the ways in which pairs are written; the value begins where it ends. */
const BETWEEN: readonly RegExp[] = [
  // `name: value`, `name = value`, `"name" => "value"`, `**Name:** value`, `name: |` and its text below.
  new RegExp(
    `["'\`*_\\])]{0,4}[ \\t]{0,8}(?<sign>:=|=>|:(?![:=])|=(?![=~>]))["'\`*_]{0,3}[ \\t]{0,40}(?:[|>][+-]?[ \\t]{0,8}\\n[ \\t]{1,40})?(?<open>${OPEN})`,
    'y',
  ),
  // `name:` and, farther in on the line below, its value.
  /["']?:[ \t]{0,8}\n[ \t]{2,40}(?<below>)(?<open>["']?)(?![ \t]*[-#])/y,
  // `<name>value<`, `name</td><td>value<`
  /(?:<\/(?:td|th|dt|b|strong)>\s{0,20}<(?:td|dd)>|>)(?<tag>)(?<open>)/y,
  // `"name": "DB_PASSWORD", "value": "…"`, and the same in YAML, XML and HTML.
  /["'`]?[ \t]{0,8}[,;]?\s{0,40}(?:"|')?value["']?[ \t]{0,8}(?<sign>[:=])[ \t]{0,8}(?<open>["']?)/iy,
  // `| name | value |`
  new RegExp(`${OPEN}[ \\t]{0,40}\\|[ \\t]{0,40}(?<cell>)(?<open>${OPEN})`, 'y'),
  // `password is hunter2`
  /["'`*_]{0,3} (?:is|was|are|were|ist|war|est|était|es|era|é)[ \t]{1,4}(?<told>)(?<open>["'`*_]{0,4})/iy,
  // `--password hunter2`, `login ana password hunter2`
  /[ \t]{1,8}(?<apart>)(?<open>["']?)/y,
];

const QUOTED = { '"': /[^"\n]{1,1024}/y, "'": /[^'\n]{1,1024}/y, '`': /[^`\n]{1,1024}/y } as const;
const BARE = /[^\s"'`<>,;|]{1,1024}/y;
const IN_QUERY = /[^\s"'`<>,;|&#]{1,1024}/y;

/** Of a sentence, what follows a value is a word. */
const GOES_ON = /[ \t]+(?!(?:and|or|und|et|y|for|on|at|in|to|from|\|\||&&)\b[ \t]*[`"'])[\p{L}(]/uy;

/** All that may stand before a name whose line is nothing but the pair. */
const LINE_START = /^[\s>*+\-|`_"'({[$#]*(?:\d+[.)] )?(?:(?:export|set|env|ENV|ARG|let|const|var|SET|declare -x)\s+)?[`"'*_]*$/;

/** Where a secret's name stands. */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** Chosen by a person, as passwords are. */
  readonly isMadeUp: boolean;
}

interface Pair {
  readonly text: string;
  readonly name: Name;
  readonly value: { readonly start: number; readonly end: number };
  readonly isQuoted: boolean;
  readonly way: Way;
}

/** How firmly name and value belong together. */
type Way = 'tight' | 'sign' | 'below' | 'tag' | 'cell' | 'told' | 'apart';

export function findPairs(text: string): Credential[] {
  const found: Credential[] = [];
  let done = 0;
  for (const { index } of text.matchAll(HINT)) {
    const name = index < done ? undefined : nameAt(text, index);
    const pair = name && readPair(text, name);
    if (name === undefined || pair === undefined || !isSecret(pair)) continue;
    done = pair.value.end;
    const { start, end } = pair.value;
    found.push({ start, end, what: name.isMadeUp ? 'A password' : 'A secret', name: text.slice(name.start, name.end).slice(-60) });
  }
  return found;
}

/** The first name in a text. */
export function findName(text: string): Name | undefined {
  for (const { index } of text.matchAll(HINT)) {
    const name = nameAt(text, index);
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameAt(text: string, index: number): Name | undefined {
  WORD.lastIndex = index;
  CAMEL_PASS.lastIndex = index;
  const match = WORD.exec(text) ?? CAMEL_PASS.exec(text);
  if (match === null) return undefined;
  const start = startOfName(text, match.index);
  if (HARMLESS.test(text.slice(start, match.index))) return undefined;
  return { start, end: match.index + match[0].length, isMadeUp: match.groups?.made !== undefined };
}

function startOfName(text: string, wordStart: number): number {
  let start = wordStart;
  while (start > 0 && wordStart - start < LONGEST_NAME && PART_OF_NAME.test(text[start - 1] ?? '')) start--;
  return start;
}

function readPair(text: string, name: Name): Pair | undefined {
  for (const between of BETWEEN) {
    between.lastIndex = name.end;
    const groups = between.exec(text)?.groups;
    if (groups === undefined) continue;
    const way = wayOf(groups, text.slice(name.end, between.lastIndex));
    if (way === 'apart' && !isAnnounced(text, name)) return undefined;
    const pair = readValue({ text, name, way, start: between.lastIndex, open: groups.open ?? '' });
    if (pair !== undefined) return pair;
  }
  return undefined;
}

function wayOf(groups: Readonly<Record<string, string | undefined>>, written: string): Way {
  const special = (['below', 'tag', 'cell', 'told', 'apart'] as const).find((way) => groups[way] !== undefined);
  if (special !== undefined) return special;
  return groups.sign === '=' && !/\s/.test(written) ? 'tight' : 'sign';
}

/** A flag, or the line of a `.netrc`; in a sentence any word may follow. */
function isAnnounced(text: string, { start }: Name): boolean {
  return (
    /(?:^|[\s"'`])--?$|^--/.test(text.slice(Math.max(0, start - 3), start + 2)) ||
    /\blogin[ \t]\S{1,64}[ \t]$/.test(text.slice(Math.max(0, start - 80), start))
  );
}

interface ValueStart {
  readonly text: string;
  readonly name: Name;
  readonly way: Way;
  readonly start: number;
  readonly open: string;
}

function readValue({ text, name, way, start, open }: ValueStart): Pair | undefined {
  const quote = /["'`]/.exec(open.slice(-1))?.[0] as keyof typeof QUOTED | undefined;
  const isInQuery = /[?&]$/.test(text.slice(Math.max(0, name.start - 1), name.start));
  const pattern = quote === undefined ? (isInQuery ? IN_QUERY : BARE) : QUOTED[quote];
  pattern.lastIndex = start;
  const whole = pattern.exec(text)?.[0];
  if (whole === undefined) return undefined;
  const value = quote === undefined ? withoutEnd(whole, ENDS) : whole;
  if (value === '') return undefined;
  return { text, name, way, value: { start, end: start + value.length }, isQuoted: quote !== undefined };
}

/** What ends a sentence, brackets or emphasis. */
const ENDS = /[.:)\]}*_?]/;

/** So much of a value tells what it is. */
const TELLING = 100;

export function isSecret(pair: Pair): boolean {
  const { text, value, isQuoted, name } = pair;
  const said = text.slice(value.start, Math.min(value.end, value.start + TELLING));
  if (/\s/.test(said)) return isPassphrase(pair, said);
  if (isOrdinary(said)) return false;
  return name.isMadeUp ? isPassword(pair, said) : isGenerated(pair, said, isQuoted);
}

/** Several words between quotes: mostly a message. */
function isPassphrase({ text, name, isQuoted, way }: Pair, said: string): boolean {
  if (!isQuoted || !(way === 'tight' || way === 'sign')) return false;
  const isPhrase = /phrase$/i.test(text.slice(name.start, name.end)) && said.trim().split(/\s+/).length >= 3;
  return isPhrase && said.length >= 12;
}

const SHORTEST = 4;

function isPassword(pair: Pair, said: string): boolean {
  if (said.length < SHORTEST) return false;
  const { way, isQuoted } = pair;
  const isWord = /^[\p{L}\p{M}_'’-]+$/u.test(said);
  const isNumber = /^\d+$/.test(said);
  if (way === 'told' || way === 'cell' || way === 'apart' || way === 'below') return isMixed(said) && (isQuoted || /\d/.test(said));
  if (isQuoted || way === 'tight') return isWord || isNumber || isMixed(said);
  if (goesOn(pair)) return /\p{L}/u.test(said) && /\d/.test(said);
  if (isNumber) return !/^(?:19|20)\d\d$/.test(said);
  return isMixed(said) || (isWord && (way === 'tag' || isAlone(pair)));
}

function isGenerated(pair: Pair, said: string, isQuoted: boolean): boolean {
  if (looksRandom(said)) return pair.way !== 'told' || isQuoted || said.length >= 16;
  const isSecretWord = /secret$/i.test(pair.text.slice(pair.name.start, pair.name.end));
  return isSecretWord && (isQuoted || pair.way === 'tight') && said.length >= 6 && (isMixed(said) || /^[a-z]+$/i.test(said));
}

function goesOn({ text, value }: Pair): boolean {
  GOES_ON.lastIndex = value.end;
  return GOES_ON.test(text);
}

/** Whether the line has nothing else, or the pair stands within backticks: in a sentence a word after a colon is a word. */
function isAlone({ text, name }: Pair): boolean {
  const start = Math.max(text.lastIndexOf('\n', name.start - 1) + 1, name.start - 200);
  const before = text.slice(start, name.start);
  return LINE_START.test(before) || (before.match(/`/g)?.length ?? 0) % 2 === 1 || /[,{;] ?["']?$/.test(before);
}
