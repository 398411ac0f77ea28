// What kind of event an entry tells: by the word its author put first, else by the milestone it stands at.
import type { Token } from 'markdown-it';
import { TIMELINE_KINDS, type TimelineEntry, type TimelineKind } from '../model/incident.ts';
import { MILESTONES, type Milestone, type Milestones, type Timestamp } from '../model/timestamp.ts';
import { MINUTE } from '../time/calendar.ts';
import { flatten, startsBold } from './inline.ts';

const WORDS: Readonly<Record<TimelineKind, string>> = {
  started: 'started|start|began|begins|beginning|onset',
  detected: 'detected|detection|discovered|noticed|alerted',
  acknowledged: 'acknowledged|acknowledgement|acked|ack',
  identified: 'identified|cause identified|cause found|diagnosed|identification',
  mitigated: 'mitigated|mitigation|stabili[sz]ed',
  resolved: 'resolved|resolution|recovered|restored|fixed',
  escalated: 'escalated|escalation',
  action: 'action',
  note: 'note',
};

const PATTERNS = TIMELINE_KINDS.map((kind) => [kind, new RegExp(`^(?:${WORDS[kind]})$`, 'i')] as const);
const LABEL =
  /^(?:[\s*]|\u{fe0f}|\u{200d}|\p{Extended_Pictographic})*((?:(?:issue|incident|problem|fault|outage|root|fully|service)\s){0,2}[a-z]{3,15}(?:\s(?:identified|found))?)\s*(?:(:|[-–—](?=\s)|\.(?=\s+\p{Lu}))\s*|[.!]?$)/iu;
const BEFORE_TIME = /^[\s*]*((?:(?:issue|incident|problem|fault|outage)\s)?[a-z]{3,15})\s*(?::|\bat\b|[-–—])\s*/i;

export interface KindLabel {
  readonly kind: TimelineKind;
  /** How many characters the label takes; 0 where it is also the text. */
  readonly end: number;
}

/** The kind a word stands for, in a `kind` column or as a label. */
export function kindOf(word: string): TimelineKind | undefined {
  const bare = word
    .trim()
    .replace(/^(?:(?:issue|incident|problem|fault|outage|root|fully|service)\s){1,2}/i, '')
    .trim();
  return PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0];
}

/** `Detected: …`, `Resolved.`, `**Escalated** to …` */
export function leadingKind(children: readonly Token[]): KindLabel | undefined {
  const flat = flatten(children.slice(0, 8)).slice(0, 120);
  const match = LABEL.exec(flat);
  const kind = match?.[1] && kindOf(match[1]);
  if (match && kind) return { kind, end: match[2] && match[0].length < flat.length ? match[0].length : 0 };
  if (!startsBold(children)) return undefined;
  const close = children.findIndex((child) => child.type === 'strong_close');
  const bold = kindOf(flatten(children.slice(0, Math.max(0, close))).replace(/[.:]\s*$/, ''));
  // "**Started** the rollback" is a sentence: what began is said in it.
  return bold && bold !== 'started' ? { kind: bold, end: 0 } : undefined;
}

/** The label of "Detected: 14:02" and "Resolved at 15:09": its kind, and where the time begins. */
export function kindBeforeTime(flat: string): (KindLabel & { readonly isSentence: boolean }) | undefined {
  const match = BEFORE_TIME.exec(flat.slice(0, 60));
  const kind = match?.[1] && kindOf(match[1]);
  return match && kind ? { kind, end: match[0].length, isSentence: /\bat\s+$/i.test(match[0]) } : undefined;
}

/** Gives entries without a kind that of the one milestone they stand at: the first entry there, if no other claims it. */
export function matchMilestones(entries: readonly TimelineEntry[], milestones: Milestones): TimelineEntry[] {
  const claimed = new Set(entries.map((entry) => entry.kind));
  return entries.map((entry) => {
    const milestone = entry.kind === 'note' && entry.at ? milestoneAt(entry.at, milestones) : undefined;
    if (!milestone || claimed.has(milestone)) return entry;
    claimed.add(milestone);
    return { ...entry, kind: milestone };
  });
}

function milestoneAt(at: Timestamp, milestones: Milestones): Milestone | undefined {
  const here = MILESTONES.filter((name) => isSameMinute(at, milestones[name]));
  return here.length === 1 ? here[0] : undefined;
}

function isSameMinute(a: Timestamp, b: Timestamp | undefined): boolean {
  if (!b || a.precision === 'date' || b.precision === 'date') return false;
  if (a.precision === 'second' && b.precision === 'second') return a.epoch === b.epoch;
  return Math.floor(a.epoch / MINUTE) === Math.floor(b.epoch / MINUTE);
}
