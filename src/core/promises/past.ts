// What became of each promise before today, as the lists of action items say it in one line: put off, handed on, broken.
import { actionKey } from '../ledger/ledger.ts';
import type { Archive } from '../model/archive.ts';
import { personOf } from '../model/site-config.ts';
import { sayHistory, sayPast } from './words.ts';

/** Made once for the hundred pages that list parts of them. Keyed by a part of the archive that no copy of it would rebuild. */
const known = new WeakMap<Archive['byId'], ReadonlyMap<string, string>>();

/** By key, `INCIDENT/AI-1`; without those of which nothing is to be said. */
export function pastOf(archive: Pick<Archive, 'byId' | 'actions' | 'broken' | 'ledger' | 'config'>): ReadonlyMap<string, string> {
  const past = known.get(archive.byId) ?? tell(archive);
  known.set(archive.byId, past);
  return past;
}

function tell({ actions, broken, ledger, config }: Parameters<typeof pastOf>[0]): ReadonlyMap<string, string> {
  const brokenAfter = firstTimes(broken);
  const nameOf = (owner: string) => personOf(config, owner)?.name ?? owner;
  return new Map(
    actions.flatMap(({ item, incident }) => {
      const key = actionKey(incident.id, item.id);
      const history = ledger.isAvailable ? ledger.entries.get(key) : undefined;
      const said = sayPast(history === undefined ? '' : sayHistory(history, nameOf), brokenAfter.get(key));
      return said === '' ? [] : [[key, said] as const];
    }),
  );
}

/** Days from a promise to the first incident that it was to have spared, by key. */
function firstTimes(broken: Archive['broken']): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { earlier, actions } of broken) {
    for (const { action, daysAfterPromise, stateThen } of actions) {
      if (stateThen === 'unknown') continue;
      const key = actionKey(earlier.id, action.item.id);
      days.set(key, Math.min(daysAfterPromise, days.get(key) ?? daysAfterPromise));
    }
  }
  return days;
}
