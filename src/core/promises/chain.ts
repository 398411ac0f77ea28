// The incidents before an incident that recurs: the one it is a recurrence of, the one that one recurred from, and so on.
import type { Incident } from '../model/incident.ts';

/** An incident by its id or a former one. */
export type FindIncident = (idOrAlias: string) => Incident | undefined;

/** Longer chains are cut: one incident may stand at the head of thousands. */
const STEPS_AT_MOST = 32;

/** The nearest first. Of an incident told twice the telling that counts; a circle is left where it closes. */
export function predecessorsOf(incident: Incident, find: FindIncident): Incident[] {
  const before: Incident[] = [];
  let current = incident;
  while (current.recurrenceOf !== undefined && before.length < STEPS_AT_MOST) {
    const found = find(current.recurrenceOf);
    const next = found?.duplicateOf === undefined ? found : (find(found.duplicateOf) ?? found);
    if (next === undefined || next === incident || before.includes(next)) break;
    before.push(next);
    current = next;
  }
  return before;
}
