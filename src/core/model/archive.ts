// The whole archive: incidents in order, what points at what, and the indexes pages are made from.
import type { ActionItem } from './action-item.ts';
import type { Incident } from './incident.ts';
import type { Ledger } from './ledger.ts';
import type { SiteConfig } from './site-config.ts';
import type { Standing } from './standing.ts';
import type { Day } from './timestamp.ts';

export const INDEX_KINDS = ['tags', 'services', 'teams', 'causes', 'severities', 'years'] as const;
/** Also the first part of the index's URL: `/services/checkout/`. */
export type IndexKind = (typeof INDEX_KINDS)[number];

/** An action item with the incident that promised it. */
export interface TrackedAction {
  readonly item: ActionItem;
  readonly incident: Incident;
  /** Days since it was created (else since the incident was resolved or began), to the as-of day; absent for undated ones. */
  readonly ageDays?: number;
  /** Days past its due day while open; negative while there is time left; absent without a due day or when finished. */
  readonly overdueDays?: number;
  /** Slug of the recurring promise it belongs to. */
  readonly recurring?: string;
}

/** The same action promised in more than one incident. */
export interface RecurringPromise {
  /** Named after its oldest action item, so that it stays while others join. */
  readonly slug: string;
  /** The words of the item that is most like all others. */
  readonly title: string;
  /** What makes them one, as phrases: `share "connection pool", "monitoring"`, `service Payments`. */
  readonly reasons: readonly string[];
  /** Oldest first. */
  readonly actions: readonly TrackedAction[];
  /** Other tellings of its incidents, whose promises are not counted again; the newest first. */
  readonly tellings: readonly Incident[];
}

/** What is known of an action item at the start of a later incident; `unknown` where it is closed by now and nothing says since when. */
export type StateThen = 'open' | 'overdue' | 'unknown';

/** An action item that an incident was to have been spared by. */
export interface BrokenAction {
  readonly action: TrackedAction;
  /** From the promise to the later incident. */
  readonly daysAfterPromise: number;
  readonly stateThen: StateThen;
}

/** An incident that happened again while something its predecessor promised was not done. */
export interface BrokenPromise {
  readonly later: Incident;
  /** The incident it is a recurrence of, or one that this one recurred from. */
  readonly earlier: Incident;
  /** In the order of their incident. */
  readonly actions: readonly BrokenAction[];
}

/** One value of an index with everything its page shows. */
export interface IndexEntry {
  readonly kind: IndexKind;
  /** As it stands in files: `checkout`, `SEV1`, `2026`. */
  readonly id: string;
  /** Unique within the index, safe as a path segment. */
  readonly slug: string;
  readonly name: string;
  readonly description?: string;
  /** A service's owning team, as an id. */
  readonly owner?: string;
  /** Newest first. */
  readonly incidents: readonly Incident[];
  readonly openActions: readonly TrackedAction[];
  readonly actionCount: number;
  readonly overdueCount: number;
}

export interface Backlink {
  readonly kind: 'duplicate' | 'recurrence' | 'related' | 'mention';
  readonly from: Incident;
  /** For a mention: in which part of the text. */
  readonly section?: string;
}

export interface Neighbours {
  readonly earlier?: Incident;
  readonly later?: Incident;
}

export const ASSIGNEE_KINDS = ['owner', 'team', 'service'] as const;

/** The open and finished promises of one person or one team, or those made after the incidents of one service. */
export interface Assignee {
  /** Also, with an s, a part of the page's URL: `/actions/services/checkout/`. */
  readonly kind: (typeof ASSIGNEE_KINDS)[number];
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly actions: readonly TrackedAction[];
  readonly openCount: number;
  readonly overdueCount: number;
}

export interface Archive {
  readonly config: SiteConfig;
  /** The day every "overdue" and "ago" is counted to. */
  readonly asOf: Day;
  /** How it is known what the archive was like on that day; absent where it is simply the day of the build. */
  readonly standing?: Standing;
  /** Newest first, undated last, duplicates and incidents left out of this edition not among them. */
  readonly incidents: readonly Incident[];
  /** Second tellings: they have a page, and their original names them; no count or list holds them. */
  readonly duplicates: readonly Incident[];
  /** By canonical id; duplicates too. */
  readonly byId: ReadonlyMap<string, Incident>;
  /** Old id → canonical id. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** By canonical id: the incidents just before and after it in time. Duplicates and undated incidents have none. */
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  readonly indexes: Readonly<Record<IndexKind, readonly IndexEntry[]>>;
  /** Open first, then by how late they are. */
  readonly actions: readonly TrackedAction[];
  /** The strongest first. */
  readonly recurring: readonly RecurringPromise[];
  /** Recurrences before which something was open for certain, newest first. */
  readonly broken: readonly BrokenPromise[];
  /** Recurrences before which something may have been open: all that is known of it is that it is closed now. */
  readonly unproven: readonly BrokenPromise[];
  /** What the history of the files tells of each action item. */
  readonly ledger: Ledger;
  readonly owners: readonly Assignee[];
  readonly teams: readonly Assignee[];
  /** Those after whose incidents something was promised. An item stands under every service of its incident. */
  readonly services: readonly Assignee[];
  /** Some incident has a severity, so that one without it stands out. */
  readonly isGraded: boolean;
  /** Files that could not be used, when the build was allowed to go on without them. */
  readonly leftOut: readonly string[];
}
