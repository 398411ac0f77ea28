// A review of promises as Markdown, for chat and mail.
import type { Happened } from '../../core/ledger/dated.ts';
import type { Period } from '../../core/ledger/moves.ts';
import { isOpen } from '../../core/model/action-item.ts';
import type { RecurringPromise, TrackedAction } from '../../core/model/archive.ts';
import type { Ledger } from '../../core/model/ledger.ts';
import { personOf, type SiteConfig } from '../../core/model/site-config.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import { markdownTarget, markdownValue, markdownWords } from '../../core/text/markdown-words.ts';
import { actionPath, siteUrl } from '../../core/text/site-url.ts';
import { addDays, daysBetween } from '../../core/time/duration.ts';
import { formatDay } from '../../core/time/format.ts';
import { type Moved, type Review, SOON_DAYS } from '../../core/tracker/review.ts';
import { STATUS_WORDS } from '../../core/tracker/rows.ts';
import { visible } from '../report/visible.ts';

export interface Digest {
  readonly review: Review;
  /** The strongest first. */
  readonly recurring: readonly RecurringPromise[];
}

export interface DigestStyle {
  readonly config: SiteConfig;
  readonly period: Period;
  readonly ledger: Ledger;
  /** Whose promises these are, where not everybody's. */
  readonly whose?: string;
}

/** More than anybody reads in a message. */
const MOST_RECURRING = 10;

export function digestMarkdown({ review, recurring }: Digest, style: DigestStyle): string {
  const { newlyOverdue, dueSoon, closed, promised, undated } = review;
  const list = (actions: readonly TrackedAction[]): string[] => actions.map((action) => `${lead(action, style)}, ${sayDueOf(action)}`);
  const sections = [
    section('Newly overdue', { lines: list(newlyOverdue) }),
    section(`Due within ${SOON_DAYS} days`, { lines: list(dueSoon) }),
    section('Closed', { lines: closed.map((happened) => sayClosed(happened, style)), remark: sayUndated(undated.closed, CLOSED) }),
    section('New', { lines: promised.map((happened) => sayPromised(happened, style)), remark: sayUndated(undated.promised, PROMISED) }),
    ...moveSections(review, style),
    recurringSection(recurring, style),
  ];
  return [`# ${title(style)}`, summary(review), sayHistory(style.ledger, review), ...sections].join('\n\n');
}

/** What only a history tells: nothing is said of it where there is none, or where nothing moved. */
function moveSections({ redated, reassigned, reopened }: Review, style: DigestStyle): string[] {
  const again = reopened.map(({ action, day: at }) => `${lead(action, style)}, opened again on ${day(at)}`);
  const sections: [string, string[]][] = [
    ['Re-dated', redated.map((moved) => sayRedated(moved, style))],
    ['Reassigned', reassigned.map((moved) => sayReassigned(moved, style))],
    ['Opened again', again],
  ];
  return sections.filter(([, lines]) => lines.length > 0).map(([name, lines]) => section(name, { lines }));
}

/** What the days below rest on. */
function sayHistory(ledger: Ledger, { uncommitted }: Review): string {
  if (!ledger.isAvailable) {
    const basis = 'Closed goes by the day of completion in the files, new by the day of creation, else by that of the incident.';
    return `History unavailable: ${words(ledger.reason)}. ${basis} What was re-dated or reassigned cannot be told.`;
  }
  const basis = 'Closed, new, re-dated and reassigned are what was committed in this time.';
  if (uncommitted === 0) return basis;
  return `${basis} ${countOf(uncommitted, 'item')} ${uncommitted === 1 ? 'is' : 'are'} other than in the last commit; that goes by the days in the files.`;
}

function title({ period, whose }: DigestStyle): string {
  const of = whose === undefined ? '' : ` of ${words(whose)}`;
  return `Action items${of}, ${day(addDays(period.after, 1))} to ${day(period.asOf)}`;
}

function summary({ open, overdue, newlyOverdue, closed, promised }: Review): string {
  const lateness = overdue === 0 ? 'none of them overdue' : `${sayCount(overdue)} of them overdue (${sayCount(newlyOverdue.length)} newly)`;
  return `${sayCount(open)} open, ${lateness}; ${sayCount(closed.length)} closed, ${sayCount(promised.length)} new.`;
}

interface SectionBody {
  readonly lines: readonly string[];
  /** Where not all of them are shown. */
  readonly count?: number;
  readonly remark?: string | undefined;
}

function section(name: string, { lines, count = lines.length, remark }: SectionBody): string {
  const body = lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'None.';
  return `## ${name}${count > 0 ? ` (${sayCount(count)})` : ''}\n\n${body}${remark === undefined ? '' : `\n\n${remark}`}`;
}

