// Credentials that somebody allows, with a reason, where they stand: `<!-- hindsight-allow-secret: reason -->` in a text, `# hindsight-allow-secret: reason`
// in front matter, data and logs.
import type { Credential } from './model.ts';

export interface Allowance {
  /** Offsets of the comment in its text. */
  readonly start: number;
  readonly end: number;
  /** Empty where none is given: then it allows nothing. */
  readonly reason: string;
}

interface Allowed {
  readonly credential: Credential;
  readonly reason: string;
}

export interface Judged {
  readonly refused: readonly Credential[];
  readonly allowed: readonly Allowed[];
  /** Those with a reason that cover nothing. */
  readonly unused: readonly Allowance[];
  readonly withoutReason: readonly Allowance[];
}

const ALLOWANCE_MARK = 'hindsight-allow-secret';

const COMMENT = /(<!--|#|\/\/)[ \t]{0,8}hindsight-allow-secret(?![\w-])[ \t]{0,8}:?([^\n]*)/g;

export function findAllowances(text: string): Allowance[] {
  if (!text.includes(ALLOWANCE_MARK)) return [];
  const found: Allowance[] = [];
  for (const { 0: comment, 1: opening, 2: rest = '', index } of text.matchAll(COMMENT)) {
    const close = opening === '<!--' ? rest.indexOf('-->') : -1;
    if (opening === '<!--' && close === -1) continue;
    const end = index + comment.length - (close === -1 ? 0 : rest.length - close - 3);
    const reason = (close === -1 ? rest : rest.slice(0, close)).trim();
    found.push({ start: index, end, reason: /\p{L}/u.test(reason) ? reason : '' });
  }
  return found;
}

/**
 * One allowance, one credential: the first that no other allows, on its own line or, where it has a line to itself, on the next or in the fenced
 * block or the field that begins there; wherever the same one stands in it again, too.
 */
export function judge(text: string, credentials: readonly Credential[], allowances = findAllowances(text)): Judged {
  const reasons = new Map<Credential, string>();
  const unused: Allowance[] = [];
  const waiting = new Map<string, Credential[][]>();
  const ranges = rangesOf(text, allowances);
  for (const [at, allowance] of allowances.entries()) {
    if (allowance.reason === '') continue;
    const [from, to] = ranges[at] as Range;
    const key = `${from} ${to}`;
    const groups = waiting.get(key) ?? sameOnes(text, between(credentials, from, to));
    waiting.set(key, groups);
    let group = groups.shift();
    while (group?.every((credential) => reasons.has(credential))) group = groups.shift();
    if (group === undefined) unused.push(allowance);
    else for (const credential of group) if (!reasons.has(credential)) reasons.set(credential, allowance.reason);
  }
  return {
    refused: credentials.filter((credential) => !reasons.has(credential)),
    allowed: [...reasons].map(([credential, reason]) => ({ credential, reason })),
    unused,
    withoutReason: allowances.filter(({ reason }) => reason === ''),
  };
}

/** Of those in the order of their places, the ones that begin within. */
function between(credentials: readonly Credential[], from: number, to: number): readonly Credential[] {
  let [low, high] = [0, credentials.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((credentials[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < credentials.length && (credentials[end]?.start ?? to) < to) end++;
  return credentials.slice(low, end);
}

/** In the order in which each is first met. */
function sameOnes(text: string, credentials: readonly Credential[]): Credential[][] {
  const groups = new Map<string, Credential[]>();
  for (const credential of credentials) {
    const value = text.slice(credential.start, credential.end);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [credential]);
    else group.push(credential);
  }
  return [...groups.values()];
}

/** From the offset of the first character that is covered to that of the first that is not any more. */
type Range = readonly [from: number, to: number];

/** Several, one below the other, are all about what follows the last. */
function rangesOf(text: string, allowances: readonly Allowance[]): Range[] {
  const ranges: Range[] = [];
  let below: { readonly lineStart: number; readonly range: Range } | undefined;
  for (const { start, end } of [...allowances].reverse()) {
    const own: Range = [lineStart(text, start), lineEnd(text, end)];
    const rest = text.slice(own[0], start) + text.slice(end, own[1]);
    const isAlone = !/[\p{L}\p{N}]/u.test(rest);
    const next = own[1] + 1;
    const range = !isAlone ? own : below?.lineStart === next ? below.range : rangeFrom(text, next);
    below = isAlone ? { lineStart: own[0], range } : undefined;
    ranges.push(range);
  }
  return ranges.reverse();
}

function rangeFrom(text: string, from: number): Range {
  if (from >= text.length) return [text.length, text.length];
  const line = text.slice(from, lineEnd(text, from));
  const fence = FENCE.exec(line)?.[1];
  return [from, fence === undefined ? endOfField(text, from, line) : endOfFence(text, from, fence)];
}

/** Within lists and quotations, too. */
const FENCE = /^[\s>*+-]{0,200}(?:\d{1,9}[.)]\s{1,20})?(`{3,}|~{3,})/;

/** To the end of the line, or of what is indented below the name of a field: `summary: |` and its text. */
function endOfField(text: string, from: number, line: string): number {
  let end = lineEnd(text, from);
  const field = /^(\s*(?:- +)?)[\w.-]{1,100}["']?:(?:\s*$|\s+["'|>]|\s+\S)/.exec(line);
  if (field === null) return end;
  const indent = field[1]?.length ?? 0;
  while (end < text.length) {
    const next = text.slice(end + 1, lineEnd(text, end + 1));
    if (next.trim() !== '' && (/^\s*/.exec(next)?.[0].length ?? 0) <= indent) break;
    if (next.trim() === '' && end + 1 >= text.length) break;
    end = lineEnd(text, end + 1);
  }
  return end;
}

function endOfFence(text: string, from: number, fence: string): number {
  const mark = fence[0] ?? '`';
  for (let at = lineEnd(text, from) + 1; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text
      .slice(at, lineEnd(text, at))
      .replace(/^[\s>]*/, '')
      .trimEnd();
    if (line.length >= fence.length && line === mark.repeat(line.length)) return at + line.length;
  }
  return text.length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
