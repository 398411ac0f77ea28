// Beside the tracker and every page of an owner, a team or a service: its feed, its calendar, and its items as CSV and JSON.
import { writeActionList } from '../core/api/action-list.ts';
import { writeActionsCsv } from '../core/api/actions-csv.ts';
import type { Archive } from '../core/model/archive.ts';
import { type ActionList, actionLists } from '../site/action-lists.ts';
import { type Cascade, opaque } from '../site/cascade.ts';
import { writeActionsAtom } from '../site/feeds/actions-atom.ts';
import { writeCalendar } from '../site/feeds/calendar.ts';
import { lastDay } from '../site/feeds/last-day.ts';
import { revisionOf } from '../site/feeds/revision.ts';

interface ActionFile {
  readonly list: ActionList;
  readonly name: string;
  write(kb: Archive): string;
}

type FileCascade = Cascade & { readonly file: ActionFile };

export const data = {
  pagination: {
    data: 'kb.actions',
    size: 1,
    alias: 'file',
    before: (_: unknown, { kb }: Cascade) => actionLists(kb).flatMap(filesOf).map(opaque),
    addAllPagesToCollections: false,
  },
  permalink: ({ file: { list, name } }: FileCascade) => `/${list.folder}${name}`,
  shows: ({ kb, file: { list } }: FileCascade) => [
    ...[list.title, lastDay(kb)],
    ...list.actions.flatMap((action) => [action.item, ...Object.values(revisionOf(action, kb.ledger))]),
  ],
};

export function render({ kb, file }: FileCascade): string {
  return file.write(kb);
}

/** The whole tracker as JSON is `api/actions.json`. */
function filesOf(list: ActionList): ActionFile[] {
  const { assignee } = list;
  const files: ActionFile[] = [
    { list, name: 'feed.xml', write: (kb) => writeActionsAtom(list, kb) },
    { list, name: 'actions.ics', write: (kb) => writeCalendar(list, kb) },
    { list, name: 'actions.csv', write: (kb) => writeActionsCsv(list.actions, kb.config) },
  ];
  if (assignee) files.push({ list, name: 'actions.json', write: (kb) => writeActionList(assignee, kb) });
  return files;
}