function recurringSection(recurring: readonly RecurringPromise[], style: DigestStyle): string {
  const left = recurring.length - MOST_RECURRING;
  const lines = recurring.slice(0, MOST_RECURRING).map((promise) => sayRecurring(promise, style));
  const remark = left > 0 ? `And ${sayCount(left)} more, of which less speaks for being one.` : undefined;
  return section('Recurring promises still open', { lines, count: recurring.length, ...(remark && { remark }) });
}

function sayRecurring({ title: of, actions, reasons }: RecurringPromise, style: DigestStyle): string {
  const left = actions.filter(({ item }) => isOpen(item)).length;
  const where = actions.map((action) => linked(action, style, keyOf(action)));
  const why = reasons.length > 0 ? `: they ${reasons.map(words).join('; ')}` : '';
  return `${words(of)}: promised ${countOf(actions.length, 'time')}, ${sayCount(left)} open (${where.join(', ')})${why}`;
}

interface UndatedWords {
  readonly one: string;
  readonly several: string;
}

const CLOSED: UndatedWords = { one: 'item is closed', several: 'items are closed' };
const PROMISED: UndatedWords = { one: 'item was promised', several: 'items were promised' };

/** What cannot be told is said, not left out. */
function sayUndated(count: number, { one, several }: UndatedWords): string | undefined {
  if (count === 0) return undefined;
  return `${sayCount(count)} more ${count === 1 ? one : several} on a day that nobody wrote down: it may have been in this time.`;
}

/** Its words with their link, whose it is, how urgent. */
function lead(action: TrackedAction, style: DigestStyle): string {
  const { item } = action;
  const { config } = style;
  const person = item.owner === undefined ? undefined : (personOf(config, item.owner)?.name ?? item.owner);
  const who = person ?? item.team;
  const facts = [keyOf(action), ...(item.priority === undefined ? [] : [words(item.priority)])];
  return `${linked(action, style, words(item.title.plain))} (${facts.join(', ')}): ${who === undefined ? '**nobody**' : words(who)}`;
}

function linked({ item, incident }: TrackedAction, { config }: DigestStyle, label: string): string {
  return config.url === undefined
    ? label
    : `[${label}](${markdownTarget(siteUrl(config.url, actionPath(incident.id, item.id), config.urls))})`;
}

function sayDueOf({ item, overdueDays = 0 }: TrackedAction): string {
  const by = item.dueFrom === 'policy' ? ' by policy' : '';
  const blocked = item.status === 'blocked' ? `, blocked${item.reason === undefined ? '' : `: ${words(item.reason)}`}` : '';
  const when = overdueDays === 0 ? 'today' : overdueDays > 0 ? `${countOf(overdueDays, 'day')} late` : `in ${countOf(-overdueDays, 'day')}`;
  return `due ${day(item.due ?? '')}${by}, ${when}${blocked}`;
}

function sayClosed({ action, day: at, by }: Happened, style: DigestStyle): string {
  const { status, evidence, reason, completed } = action.item;
  const why = status === 'wont_do' ? reason : evidence;
  const on =
    by === 'commit' && completed !== at
      ? `${completed === undefined ? '' : ` on ${day(completed)}`}, recorded on ${day(at)}`
      : ` on ${day(at)}`;
  return `${lead(action, style)}, ${STATUS_WORDS[status].toLowerCase()}${on}${why === undefined ? '' : `: ${markdownValue(visible(why))}`}`;
}

function sayPromised({ action, day: at, by }: Happened, style: DigestStyle): string {
  const { due } = action.item;
  const since = { commit: `recorded on ${day(at)}`, item: `since ${day(at)}`, incident: `since the incident, ${day(at)}` }[by];
  return `${lead(action, style)}, ${since}, ${due === undefined ? '**no due date**' : `due ${day(due)}`}`;
}

function sayRedated({ action, from, to, history }: Moved, style: DigestStyle): string {
  const { slips, slippedDays } = history;
  const often = slips > 1 ? `; put off ${sayCount(slips)} times by now, ${countOf(slippedDays, 'day')} in all` : '';
  if (from === undefined || to === undefined) return `${lead(action, style)}, was due ${day(from ?? '')}, now has **no due date**${often}`;
  const days = daysBetween(from, to);
  const how = `${countOf(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
  return `${lead(action, style)}, from ${day(from)} to ${day(to)}, ${how}${often}`;
}

function sayReassigned({ action, from, to }: Moved, style: DigestStyle): string {
  const name = (id: string | undefined): string => (id === undefined ? 'nobody' : words(personOf(style.config, id)?.name ?? id));
  return `${linked(action, style, words(action.item.title.plain))} (${keyOf(action)}): from ${name(from)} to ${name(to)}`;
}

function keyOf({ item, incident }: TrackedAction): string {
  return `${words(incident.id)}/${words(item.id)}`;
}

function day(of: string): string {
  return formatDay(of).replaceAll('\u00a0', ' ');
}

function words(text: string): string {
  return markdownWords(visible(text));
}
