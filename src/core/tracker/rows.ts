// The tracker as columns: what a browser filters, sorts and groups every action item by. `rows-file.ts` says how they stand in a file.
import type { ActionStatus, ActionType } from '../model/action-item.ts';
import type { Day } from '../model/timestamp.ts';
import type { FacetColumn } from '../rows/match-facets.ts';
import type { WordTexts } from './word-texts.ts';

/** A dictionary, and for each row which entry of it holds; -1 where none does. */
export interface CodedColumn {
  /** As they stand in the URL, in the order in which they are offered. */
  readonly ids: readonly string[];
  /** What a reader sees, one for each id. */
  readonly names: readonly string[];
  readonly rows: readonly number[];
}

/** With the part of a URL that stands for each value. */
export interface SluggedColumn extends CodedColumn {
  readonly slugs: readonly string[];
}

/** What the incidents say of which the rows are items; one entry per incident that promised something, in the order of the archive. */
export interface IncidentColumns {
  readonly ids: readonly string[];
  readonly titles: WordTexts;
  /** How many rows are its own. */
  readonly items: readonly number[];
  readonly severity: CodedColumn;
  readonly service: FacetColumn;
  readonly tag: FacetColumn;
}

/** Text that few rows have. */
export interface SparseTexts {
  /** Rising. */
  readonly rows: readonly number[];
  readonly texts: WordTexts;
}

/**
 * One entry per action item in every column: incident after incident, each one's items as it lists them. In this order neighbours are
 * alike, which compresses. Days are numbers since 1970; null where there is none.
 */
export interface ActionRows {
  /** The day of the build. */
  readonly asOf: Day;
  readonly incidents: IncidentColumns;
  /** `AI-3`: few different ones, each with its anchor on the page of an incident. */
  readonly ids: SluggedColumn;
  readonly titles: WordTexts;
  readonly status: CodedColumn;
  readonly type: CodedColumn;
  /** The most urgent first. */
  readonly priority: CodedColumn;
  readonly owner: SluggedColumn;
  /** The item's own, else its owner's. */
  readonly team: SluggedColumn;
  /** The day its age is counted from. */
  readonly promised: readonly (number | null)[];
  readonly due: readonly (number | null)[];
  /** Rows whose due day is the site's policy, not the author's word. */
  readonly byPolicy: readonly number[];
  readonly completed: readonly (number | null)[];
  /** Why it is blocked or will not be done. */
  readonly reasons: SparseTexts;
  /** What became of it before: `Slipped twice, 35 days`. */
  readonly past: SparseTexts;
  /** Promises made more than once: slug and title of each. */
  readonly promise: CodedColumn;
}

/** What a reader narrows the tracker by. Also the names of the parameters in the URL. */
export const ACTION_FACETS = ['status', 'owner', 'team', 'service', 'priority', 'type', 'severity', 'tag', 'incident', 'promise'] as const;
export type ActionFacet = (typeof ACTION_FACETS)[number];

/** One thing for each facet. */
export type PerActionFacet<T> = Readonly<Record<ActionFacet, T>>;

export function perActionFacet<T>(make: (facet: ActionFacet) => T): PerActionFacet<T> {
  return Object.fromEntries(ACTION_FACETS.map((facet) => [facet, make(facet)])) as Record<ActionFacet, T>;
}

interface FacetWords {
  readonly title: string;
  /** The option for items that have no value. */
  readonly none: string;
}

export const ACTION_FACET_WORDS: PerActionFacet<FacetWords> = {
  status: { title: 'Status', none: 'None given' },
  owner: { title: 'Owner', none: 'No owner' },
  team: { title: 'Team', none: 'No team' },
  service: { title: 'Service', none: 'None named' },
  priority: { title: 'Priority', none: 'No priority' },
  type: { title: 'Type', none: 'No type' },
  severity: { title: 'Severity', none: 'No severity' },
  tag: { title: 'Tag', none: 'Untagged' },
  incident: { title: 'Incident', none: 'None' },
  promise: { title: 'Recurring promise', none: 'Promised once' },
};

/** The words pages and filters use for each status. */
export const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  open: 'Open',
  in_progress: 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  wont_do: "Won't do",
};

export const TYPE_WORDS: Readonly<Record<ActionType, string>> = {
  prevent: 'Prevent',
  mitigate: 'Mitigate',
  detect: 'Detect',
  repair: 'Repair',
  investigate: 'Investigate',
  process: 'Process',
  document: 'Document',
};

/** Action items on one page of the tracker, in the files as in the browser. */
export const ACTIONS_PER_PAGE = 100;
