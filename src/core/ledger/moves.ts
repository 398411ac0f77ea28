// What the history of an item says of a stretch of time: where it stood at the beginning, and what was moved until the end.
import type { ItemHistory, LedgerEvent } from '../model/ledger.ts';
import type { Day } from '../model/timestamp.ts';

/** From the day after `after` to `asOf`, both ends of which count. */
export interface Period {
  readonly after: Day;
  readonly asOf: Day;
}

/** A value before and after all its changes of the stretch; absent where there was none. */
export interface Move {
  readonly from?: string;
  readonly to?: string;
  /** Of the last of these changes. */
  readonly day: Day;
}

/** Undefined where nothing moved, or where it moved back. */
export function moveOf({ events }: ItemHistory, kind: 'redated' | 'reassigned', period: Period): Move | undefined {
  const own = events.filter((event) => event.kind === kind && isWithin(event, period));
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || first.from === last.to) return undefined;
  return { ...(first.from !== undefined && { from: first.from }), ...(last.to !== undefined && { to: last.to }), day: last.day };
}

/** The commit that opened it again, where none closed it after that. */
export function reopeningOf({ events }: ItemHistory, period: Period): LedgerEvent | undefined {
  const last = events.findLast((event) => END.has(event.kind) && event.day <= period.asOf);
  return last?.kind === 'reopened' && isWithin(last, period) ? last : undefined;
}

/** Whether an item that is open now was there and late at the end of a day, by what was committed until then. */
export function wasOverdue({ events }: ItemHistory, day: Day): boolean {
  const before = events.filter((event) => event.day <= day);
  const end = before.findLast(({ kind }) => END.has(kind));
  // Nothing says how it stood when it came but the first change of it: what was opened again was closed.
  const wasClosed = end === undefined ? events.find(({ kind }) => END.has(kind))?.kind === 'reopened' : end.kind !== 'reopened';
  const due = before.findLast(({ kind }) => kind === 'added' || kind === 'redated')?.to;
  return !wasClosed && due !== undefined && due < day;
}

const END: ReadonlySet<string> = new Set(['closed', 'dropped', 'reopened']);

function isWithin({ day }: LedgerEvent, { after, asOf }: Period): boolean {
  return day > after && day <= asOf;
}
