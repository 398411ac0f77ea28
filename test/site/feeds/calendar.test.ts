// Due days as a calendar, read by a parser that calendars use: events that keep their names, and nothing that the clock said.
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';
import { addDays } from '../../../src/core/time/duration.ts';
import { actionLists } from '../../../src/site/action-lists.ts';
import { writeCalendar } from '../../../src/site/feeds/calendar.ts';
import { sampleConfig } from '../../core/api/sample-archive.ts';
import { AS_OF, action, archive, incident, largeArchive, smallArchive, at as stamp, text } from '../../core/rows/archives.ts';

function calendarOf(kb: Archive, folder = 'actions/'): string {
  const list = actionLists(kb).find((candidate) => candidate.folder === folder);
  if (!list) throw new Error(`no list in ${folder}`);
  return writeCalendar(list, kb);
}

const eventsOf = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    const value = (name: string) => component.getFirstPropertyValue(name)?.toString();
    return { event, value, uid: event.uid, summary: event.summary };
  });

const at = (incidents: readonly Incident[], asOf: string, config: Partial<SiteConfig> = {}) =>
  assembleArchive(incidents, { config: { ...sampleConfig, ...config }, asOf });

test('an event for each open item that is due on a day, whole days and free', () => {
  const [overdue, soon] = eventsOf(calendarOf(smallArchive()));
  expect(eventsOf(calendarOf(smallArchive()))).toHaveLength(2);
  expect(soon?.summary).toBe('Do AI-1 (Ana Lindqvist)');
  expect(soon?.event.startDate.isDate).toBe(true);
  expect([soon?.event.startDate.toString(), soon?.event.endDate.toString()]).toEqual(['2024-12-04', '2024-12-05']);
  expect(soon?.value('transp')).toBe('TRANSPARENT');
  expect(overdue?.event.description).toContain('Status: blocked: waits for the driver\nDue: 2024-09-30 by policy');
});

test('each owner, team and service has its own', () => {
  const kb = smallArchive();
  expect(eventsOf(calendarOf(kb, 'actions/owners/ana/')).map(({ summary }) => summary)).toEqual(['Do AI-1 (Ana Lindqvist)']);
  expect(eventsOf(calendarOf(kb, 'actions/services/market-data/'))).toHaveLength(1);
  expect(calendarOf(kb, 'actions/owners/ana/')).toContain('X-WR-CALNAME:Action items of Ana Lindqvist');
});

test('an event keeps its UID when everything else about it changes, and two items never share one', () => {
  const before = at([incident({ id: 'a', actionItems: [action({ id: 'AI-1', due: '2026-12-01' })] })], '2026-11-22');
  const changed = action({ id: 'AI-1', title: text('Another'), owner: 'bo', due: '2027-02-01', status: 'blocked' });
  const after = at([incident({ id: 'a', title: 'Renamed', severity: 'SEV2', actionItems: [changed] })], '2026-11-25');
  const [first, second] = [eventsOf(calendarOf(before))[0], eventsOf(calendarOf(after))[0]];
  expect(second?.uid).toBe(first?.uid);
  expect(second?.uid).toBe('a/AI-1@tidemark-sons-archive.hindsight.invalid');
  const uids = eventsOf(calendarOf(largeArchive(200))).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids.length).toBeGreaterThan(100);
});

test('with an address, the UID is under it and the event leads to the item', () => {
  const kb = at([incident({ id: 'a', actionItems: [action({ id: 'AI-1', due: '2026-12-01' })] })], '2026-11-22', {
    url: 'https://ops.example/postmortems/',
  });
  const [event] = eventsOf(calendarOf(kb));
  expect(event?.uid).toBe('a/AI-1@ops.example/postmortems');
  expect(event?.value('url')).toBe('https://ops.example/postmortems/incidents/a/#ai-1');
  expect(calendarOf(kb)).toContain('URL:https://ops.example/postmortems/actions/\r\n');
});

test('what was closed is marked for sixty days, and then leaves', () => {
  const items = [
    action({ id: 'AI-1', status: 'done', due: '2024-10-01', completed: '2024-11-01' }),
    action({ id: 'AI-2', status: 'wont_do', due: '2024-11-30', reason: 'too dear' }),
    action({ id: 'AI-3', status: 'done', due: '2024-09-01', completed: '2024-09-01' }),
    action({ id: 'AI-4' }),
  ];
  const events = eventsOf(calendarOf(archive([incident({ id: 'a', actionItems: items })])));
  expect(events.map(({ summary, value }) => [summary, value('status')])).toEqual([
    ['Done: Do AI-1 (no owner)', 'CONFIRMED'],
    ['Dropped: Do AI-2 (no owner)', 'CANCELLED'],
  ]);
});

