// Timeline, lessons and action items as the front matter gives them: the same model that the body's spelling ends in.
import { actionId, ticketOf } from '../body/action-fields.ts';
import { type DayTrack, trackDays } from '../body/day-track.ts';
import { readingProblem } from '../body/problems.ts';
import { readClockAlone, type When } from '../body/when/read-when.ts';
import type { FrontMatter } from '../front-matter/read.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lessons, TimelineEntry } from '../model/incident.ts';
import type { Timestamp } from '../model/timestamp.ts';
import { inZone } from '../time/parse.ts';
import type { Names } from './names.ts';
import { present } from './present.ts';
import type { Prose } from './prose.ts';
import { dayInName, readTime, type Times } from './times.ts';

export interface Given {
  readonly fm: FrontMatter;
  readonly prose: Prose;
  readonly names: Names;
  readonly times: Times;
  readonly diagnostics: Diagnostic[];
}

type Path = readonly (string | number)[];

export function givenTimeline(given: Given): TimelineEntry[] {
  const { fm, prose, times } = given;
  const day = dayInName(fm.id, fm.file);
  const track = trackDays({ zone: times.zone, milestones: times.milestones, ...(day && { day }) });
  return (fm.data?.timeline ?? []).map((entry, index) => {
    const path = ['timeline', index];
    const at = entry.at === undefined ? undefined : readAt(entry.at, [...path, 'at'], { given, track });
    // A time that could not be read as one is still what the author wrote.
    const text = entry.at !== undefined && !at && readClockAlone(entry.at) ? `${entry.at} ${entry.text}` : entry.text;
    return { text: prose.rich(text, [...path, 'text']), kind: entry.kind ?? 'note', ...(at && { at }), place: { path } };
  });
}

interface AtContext {
  readonly given: Given;
  readonly track: DayTrack;
}

/** A time with its day; or a time of day, placed as in the text: on the clocks of the start, counting on from the entry before. */
function readAt(written: string, path: Path, { given, track }: AtContext): Timestamp | undefined {
  const { fm, times, diagnostics } = given;
  const clock = readClockAlone(written);
  if (clock) return placeClock(clock, path, { given, track });
  const read = readTime(written, { fm, zone: times.readIn, path, diagnostics });
  const at = read && inZone(read, times.zone);
  if (at) track.follow(at);
  return at;
}

function placeClock(clock: When, path: Path, { given: { fm, diagnostics }, track }: AtContext): Timestamp | undefined {
  const { at, findings } = track.place(clock);
  for (const { code, why } of findings) {
    const found = at ? `${clock.written} in ${why}` : `"${clock.written}" is not a time here: ${why}`;
    diagnostics.push(readingProblem(code, found, { file: fm.file, ...fm.locate({ path }) }));
  }
  return at;
}

export function givenLessons({ fm, prose }: Given): Lessons {
  const lessons = fm.data?.lessons;
  const list = (name: 'went_well' | 'went_wrong' | 'got_lucky') =>
    (lessons?.[name] ?? []).map((lesson, index) => prose.rich(lesson, ['lessons', name, index]));
  return { wentWell: list('went_well'), wentWrong: list('went_wrong'), gotLucky: list('got_lucky') };
}

export function givenActions({ fm, prose, names }: Given): ActionItem[] {
  return (fm.data?.action_items ?? []).map((item, index) => {
    const path = ['action_items', index];
    const { id, title, status, owner, team, ticket: written, done_when, ...rest } = item;
    const ticket = written === undefined ? undefined : ticketOf({ text: written }, names.known);
    const person = owner?.replace(/^@/, '');
    return {
      id: id === undefined ? '' : actionId(id),
      title: prose.rich(title, [...path, 'title']),
      status: status ?? 'open',
      ...present(rest),
      ...(person && { owner: names.known.person(person) ?? person }),
      ...(team !== undefined && { team: names.resolver.canonical('teams', team) }),
      ...(rest.due !== undefined && { dueFrom: 'file' as const }),
      ...(ticket && { ticket }),
      ...(done_when !== undefined && { doneWhen: done_when }),
      place: { path },
    };
  });
}
