// What the insights are worked out from: of every incident only its figures. Also what `/insights/rows.json` holds, so that a browser can work
// them out again for the period and the severities that its reader picks.
import type { ActionStatus, ActionType } from '../model/action-item.ts';
import type { DetectionSource } from '../model/incident.ts';
import type { MetricDefinition } from '../model/site-config.ts';
import type { Day } from '../model/timestamp.ts';

/** What incidents have in common, in the order of the sections. Triggers have no index of their own, so their terms have no page. */
export const TERM_KINDS = ['causes', 'triggers', 'services', 'teams', 'tags'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** Kinds whose entries have insights of their own. */
export const SCOPE_KINDS = ['services', 'teams'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Fewer incidents have no median: a page of them would say "too few" from top to bottom. */
export const FEWEST_FOR_SCOPE = 3;

export interface InsightTerm {
  readonly name: string;
  /** Two names of different kinds with one slug are one word. */
  readonly slug: string;
}

export interface InsightSeverity {
  readonly label: string;
  /** 1 is the gravest; 0 for labels outside the scale. */
  readonly rank: number;
  readonly name?: string;
}

/** An action item that the text about a piece of luck names. */
export interface LuckAction {
  readonly id: string;
  /** Of its row on the incident's page. */
  readonly anchor: string;
  readonly title: string;
  readonly status: ActionStatus;
}

export interface Luck {
  readonly text: string;
  readonly actions: readonly LuckAction[];
}

export interface InsightAction {
  readonly status: ActionStatus;
  readonly type?: ActionType;
  /** When it was written down, else when the incident ended or began. */
  readonly promised?: Day;
  readonly due?: Day;
  readonly completed?: Day;
}

export interface InsightIncident {
  readonly id: string;
  readonly title: string;
  /** Position in `severities`; absent where none was given. */
  readonly severity?: number;
  /** The day it began, in its own zone. */
  readonly day?: Day;
  /** Minutes after midnight at which it began, in its own zone; absent where only the day is known. */
  readonly minute?: number;
  /** When it began is an estimate. */
  readonly isAbout?: true;
  /** Seconds, by position in `metrics`; null where one of the two times is missing or a day alone. */
  readonly lengths: readonly (number | null)[];
  /** Positions of the lengths that rest on an estimate. */
  readonly estimated?: readonly number[];
  /** Positions in `terms` of the same kind, each once. */
  readonly causes: readonly number[];
  readonly triggers: readonly number[];
  readonly services: readonly number[];
  readonly teams: readonly number[];
  readonly tags: readonly number[];
  readonly foundBy?: DetectionSource;
  /** The earlier incident it repeats, where that one is in the archive. */
  readonly recurrenceOf?: string;
  readonly luck?: readonly Luck[];
  readonly actions?: readonly InsightAction[];
}

export interface InsightsRows {
  /** Changes with the shape: a page left open over a release must not misread a newer file. */
  readonly version: 1;
  /** The day ages and "overdue" are counted to. */
  readonly asOf: Day;
  readonly metrics: readonly MetricDefinition[];
  /** The scale in its order, then the labels outside it that incidents bear. */
  readonly severities: readonly InsightSeverity[];
  readonly terms: Readonly<Record<TermKind, readonly InsightTerm[]>>;
  /** Newest first, undated last; duplicates are not among them. */
  readonly incidents: readonly InsightIncident[];
}
