// The timeline: the section that serves as one, its entries, and the lines that name the day or the zone of those below.

import { chatEntries } from './chat.ts';
import { type Line, outermost } from './layout/lines.ts';
import { aboutOf, type Section, within } from './layout/outline.ts';
import { tablesIn } from './layout/tables.ts';
import { linesUnder, type Page, sectionsOf } from './page.ts';
import { statusUpdates } from './status-updates.ts';
import { type Entry, entryOf } from './times/entry.ts';

export interface TimelineReading {
  readonly section?: Section;
  readonly entries: readonly Entry[];
}

/** Sections that serve as a timeline where none is called so, if they hold at least this many times. */
const FEWEST = 3;
/** Times stand in these for other reasons. */
const NEVER = ['action_items', 'lessons', 'supporting', 'people', 'closing'];

export function readTimeline(page: Page): TimelineReading {
  const named = sectionsOf(page, 'timeline').map((section) => readSection(page, section));
  const others = page.sections.filter((section) => !within(section, 'timeline') && !NEVER.includes(aboutOf(section) ?? ''));
  const serving = others.map((section) => readOwn(section)).filter(({ entries, share }) => count(entries) >= FEWEST && share > 0.5);
  const updates = { entries: statusUpdates(page.lines) };
  const talk = { entries: chatEntries(page.lines) };
  const best = [
    joined(named),
    ...named,
    ...serving,
    ...tableReadings(page),
    ...(named.length === 0 ? [headedReading(page)] : []),
    ...(named.length === 0 ? [updates, talk] : []),
  ].reduce<TimelineReading>((winner, reading) => (count(reading.entries) > count(winner.entries) ? reading : winner), {
    entries: [],
  });
  const [first] = named;
  return best.entries.length > 0 || !first ? best : first;
}

/** Several sections are one timeline, "Day one" and "Day two", unless they tell the same times twice: a short and a long version. */
function joined(named: readonly TimelineReading[]): TimelineReading {
  const known = new Set<string>();
  const entries: Entry[] = [];
  for (const reading of named) {
    const own = reading.entries.filter(({ isDay }) => !isDay).map(({ when }) => when.written);
    if (own.some((written) => known.has(written))) continue;
    entries.push(...reading.entries);
    for (const written of own) known.add(written);
  }
  return { ...(named[0]?.section && { section: named[0].section }), entries };
}

/** Tables under no heading of their own: each is asked by itself. */
function tableReadings(page: Page): TimelineReading[] {
  const readings: TimelineReading[] = [];
  for (const section of page.sections) {
    if (aboutOf(section) === 'timeline' || NEVER.includes(aboutOf(section) ?? '')) continue;
    for (const rows of tablesIn(section.lines)) {
      const entries = entriesIn(rows);
      if (entries.length >= FEWEST && entries.length * 2 > rows.length) readings.push({ section, entries });
    }
  }
  return readings;
}

/** A heading for each event, "08:00 UTC – Deployment", among those of the other parts. */
function headedReading(page: Page): TimelineReading {
  const heads = page.sections.flatMap(({ at, isRunIn }) => (isRunIn || at < 0 ? [] : (page.lines[at] ?? [])));
  const entries = entriesIn(heads.filter(({ kind }) => kind === 'heading')).filter(({ when }) => when.at?.clock !== undefined);
  return { entries: entries.length >= FEWEST ? entries.map((entry) => ({ ...entry, below: '' })) : [] };
}

/** Days that head others are no entries. */
function count(entries: readonly Entry[]): number {
  return entries.filter(({ isDay }) => !isDay).length;
}

function readSection(page: Page, section: Section): TimelineReading {
  const lines = linesUnder(page, section);
  const entries = entriesIn(lines);
  return { section, entries: count(entries) > 0 ? entries : entriesIn(withColons(lines)) };
}

const BARE_CLOCK = /^([01]\d|2[0-3])([0-5]\d)(?=\s+\D)/;
/** Numbers that are years as well. */
const isYear = (words: string): boolean => /^(?:19[6-9]|20[0-5])\d/.test(words);

/** `0130 File sent`, as watches and control rooms write: believed where most lines begin so, and not of years. */
function withColons(lines: readonly Line[]): readonly Line[] {
  const told = lines.filter(({ kind }) => kind === 'text' || kind === 'item');
  const clocks = told.filter(({ words }) => BARE_CLOCK.test(words));
  if (clocks.length < FEWEST || clocks.length * 2 < told.length || clocks.every(({ words }) => isYear(words))) return [];
  return lines.map((line) => ({ ...line, words: line.words.replace(BARE_CLOCK, '$1:$2') }));
}

function readOwn(section: Section): TimelineReading & { share: number } {
  const lines = section.lines.filter(({ kind }) => kind !== 'blank' && kind !== 'code' && kind !== 'rule');
  const outer = outermost(lines);
  const entries = entriesIn(lines).filter(({ when, words }) => !when.isPartOfText || words.split(' ').length <= 16);
  const heads = lines.filter(({ indent, kind }) => indent <= outer + 1 || kind === 'row').length;
  return { section, entries, share: entries.length / Math.max(1, heads) };
}

/** Each line that begins with a time; what stands below it, up to the next, belongs to it. */
function entriesIn(lines: readonly Line[]): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    const entry = entryOf(line);
    const last = entries.at(-1);
    if (entry) entries.push(entry);
    else if (last && last.below.length < LONGEST_BELOW && line.kind !== 'rule' && line.kind !== 'code' && line.words !== '') {
      entries[entries.length - 1] = { ...last, below: `${last.below} ${line.words}`.trim() };
    }
  }
  return entries.map((entry, index) => settled(entry, entries[index + 1]));
}

/** More of what stands below an entry is not asked for. */
const LONGEST_BELOW = 400;

/** A day is no entry of its own where times of the day follow; an entry without words has those below it. */
function settled(entry: Entry, next: Entry | undefined): Entry {
  const { isDay, ...alone } = entry;
  const isHead = isDay && next?.when.at?.clock !== undefined && next.when.at.date === undefined;
  if (isHead) return entry;
  return alone.words === '' && alone.below !== '' ? { ...alone, words: alone.below, below: '' } : alone;
}
