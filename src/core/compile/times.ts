// The moments of an incident's life: read in the file's zone, shown in the incident's.
import { readingProblem } from '../body/problems.ts';
import type { FrontMatter } from '../front-matter/read.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { type Day, MILESTONES, type Milestone, type Milestones, type Timestamp } from '../model/timestamp.ts';
import { inZone, parseDay, parseTimestamp } from '../time/parse.ts';
import { fixedOffset } from '../time/zone.ts';

export interface Times {
  readonly milestones: Milestones;
  /** The zone times without an offset are read in. */
  readonly readIn: string;
  /** The zone all times are shown in, and those of the text are read in. */
  readonly zone: string;
}

type Reading = { -readonly [M in Milestone]?: Timestamp };

export function readTimes(fm: FrontMatter, config: SiteConfig, diagnostics: Diagnostic[]): Times {
  const readIn = fm.data?.timezone ?? config.timezone;
  const read: Reading = {};
  for (const name of MILESTONES) {
    const written = fm.data?.[name];
    const at = written === undefined ? undefined : readTime(written, { fm, zone: readIn, path: [name], diagnostics });
    if (at) read[name] = at;
  }
  const zone = shownIn(fm, read.started) ?? readIn;
  const estimates = new Set(fm.data?.approximate ?? []);
  for (const name of MILESTONES) {
    const at = read[name];
    if (at) read[name] = { ...inZone(at, zone), approximate: estimates.has(name) };
  }
  return { milestones: read, readIn, zone };
}

export interface TimePlace {
  readonly fm: FrontMatter;
  readonly zone: string;
  readonly path: readonly (string | number)[];
  readonly diagnostics: Diagnostic[];
}

/** A time of the front matter. That it is one has been checked; what its zone makes of it is said here. */
export function readTime(written: string, { fm, zone, path, diagnostics }: TimePlace): Timestamp | undefined {
  const parsed = parseTimestamp(written, zone);
  if (!('problem' in parsed) && parsed.note === undefined) return parsed.timestamp;
  const spot = { file: fm.file, ...fm.locate({ path }) };
  if ('problem' in parsed) {
    diagnostics.push(readingProblem('bad-time', parsed.problem, spot));
    return undefined;
  }
  const code = parsed.note === 'skipped' ? 'skipped-local-time' : 'ambiguous-local-time';
  diagnostics.push(readingProblem(code, `${written.trim()} in ${zone}`, spot));
  return parsed.timestamp;
}

/**
 * A file that names no zone but writes `+01:00` at its start says what its clocks showed: its timeline was written by them. `Z` says
 * nothing of the kind, for that is how machines write.
 */
function shownIn(fm: FrontMatter, started: Timestamp | undefined): string | undefined {
  if (fm.data?.timezone !== undefined || started === undefined) return undefined;
  const offset = fixedOffset(started.zone);
  return offset === undefined || offset === 0 ? undefined : started.zone;
}

/** The day in an incident's id or file name: `2026-11-20-checkout-errors`. */
export function dayInName(...names: readonly string[]): Day | undefined {
  for (const name of names) {
    const match = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(name);
    const parsed = match && parseDay(match[0]);
    if (parsed && 'day' in parsed) return parsed.day;
  }
  return undefined;
}
