// Timeline, lessons and action items as the front matter gives them: the same model that the body's spelling ends in.
import { actionId, ticketOf } from '../body/action-fields.ts';
import type { FrontMatter } from '../front-matter/read.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lessons, TimelineEntry } from '../model/incident.ts';
import { inZone } from '../time/parse.ts';
import type { Names } from './names.ts';
import { present } from './present.ts';
import type { Prose } from './prose.ts';
import { readTime, type Times } from './times.ts';

export interface Given {
  readonly fm: FrontMatter;
  readonly prose: Prose;
  readonly names: Names;
  readonly times: Times;
  readonly diagnostics: Diagnostic[];
}

export function givenTimeline({ fm, prose, times, diagnostics }: Given): TimelineEntry[] {
  return (fm.data?.timeline ?? []).map((entry, index) => {
    const path = ['timeline', index];
    const read = entry.at === undefined ? undefined : readTime(entry.at, { fm, zone: times.readIn, path: [...path, 'at'], diagnostics });
    return {
      text: prose.rich(entry.text, [...path, 'text']),
      kind: entry.kind ?? 'note',
      ...(read && { at: inZone(read, times.zone) }),
      place: { path },
    };
  });
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
