// The ledger of an archive: the history of every action item there is, by its key, and what is not committed yet.
import type { ActionItem } from '../model/action-item.ts';
import type { Incident } from '../model/incident.ts';
import type { FileVersion, ItemHistory, ItemSnapshot, Ledger } from '../model/ledger.ts';
import { isSameItem, itemHistories } from './history.ts';
import { matchItems } from './match.ts';

/** How an action item is called across the archive. */
export function actionKey(incident: string, item: string): string {
  return `${incident}/${item}`;
}

export function snapshotOf({ id, title, status, due, dueFrom, owner, priority }: ActionItem): ItemSnapshot {
  return {
    ...{ id, title: title.source, status },
    ...(due !== undefined && dueFrom !== 'policy' && { due }),
    ...(owner !== undefined && { owner }),
    ...(priority !== undefined && { priority }),
  };
}

export interface ArchiveHistory {
  /** The first commit that has a file of the archive. */
  readonly began: string;
  /** The committed versions of a file, oldest first; none for a file that is not committed. */
  readonly versionsOf: (file: string) => readonly FileVersion[];
}

export function makeLedger(incidents: readonly Incident[], { began, versionsOf }: ArchiveHistory): Ledger {
  const entries = new Map<string, ItemHistory>();
  const uncommitted = new Set<string>();
  for (const { id, file, actionItems } of incidents) {
    const versions = versionsOf(file);
    const histories = itemHistories(versions);
    const committed = versions.at(-1)?.items ?? [];
    const now = actionItems.map(snapshotOf);
    const known = matchItems(committed, now);
    for (const [position, item] of now.entries()) {
      const before = known.get(position);
      const key = actionKey(id, item.id);
      const history = before === undefined ? undefined : histories[before];
      if (history !== undefined) entries.set(key, history);
      if (before === undefined || !isSameItem(committed[before], item)) uncommitted.add(key);
    }
  }
  return { isAvailable: true, entries, uncommitted, began };
}
