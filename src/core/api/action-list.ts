// What one person, one team or one service has in the tracker, as JSON beside its page.
import type { Archive, Assignee, TrackedAction } from '../model/archive.ts';
import { assigneePath, rootOf } from '../text/urls.ts';
import { actionJson } from './action.ts';
import { listFile } from './list-file.ts';
import { progressJson } from './progress.ts';
import { schemaPath } from './schema/index.ts';

/** Entries as in `api/actions.json`; an item stands in several lists, all as far from the root. */
const entries = new WeakMap<TrackedAction, string>();

export function writeActionList({ kind, id, slug, name, actions }: Assignee, archive: Archive): string {
  const root = rootOf(assigneePath(kind, slug));
  return listFile('actions', rowsOf(actions, archive, root), {
    schema: `${root}api/${schemaPath('actions')}`,
    generated: archive.asOf,
    list: { kind, id, name },
    progress: progressJson(actions),
  });
}

function* rowsOf(actions: readonly TrackedAction[], archive: Archive, root: string): Iterable<string> {
  for (const action of actions) {
    const entry = entries.get(action) ?? JSON.stringify(actionJson(action, archive, root));
    entries.set(action, entry);
    yield entry;
  }
}