test('the same archive gives the same bytes on every day, also where there is more than fits', () => {
  const items = [
    action({ id: 'AI-1', due: '2024-06-01', created: '2024-05-02' }),
    action({ id: 'AI-2', due: '2024-05-01', status: 'done', completed: '2024-04-20' }),
    ...Array.from({ length: 1100 }, (_, n) => action({ id: `AI-${n + 3}`, due: addDays('2023-01-01', n) })),
  ];
  const incidents = [incident({ id: 'a', milestones: { started: stamp('2024-05-01T10:00:00Z') }, actionItems: items })];
  const [first, later] = [at(incidents, '2024-05-20'), at(incidents, '2026-11-22')];
  expect(calendarOf(later)).toBe(calendarOf(first));
  expect(eventsOf(calendarOf(later))).toHaveLength(1000);
  // A day that is a slip of the pen moves nothing.
  const slip = at([...incidents, incident({ id: 'b', milestones: { started: stamp('2204-05-01T10:00:00Z') } })], '2024-05-20');
  expect(calendarOf(slip)).toBe(calendarOf(first));
});

test('without a history, an event is of the day of its promise, else of its end', () => {
  const items = [
    action({ id: 'AI-1', due: '2024-12-01' }),
    action({ id: 'AI-2', due: '2024-12-01', created: '2024-11-19' }),
    action({ id: 'AI-3', due: '2024-12-01', status: 'done', completed: '2024-11-21' }),
  ];
  const dated = incident({ id: 'a', milestones: { started: stamp('2024-11-16T23:00:00Z') }, actionItems: items });
  const undated = incident({ id: 'b', actionItems: [action({ id: 'AI-1', due: '2024-12-01' })] });
  expect(
    eventsOf(calendarOf(at([dated, undated], AS_OF))).map(({ value }) => [value('dtstamp'), value('last-modified'), value('sequence')]),
  ).toEqual(['2024-11-16', '2024-11-19', '2024-11-21', '2020-01-01'].map((day) => [`${day}T00:00:00Z`, `${day}T00:00:00Z`, '0']));
});

test('with a history, each commit that changed an item is a revision of its event, and what is not committed is the next', () => {
  const due = action({ id: 'AI-1', due: '2024-12-01' });
  const of = (revisions: number, revised: string, uncommitted: string[] = []) => {
    const entry = { events: [{ kind: 'added' as const, day: '2024-11-17', commit: 'c' }], slips: 0, slippedDays: 0, revisions, revised };
    const ledger = { isAvailable: true as const, entries: new Map([['a/AI-1', entry]]), uncommitted: new Set(uncommitted), began: 'c' };
    const kb = assembleArchive([incident({ id: 'a', actionItems: [due] })], { config: sampleConfig, asOf: AS_OF, ledger });
    return eventsOf(calendarOf(kb)).map(({ value }) => [value('dtstamp'), value('sequence')]);
  };
  expect(of(0, '2024-11-17')).toEqual([['2024-11-17T00:00:00Z', '0']]);
  expect(of(2, '2024-11-20')).toEqual([['2024-11-20T00:00:00Z', '2']]);
  expect(of(2, '2024-11-20', ['a/AI-1'])).toEqual([['2024-11-20T00:00:00Z', '3']]);
});

test('a calendar in which nothing is due is one too', () => {
  const calendar = calendarOf(archive([]));
  expect(eventsOf(calendar)).toEqual([]);
  expect(new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vtimezone')).toHaveLength(1);
});

test('of very many the nearest thousand are shown, and the calendar says so', () => {
  const actionItems = Array.from({ length: 1200 }, (_, n) =>
    action({ id: `AI-${n + 1}`, due: new Date(Date.parse(AS_OF) + (n - 600) * 86_400_000).toISOString().slice(0, 10) }),
  );
  const calendar = calendarOf(archive([incident({ id: 'a', actionItems })]));
  expect(eventsOf(calendar)).toHaveLength(1000);
  expect(calendar.replace(/\r\n /g, '')).toContain('The nearest 1000 of 1200.');
  expect(calendar).not.toContain('UID:a/AI-1@');
  expect(calendar).toContain('UID:a/AI-601@');
});

test('hostile names stay within their property', () => {
  const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\n"; ,\\ \u2028 🔥\u0000\ud800';
  const item = action({
    id: 'AI-1',
    title: text(hostile),
    owner: hostile,
    due: '2024-12-01',
    doneWhen: hostile,
    ticket: { text: hostile },
  });
  const kb = archive([incident({ id: 'a', title: hostile, severity: hostile, services: [hostile], actionItems: [item] })]);
  for (const list of actionLists(kb)) {
    const events = eventsOf(writeCalendar(list, kb));
    expect(events).toHaveLength(1);
    expect(events[0]?.event.component.getAllSubcomponents()).toEqual([]);
    expect(events[0]?.summary).toMatch(/^x\nEND:VEVENT\nBEGIN:VALARM/);
  }
});
