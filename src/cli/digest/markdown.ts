// A review of promises as Markdown, for chat and mail.
import { isOpen } from '../../core/model/action-item.ts';
import type { RecurringPromise, TrackedAction } from '../../core/model/archive.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import { markdownTarget, markdownValue, markdownWords } from '../../core/text/markdown-words.ts';
import { actionPath, siteUrl } from '../../core/text/site-url.ts';
import { addDays } from '../../core/time/duration.ts';
import { formatDay } from '../../core/time/format.ts';
import { type Happened, type Period, type Review, SOON_DAYS } from '../../core/tracker/review.ts';
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
    recurringSection(recurring, style),
  ];
  return [`# ${title(style)}`, summary(review), ...sections].join('\n\n');
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
  const where = actions.map((action) => linked(action, style, words(`${action.incident.id}/${action.item.id}`)));
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
  const { item, incident } = action;
  const { config } = style;
  const person = item.owner === undefined ? undefined : (config.people[item.owner]?.name ?? item.owner);
  const who = person ?? item.team;
  const facts = [`${words(incident.id)}/${words(item.id)}`, ...(item.priority === undefined ? [] : [words(item.priority)])];
  return `${linked(action, style, words(item.title.plain))} (${facts.join(', ')}): ${who === undefined ? '**nobody**' : words(who)}`;
}

function linked({ item, incident }: TrackedAction, { config }: DigestStyle, label: string): string {
  return config.url === undefined ? label : `[${label}](${markdownTarget(siteUrl(config.url, actionPath(incident.id, item.id)))})`;
}

function sayDueOf({ item, overdueDays = 0 }: TrackedAction): string {
  const by = item.dueFrom === 'policy' ? ' by policy' : '';
  const blocked = item.status === 'blocked' ? `, blocked${item.reason === undefined ? '' : `: ${words(item.reason)}`}` : '';
  const when = overdueDays === 0 ? 'today' : overdueDays > 0 ? `${countOf(overdueDays, 'day')} late` : `in ${countOf(-overdueDays, 'day')}`;
  return `due ${day(item.due ?? '')}${by}, ${when}${blocked}`;
}

function sayClosed({ action, day: at }: Happened, style: DigestStyle): string {
  const { status, evidence, reason } = action.item;
  const why = status === 'wont_do' ? reason : evidence;
  return `${lead(action, style)}, ${STATUS_WORDS[status].toLowerCase()} on ${day(at)}${why === undefined ? '' : `: ${markdownValue(visible(why))}`}`;
}

function sayPromised({ action, day: at, by }: Happened, style: DigestStyle): string {
  const { due } = action.item;
  const since = by === 'item' ? `since ${day(at)}` : `since the incident, ${day(at)}`;
  return `${lead(action, style)}, ${since}, ${due === undefined ? '**no due date**' : `due ${day(due)}`}`;
}

function day(of: string): string {
  return formatDay(of).replaceAll('\u00a0', ' ');
}

function words(text: string): string {
  return markdownWords(visible(text));
}
