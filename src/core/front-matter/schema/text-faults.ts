// What a text must not be: too long, empty, or with characters in it that hide what it says.
import type { Fault } from './kit.ts';

const LONGEST_ID = 120;
const LONGEST_URL = 2000;

/** Device names of Windows: a folder of that name cannot be made there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What stands at `/incidents/` beside the pages of incidents. */
const TAKEN = /^(?:index\.html|page|rows|rows\.json)$/i;

/** Control characters but tab and line feed, marks that reverse what is shown (CVE-2021-42574), and halves of characters. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

export function proseFault(text: string, longest: number): Fault | undefined {
  if (text === '') return EMPTY;
  if (text.length > longest)
    return {
      says: `is ${count(text.length)} characters long; at most ${count(longest)} are allowed`,
      hint: 'Move the details into the text below.',
    };
  return unseenFault(text);
}

export function lineFault(text: string, longest: number): Fault | undefined {
  const broken = text.length <= longest ? /[\t\n]/.exec(text)?.[0] : undefined;
  if (broken === '\n') return { says: 'must be one line of text', hint: 'Write `>-` after the colon: the lines are then joined.' };
  if (broken === '\t') return { says: 'holds a tab', hint: 'Use spaces.' };
  return proseFault(text, longest);
}

export function idFault(text: string): Fault | undefined {
  if (text === '') return EMPTY;
  if (text.length > LONGEST_ID) return { says: `is ${count(text.length)} characters long; an id has at most ${LONGEST_ID}` };
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)) {
    const hint = 'Use letters, digits, dots, dashes and underscores, a letter or digit first: `2026-11-20-checkout-errors`.';
    return { says: `cannot be ${quote(text)}: an id becomes part of a URL and the name of a folder`, hint };
  }
  if (text.endsWith('.') || text.includes('..'))
    return { says: `cannot be ${quote(text)}: two dots, or a dot at the end, mean something else to file systems` };
  if (TAKEN.test(text)) return { says: `cannot be ${quote(text)}: the site has a page or a file of its own there` };
  if (DEVICE.test(text)) return { says: `cannot be ${quote(text)}: Windows keeps that name for a device`, hint: 'Put the date before it.' };
  return undefined;
}

export function urlFault(text: string): Fault | undefined {
  if (text.length > LONGEST_URL) return { says: `is ${count(text.length)} characters long; a URL has at most ${count(LONGEST_URL)}` };
  const unseen = unseenFault(text);
  if (unseen) return unseen;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  if (scheme === undefined) return { says: `must be a complete URL, and is ${quote(text)}`, hint: 'Write the whole address: `https://…`.' };
  if (!/^(?:https?|mailto)$/i.test(scheme))
    return { says: `must not lead to "${scheme}:"`, hint: 'Links lead to https, http and mailto only.' };
  if (!/^(?:https?:\/\/|mailto:)./i.test(text) || !URL.canParse(text)) return { says: `is not a valid URL: ${quote(text)}` };
  return undefined;
}

/** Blanks, quotes and brackets stand in no address: they come along when one is copied out of a text. */
export function isDoubtfulUrl(text: string): boolean {
  return /[\s<>"\\^`{|}]/.test(text);
}

const EMPTY: Fault = { says: 'is empty', hint: 'Write something, or delete it.' };

function unseenFault(text: string): Fault | undefined {
  const unseen = UNSEEN.exec(text)?.[0];
  return unseen === undefined ? undefined : { says: `holds the invisible character ${codeOf(unseen)}`, hint: 'Delete the character.' };
}

function count(length: number): string {
  return String(length).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
