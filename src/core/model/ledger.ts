// What the history of its file tells about an action item: when it was promised, put off, handed on, closed.
import type { ActionStatus } from './action-item.ts';
import type { Day } from './timestamp.ts';

export const LEDGER_EVENTS = ['added', 'closed', 'dropped', 'reopened', 'redated', 'reassigned', 'reprioritised'] as const;
type LedgerEventKind = (typeof LEDGER_EVENTS)[number];

/** One change of one item, as a commit brought it. */
export interface LedgerEvent {
  readonly kind: LedgerEventKind;
  /** Day of the commit, in the committer's own zone. */
  readonly day: Day;
  /** Full id of the commit. */
  readonly commit: string;
  /** The value before and after: a due day, an owner, a priority. Absent where there was none. */
  readonly from?: string;
  readonly to?: string;
}

export interface ItemHistory {
  /** Oldest first; the first is `added`. */
  readonly events: readonly LedgerEvent[];
  /** How often the due day was moved to a later one, and by how many days in all. */
  readonly slips: number;
  readonly slippedDays: number;
  /** How many commits changed anything the ledger watches, its words among it, and the day of the last of them, or of the one that added it. */
  readonly revisions: number;
  readonly revised: Day;
}

export type Ledger = AvailableLedger | { readonly isAvailable: false; readonly reason: string };

interface AvailableLedger {
  readonly isAvailable: true;
  readonly entries: ReadonlyMap<string, ItemHistory>;
  /** Keys of items that are other in the working tree than in the last commit; nothing dates that change. */
  readonly uncommitted: ReadonlySet<string>;
  /** Id of the first commit that has a file of the archive: the day on which it came under git, which says little about what came with it. */
  readonly began: string;
}

/** What the ledger watches of an item, as one version of its file has it. */
export interface ItemSnapshot {
  readonly id: string;
  /** As written. */
  readonly title: string;
  readonly status: ActionStatus;
  /** Of the file, never of policy. */
  readonly due?: Day;
  readonly owner?: string;
  readonly priority?: string;
}

/** A file at one commit. */
export interface FileVersion {
  readonly commit: string;
  readonly day: Day;
  readonly items: readonly ItemSnapshot[];
}
