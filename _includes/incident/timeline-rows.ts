// A timeline as it is drawn: entries by day in the author's order, and the long stretches of which nothing is recorded.
import type { Incident, TimelineEntry } from '../../src/core/model/incident.ts';
import type { Day, Timestamp } from '../../src/core/model/timestamp.ts';
import { HOUR, MINUTE } from '../../src/core/time/calendar.ts';

export interface Gap {
  readonly ms: number;
  readonly from: Timestamp;
  readonly to: Timestamp;
  /** Entries without a time that fall somewhere into it. */
  readonly untimed: number;
}

type Row =
  | { readonly kind: 'entry'; readonly entry: TimelineEntry; readonly offset?: string }
  | { readonly kind: 'gap'; readonly gap: Gap };

export interface TimelineDay {
  /** Absent for entries before the first one with a date. */
  readonly day?: Day;
  readonly rows: Row[];
}

/** A silence is worth saying from here on, and from this share of the incident. */
const LONG_GAP = { ms: 2 * HOUR, share: 0.25 };

export function timelineDays({ timeline, milestones }: Incident): TimelineDay[] {
  const longest = Math.max(LONG_GAP.ms, LONG_GAP.share * lengthOf(timeline, milestones));
  const days: TimelineDay[] = [{ rows: [] }];
  let last: Timestamp | undefined;
  let untimed = 0;
  for (const entry of timeline) {
    const { at } = entry;
    const isTimed = at !== undefined && at.precision !== 'date';
    const gap = last && isTimed ? gapBetween(last, at, untimed) : undefined;
    // After the end, silence is what everybody hopes for.
    const isAfterwards = milestones.resolved !== undefined && last !== undefined && last.epoch >= milestones.resolved.epoch;
    if (gap && gap.ms >= longest && !isAfterwards) days.at(-1)?.rows.push({ kind: 'gap', gap });
    const day = at?.iso.slice(0, 10);
    if (day !== undefined && day !== days.at(-1)?.day) days.push({ day, rows: [] });
    days.at(-1)?.rows.push({ kind: 'entry', entry, ...offsetOf(entry, milestones.started) });
    untimed = isTimed ? 0 : untimed + 1;
    if (isTimed) last = entry.until ?? at;
  }
  return days.filter(({ rows }) => rows.length > 0);
}

function gapBetween(from: Timestamp, to: Timestamp, untimed: number): Gap {
  return { ms: to.epoch - from.epoch, from, to, untimed };
}

function lengthOf(timeline: Incident['timeline'], { started, resolved }: Incident['milestones']): number {
  if (started && resolved) return resolved.epoch - started.epoch;
  const timed = timeline.flatMap(({ at }) => (at === undefined || at.precision === 'date' ? [] : [at.epoch]));
  return timed.length > 1 ? Math.max(...timed) - Math.min(...timed) : 0;
}

/** `T+11:30`, counted from the start. */
function offsetOf({ at }: TimelineEntry, started: Timestamp | undefined): { offset?: string } {
  if (at === undefined || started === undefined || at.precision === 'date' || started.precision === 'date') return {};
  const minutes = Math.round((at.epoch - started.epoch) / MINUTE);
  const size = Math.abs(minutes);
  return { offset: `T${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}` };
}
