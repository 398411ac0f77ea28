// What the sections of the insights have in common: where links lead, and how incidents, days and lengths are said. No view of the archive, for
// the browser has none.
import type { InsightIncident, InsightSeverity, InsightsRows, InsightTerm, TermKind } from '../../src/core/insights/rows.ts';
import type { Selection } from '../../src/core/insights/select.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { incidentPath, termPath } from '../../src/core/text/urls.ts';
import { formatDay } from '../../src/core/time/format.ts';
import type { LaneMark } from '../charts/lane-plot.tsx';
import { shapeRank } from '../ui/severity.tsx';

export interface InsightsFrame {
  /** The page's way to the site's root. */
  readonly root: string;
  readonly rows: InsightsRows;
  readonly selection: Selection;
}

export function hrefOf({ root }: InsightsFrame, incident: Pick<InsightIncident, 'id'>): string {
  return root + incidentPath(incident.id);
}

/** Triggers have no pages. */
export function termHref({ root }: InsightsFrame, kind: TermKind, { slug }: InsightTerm): string | undefined {
  return kind === 'triggers' ? undefined : root + termPath(kind, slug);
}

export function severityOf({ rows }: InsightsFrame, { severity }: InsightIncident): InsightSeverity | undefined {
  return severity === undefined ? undefined : rows.severities[severity];
}

/** The mark of an incident in any chart; `what` is said of it last: how long, at what time. */
export function markOf(frame: InsightsFrame, incident: InsightIncident, what?: () => string): Pick<LaneMark, 'rank' | 'target'> {
  const severity = severityOf(frame, incident);
  return {
    rank: shapeRank(severity),
    target: () => {
      const parts = [severity?.label ?? 'No severity', sayDay(incident), incident.title, ...(what ? [what()] : [])];
      return { href: hrefOf(frame, incident), label: parts.join(' \u00b7 ') };
    },
  };
}

export function sayDay({ day, isAbout }: InsightIncident): string {
  return day === undefined ? 'undated' : `${isAbout ? 'about ' : ''}${formatDay(day)}`;
}

/** `15 Jan 2024 to 22 Nov 2026` */
export function sayPeriod({ period }: Pick<Selection, 'period'>): string {
  return period === undefined ? 'no incident is dated' : `${formatDay(period.from)} to ${formatDay(period.to)}`;
}

/** `31 of 48` */
export function sayShare(part: number, of: number): string {
  return `${sayCount(part)} of ${sayCount(of)}`;
}
