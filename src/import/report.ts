// What an import did, document by document: the same for people and for programs.
import type { ImportNote, RefusalCode, Sureness } from './model.ts';

/** `kept`: somebody has changed the file since it was imported. `skipped`: it is no postmortem. */
export type Outcome = 'written' | 'updated' | 'unchanged' | 'kept' | 'skipped' | 'failed';

export interface ReportedField {
  readonly field: string;
  readonly value: string;
  readonly sure: Sureness;
  /** Of the source; 0 where it came from no line. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export interface DocumentReport {
  readonly path: string;
  readonly format?: string;
  readonly outcome: Outcome;
  /** Where it is now, from the folder of the archive. */
  readonly file?: string;
  /** Of what failed. */
  readonly code?: RefusalCode;
  /** Why it was skipped, kept or failed. */
  readonly reason?: string;
  readonly fields: readonly ReportedField[];
  readonly notes: readonly ImportNote[];
  /** Another telling of the same incident: of the archive, or of this import. */
  readonly twin?: { readonly id: string; readonly reasons: readonly string[]; readonly isLinked: boolean };
}

export interface ImportReport {
  /** Nothing was written: the outcomes are what would be. */
  readonly isDryRun: boolean;
  readonly output: string;
  readonly documents: readonly DocumentReport[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Files of other kinds in the folders. */
  readonly passedOver: number;
}

export function countOutcomes(documents: readonly DocumentReport[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { written: 0, updated: 0, unchanged: 0, kept: 0, skipped: 0, failed: 0 };
  for (const { outcome } of documents) counts[outcome]++;
  return counts;
}
