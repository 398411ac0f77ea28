// What kind of work is promised most: practices, and halves of them, by their names. Two promises of one kind need not be the same promise.
import { isOpen } from '../model/action-item.ts';
import type { Incident } from '../model/incident.ts';
import type { FindIncident } from './chain.ts';
import { wordingOf } from './statements.ts';

export interface PromiseKind {
  /** `load testing` */
  readonly name: string;
  readonly incidents: number;
  readonly items: number;
  readonly open: number;
}

const FEWEST_INCIDENTS = 2;

/** What most incidents promise first. An action item that names several kinds counts for each. */
export function kindsOf(incidents: readonly Incident[], find: FindIncident): PromiseKind[] {
  const kinds = new Map<string, { -readonly [K in keyof PromiseKind]: PromiseKind[K] }>();
  for (const incident of incidents) {
    const ofIncident = new Set<string>();
    for (const item of incident.actionItems) {
      for (const { kind, name } of wordingOf({ item, incident }, find).notions) {
        if (name === undefined || kind === 'word') continue;
        const known = kinds.get(name) ?? { name, incidents: 0, items: 0, open: 0 };
        kinds.set(name, known);
        known.items++;
        if (isOpen(item)) known.open++;
        ofIncident.add(name);
      }
    }
    for (const name of ofIncident) (kinds.get(name) as { incidents: number }).incidents++;
  }
  return [...kinds.values()]
    .filter((kind) => kind.incidents >= FEWEST_INCIDENTS)
    .sort((a, b) => b.incidents - a.incidents || b.items - a.items || (a.name < b.name ? -1 : 1));
}
