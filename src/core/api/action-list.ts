// What one person, one team or one service has in the tracker, as JSON beside its page.
import type { Archive, Assignee } from '../model/archive.ts';
import { assigneePath, rootOf } from '../text/urls.ts';
import { actionEntry } from './action.ts';
import { listFile } from './list-file.ts';
import { progressJson } from './progress.ts';
import { schemaPath } from './schema/index.ts';

export function writeActionList({ kind, id, slug, name, actions }: Assignee, archive: Archive): string {
  const root = rootOf(assigneePath(kind, slug));
  const entries = actions.map((action) => actionEntry(action, archive, root));
  return listFile('actions', entries, {
    schema: `${root}api/${schemaPath('actions')}`,
    generated: archive.asOf,
    list: { kind, id, name },
    progress: progressJson(actions),
  });
}
