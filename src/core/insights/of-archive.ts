// The insights of a whole archive, worked out once for the pages and files that show parts of them.
import type { Archive } from '../model/archive.ts';
import { buildInsightsRows } from './build-rows.ts';
import { type Insights, workOutInsights } from './figures.ts';
import { FEWEST_FOR_SCOPE, type InsightsRows, SCOPE_KINDS } from './rows.ts';
import { type Scope, WHOLE } from './select.ts';

export interface ArchiveInsights {
  readonly rows: InsightsRows;
  readonly whole: Insights;
  /** Services and teams with insights of their own. */
  readonly scopes: readonly Scope[];
}

/** Keyed by a part of the archive that no copy of it would rebuild. */
const known = new WeakMap<Archive['byId'], ArchiveInsights>();

export function insightsOf(archive: Archive): ArchiveInsights {
  const made = known.get(archive.byId) ?? workOut(archive);
  known.set(archive.byId, made);
  return made;
}

function workOut(archive: Archive): ArchiveInsights {
  const rows = buildInsightsRows(archive);
  return { rows, whole: workOutInsights(rows, WHOLE), scopes: scopesOf(archive) };
}

function scopesOf({ indexes }: Archive): Scope[] {
  return SCOPE_KINDS.flatMap((kind) =>
    indexes[kind].filter(({ incidents }) => incidents.length >= FEWEST_FOR_SCOPE).map(({ slug }) => ({ kind, slug })),
  );
}
