// The timeline: the section that serves as one, its entries, and the lines that name the day or the zone of those below.

import type { Line } from './layout/lines.ts';
import { aboutOf, type Section, within } from './layout/outline.ts';
import { linesUnder, type Page, sectionsOf } from './page.ts';
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
  const best = [...named, ...serving].reduce<TimelineReading>(
    (winner, reading) => (count(reading.entries) > count(winner.entries) ? reading : winner),
    {
      entries: [],
    },
  );
  const [first] = named;
  return best.section || !first ? best : first;
}

/** Days that head others are no entries. */
function count(entries: readonly Entry[]): number {
  return entries.filter(({ isDay }) => !isDay).length;
}

function readSection(page: Page, section: Section): TimelineReading {
  return { section, entries: entriesIn(linesUnder(page, section)) };
}

function readOwn(section: Section): TimelineReading & { share: number } {
  const lines = section.lines.filter(({ kind }) => kind !== 'blank' && kind !== 'code' && kind !== 'rule');
  const outer = Math.min(...lines.map(({ indent }) => indent));
  const entries = entriesIn(lines).filter(({ when, words }) => !when.isPartOfText || words.split(' ').length <= 16);
  const heads = lines.filter(({ indent, kind }) => indent <= outer + 1 || kind === 'row').length;
  return { section, entries, share: entries.length / Math.max(1, heads) };
}

function entriesIn(lines: readonly Line[]): Entry[] {
  const entries = lines.map((line) => entryOf(line)).filter((entry) => entry !== undefined);
  return entries.map((entry, index) => {
    if (!entry.isDay) return entry;
    const next = entries[index + 1];
    // A day is one of an entry's only where nothing else of the day follows.
    const isHead = next !== undefined && next.when.at?.clock !== undefined && next.when.at.date === undefined;
    const { isDay, ...alone } = entry;
    return isHead || entry.line.kind === 'heading' ? entry : alone;
  });
}
