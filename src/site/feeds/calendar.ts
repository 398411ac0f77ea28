// The due days of a list of promises as a calendar to subscribe to. All-day events and not to-dos: of Google's, Apple's and Outlook's calendars
// all take the former, and none all of the latter.
import { isOpen } from '../../core/model/action-item.ts';
import type { Archive, TrackedAction } from '../../core/model/archive.ts';
import type { SiteConfig } from '../../core/model/site-config.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { pathIn } from '../../core/text/explicit-links.ts';
import { slugify } from '../../core/text/slug.ts';
import { addDays, daysBetween } from '../../core/time/duration.ts';
import type { ActionList } from '../action-lists.ts';
import { siteBase } from './address.ts';
import { component, dateValue, listProperty, midnightValue, property, textProperty } from './icalendar.ts';
import { lastDay } from './last-day.ts';
import { promiseFacts, promisePath, whoHas } from './promise-text.ts';
import { revisionOf } from './revision.ts';

/** What was closed longer ago leaves the calendar; until then it is marked, for calendars into which the file was copied. */
const CLOSED_DAYS = 60;
/** The nearest due days, before and after; more would be a file that no calendar imports. */
const MOST_EVENTS = 1000;

export function writeCalendar({ title, actions, path }: ActionList, archive: Archive): string {
  const { config } = archive;
  const now = lastDay(archive);
  const since = addDays(now, -CLOSED_DAYS);
  const due = actions.filter((action): action is Due => isShown(action, since));
  const nearest = due.length > MOST_EVENTS ? nearestTo(now, due) : due;
  const events = nearest.map((action) => eventOf(action, archive)).sort(byText);
  const base = siteBase(config);
  const page = base ? [property('URL', new URL(pathIn(config.urls, path), base).href)] : [];
  const head = [
    property('VERSION', '2.0'),
    property('PRODID', '-//Hindsight//Action items//EN'),
    property('CALSCALE', 'GREGORIAN'),
    // The name and the rest twice: as RFC 7986 has it, and as calendars read it since before.
    textProperty('NAME', title),
    textProperty('X-WR-CALNAME', title),
    textProperty('DESCRIPTION', aboutOf(due.length)),
    textProperty('X-WR-CALDESC', aboutOf(due.length)),
    ...page,
    property('REFRESH-INTERVAL;VALUE=DURATION', 'P1D'),
    property('X-PUBLISHED-TTL', 'P1D'),
  ];
  return component('VCALENDAR', head.join('') + (events.join('') || UTC));
}

type Due = TrackedAction & { readonly item: { readonly due: Day } };

/** `since`: from when on what is closed still stands in the calendar. */
function isShown({ item }: TrackedAction, since: Day): boolean {
  if (item.due === undefined) return false;
  return isOpen(item) || (item.completed ?? item.due) >= since;
}

function nearestTo(now: Day, due: readonly Due[]): Due[] {
  const placed = due.map((action) => ({ action, days: Math.abs(daysBetween(now, action.item.due)) }));
  return placed
    .sort((a, b) => a.days - b.days)
    .slice(0, MOST_EVENTS)
    .map(({ action }) => action);
}

function aboutOf(count: number): string {
  const what = 'Due days of open action items, and of those closed lately.';
  return count > MOST_EVENTS ? `${what} The nearest ${MOST_EVENTS} of ${count}.` : what;
}

/** An item stands in the calendars of its owner, its team, its services and the whole. */
const known = new WeakMap<TrackedAction, string>();

function eventOf(action: Due, { config, ledger }: Archive): string {
  const before = known.get(action);
  if (before !== undefined) return before;
  const { item, incident } = action;
  const { revised, sequence } = revisionOf(action, ledger);
  const isDropped = item.status === 'wont_do';
  const base = siteBase(config);
  const link = base && new URL(pathIn(config.urls, promisePath(action)), base).href;
  const facts = promiseFacts(action, config).map(([name, value]) => `${name}: ${value}`);
  const event = component(
    'VEVENT',
    [
      textProperty('UID', uidOf(action, config)),
      property('DTSTAMP', midnightValue(revised)),
      property('LAST-MODIFIED', midnightValue(revised)),
      property('SEQUENCE', String(sequence)),
      property('DTSTART;VALUE=DATE', dateValue(item.due)),
      // Of an all-day event the day after the last.
      property('DTEND;VALUE=DATE', dateValue(addDays(item.due, 1))),
      textProperty('SUMMARY', `${markOf(action)}${item.title.plain} (${whoHas(action, config)})`),
      textProperty('DESCRIPTION', [`${item.id} of ${incident.id}`, ...facts, ...(link ? [link] : [])].join('\n')),
      listProperty('CATEGORIES', ['Action item', ...(incident.severity === undefined ? [] : [incident.severity])]),
      property('STATUS', isDropped ? 'CANCELLED' : 'CONFIRMED'),
      // A due day does not make anyone busy.
      property('TRANSP', 'TRANSPARENT'),
      property('X-MICROSOFT-CDO-BUSYSTATUS', 'FREE'),
      ...(link ? [property('URL', link)] : []),
    ].join(''),
  );
  known.set(action, event);
  return event;
}

function markOf({ item }: TrackedAction): string {
  if (isOpen(item)) return '';
  return item.status === 'done' ? 'Done: ' : 'Dropped: ';
}

/** The same for ever, whatever else is said about the item: by it a calendar knows the event again. */
function uidOf({ item, incident }: TrackedAction, config: SiteConfig): string {
  const base = siteBase(config);
  const site = base ? base.host + base.pathname.replace(/\/$/, '') : `${encodeURIComponent(slugify(config.title))}.hindsight.invalid`;
  return `${encodeURIComponent(incident.id)}/${encodeURIComponent(item.id)}@${site}`;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** A calendar must hold something (RFC 5545, 3.6), also when nothing is due; this shows nothing. */
const UTC = component(
  'VTIMEZONE',
  property('TZID', 'UTC') +
    component(
      'STANDARD',
      property('DTSTART', '19700101T000000') +
        property('TZOFFSETFROM', '+0000') +
        property('TZOFFSETTO', '+0000') +
        property('TZNAME', 'UTC'),
    ),
);
