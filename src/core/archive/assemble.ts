// Turns the incidents of all files into one archive: their order, what points at what, the indexes and the tracker.
import type { Archive, Neighbours } from '../model/archive.ts';
import type { Incident } from '../model/incident.ts';
import type { Ledger } from '../model/ledger.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Standing } from '../model/standing.ts';
import type { Day } from '../model/timestamp.ts';
import { isBroken, judgeRecurrences } from '../promises/broken.ts';
import { factNames } from '../promises/reasons.ts';
import { findRecurring, trackRecurring } from '../promises/recurring.ts';
import { compareText } from '../text/compare.ts';
import { groupByOwner, groupByService, groupByTeam, trackActions } from './actions.ts';
import { buildIndexes } from './indexes.ts';
import { finderOf, linkIncidents } from './linked.ts';

export interface AssembleOptions {
  readonly config: SiteConfig;
  readonly asOf: Day;
  readonly standing?: Standing;
  readonly leftOut?: readonly string[];
  /** They are what an edition holds, and nothing is to be left out of them. */
  readonly withRestricted?: boolean;
  /** Absent where no history was asked for. */
  readonly ledger?: Ledger;
}

const NO_LEDGER: Ledger = { isAvailable: false, reason: 'it was not asked for' };

/**
 * The archive of all incidents given. Restricted ones are in no page, list or count: leaving them out here, before anything is derived
 * from them, is what keeps them out. Ids must be unique by now (a check refuses others); of two, the later file would win.
 */
export function assembleArchive(all: readonly Incident[], options: AssembleOptions): Archive {
  const { config, asOf, ledger = NO_LEDGER } = options;
  const shown = all.filter((incident) => options.withRestricted || incident.visibility !== 'restricted').sort(newestFirst);
  const linked = linkIncidents(shown);
  const { incidents, duplicates } = linked;
  const find = finderOf(linked);
  const repeated = findRecurring(incidents, { find, nameOf: factNames(config) });
  const actions = trackActions(incidents, asOf, repeated);
  const recurrences = judgeRecurrences({ incidents, actions, ledger }, find);
  const indexes = buildIndexes(incidents, actions, config);
  return {
    config,
    asOf,
    ...(options.standing && { standing: options.standing }),
    ...linked,
    neighbours: neighboursOf(incidents),
    indexes,
    actions,
    recurring: trackRecurring(repeated, { actions, duplicates }, find),
    broken: recurrences.filter(isBroken),
    unproven: recurrences.filter((recurrence) => !isBroken(recurrence)),
    ledger,
    owners: groupByOwner(actions, config),
    teams: groupByTeam(actions, config),
    services: groupByService(actions, indexes.services),
    isGraded: incidents.some((incident) => incident.severity !== undefined),
    leftOut: options.leftOut ?? [],
  };
}

function neighboursOf(newestFirst: readonly Incident[]): Map<string, Neighbours> {
  const dated = newestFirst.filter((incident) => incident.milestones.started !== undefined);
  return new Map(
    dated.map((incident, position) => {
      const [later, earlier] = [dated[position - 1], dated[position + 1]];
      return [incident.id, earlier && later ? { earlier, later } : earlier ? { earlier } : later ? { later } : {}];
    }),
  );
}

/** By start, the undated last; the id decides between equals, so that the order never depends on the file system. */
function newestFirst(a: Incident, b: Incident): number {
  const [from, to] = [a.milestones.started?.epoch, b.milestones.started?.epoch];
  if (from !== to) return (to ?? Number.NEGATIVE_INFINITY) - (from ?? Number.NEGATIVE_INFINITY);
  return compareText(a.id, b.id);
}
