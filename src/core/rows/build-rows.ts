// Turns the archive into the columns of `rows.json`.
import { plainSummary } from '../digest.ts';
import { isOpen, isOverdue } from '../model/action-item.ts';
import type { Archive, IndexEntry } from '../model/archive.ts';
import { DOCUMENT_STATUS_WORDS, type Incident } from '../model/incident.ts';
import type { Timestamp } from '../model/timestamp.ts';
import { type ArchiveRows, ESTIMATED_DETECTED, ESTIMATED_LASTED, perFacet } from './archive-rows.ts';
import { facetEntries, STATUS_ORDER } from './facets.ts';
import type { FacetColumn } from './match-facets.ts';

const SUMMARY_LENGTH = 200;

/** Every incident of the archive, in its order. Takes time in proportion to the incidents and their values. */
export function buildRows(archive: Archive): ArchiveRows {
  const { incidents, asOf } = archive;
  const positions = new Map(incidents.map((incident, row) => [incident.id, row]));
  return {
    version: 1,
    asOf,
    ids: incidents.map((incident) => incident.id),
    titles: incidents.map((incident) => incident.title),
    summaries: incidents.map((incident) => shorten(plainSummary(incident))),
    signatures: incidents.map((incident) => incident.signatures.join('\n')),
    started: incidents.map(({ milestones }) => milestones.started?.iso.slice(0, 10) ?? null),
    lasted: incidents.map(({ milestones }) => between(milestones.started, milestones.resolved)),
    detected: incidents.map(({ milestones }) => between(milestones.started, milestones.detected)),
    estimated: incidents.map(estimatesOf),
    openActions: incidents.map((incident) => incident.actionItems.filter(isOpen).length),
    allActions: incidents.map((incident) => incident.actionItems.length),
    overdueActions: incidents.map((incident) => incident.actionItems.filter((item) => isOverdue(item, asOf)).length),
    facets: perFacet((facet) => (facet === 'status' ? statusColumn(incidents) : columnOf(facetEntries(archive, facet), positions))),
  };
}

/** Filled from the index, which knows names and aliases, so that the archive and the indexes cannot disagree. */
function columnOf(entries: readonly IndexEntry[], positions: ReadonlyMap<string, number>): FacetColumn {
  const rows: number[][] = Array.from({ length: positions.size }, () => []);
  entries.forEach((entry, value) => {
    for (const incident of entry.incidents) rows[positions.get(incident.id) ?? -1]?.push(value);
  });
  return { ids: entries.map((entry) => entry.id), names: entries.map((entry) => entry.name), rows };
}

function statusColumn(incidents: readonly Incident[]): FacetColumn {
  const used = STATUS_ORDER.filter((status) => incidents.some((incident) => incident.status === status));
  return {
    ids: used,
    names: used.map((status) => DOCUMENT_STATUS_WORDS[status]),
    rows: incidents.map(({ status }) => [used.indexOf(status)]),
  };
}

/** A day alone gives no length: an incident from one day to the next may have lasted a minute. */
function between(from: Timestamp | undefined, to: Timestamp | undefined): number | null {
  if (!from || !to || from.precision === 'date' || to.precision === 'date' || to.epoch < from.epoch) return null;
  return to.epoch - from.epoch;
}

function estimatesOf({ milestones: { started, detected, resolved } }: Incident): number {
  const lasted = started?.approximate || resolved?.approximate ? ESTIMATED_LASTED : 0;
  return lasted | (started?.approximate || detected?.approximate ? ESTIMATED_DETECTED : 0);
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  // Not through the middle of a surrogate pair: JSON would carry half a character.
  return oneLine.length <= SUMMARY_LENGTH ? oneLine : `${oneLine.slice(0, SUMMARY_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
