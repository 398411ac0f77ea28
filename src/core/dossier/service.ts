// What is to be known of a service before it is touched: how often and how long it failed, of what, and what is still promised for it.
import type { IndexEntry, TrackedAction } from '../model/archive.ts';
import type { Incident, Link } from '../model/incident.ts';
import { wasSetOffByChange } from './changes.ts';
import { type Counted, type CountedSignature, countSignatures, countValues } from './counts.ts';

interface Runbook {
  readonly link: Link;
  /** The last one that names it. */
  readonly incident: Incident;
}

/** An incident that a change of something set off, with what is still open of what it promised. */
export interface ChangeIncident {
  readonly incident: Incident;
  readonly open: readonly TrackedAction[];
}

export interface ServiceDossier {
  /** Of those with a day. */
  readonly last?: Incident;
  readonly longest?: { readonly incident: Incident; readonly ms: number };
  /** How many incidents' lengths are known: what `longest` is the longest of. */
  readonly timed: number;
  readonly causes: readonly Counted[];
  /** How many incidents name a cause. */
  readonly caused: number;
  readonly signatures: readonly CountedSignature[];
  readonly runbooks: readonly Runbook[];
  /** Newest first. */
  readonly changes: readonly ChangeIncident[];
  /** How many incidents say what set them off. */
  readonly triggered: number;
}

/** In time linear in the entry's incidents and open actions. */
export function serviceDossier({ incidents, openActions }: Pick<IndexEntry, 'incidents' | 'openActions'>): ServiceDossier {
  const last = incidents.find(({ milestones }) => milestones.started !== undefined);
  const lengths = incidents.flatMap((incident) => {
    const ms = lengthOf(incident);
    return ms === undefined ? [] : [{ incident, ms }];
  });
  const longest = lengths.reduce<(typeof lengths)[number] | undefined>((most, one) => (most && most.ms >= one.ms ? most : one), undefined);
  return {
    ...(last && { last }),
    ...(longest && { longest }),
    timed: lengths.length,
    causes: countValues(incidents, ({ rootCauses }) => rootCauses),
    caused: incidents.filter(({ rootCauses }) => rootCauses.length > 0).length,
    signatures: countSignatures(incidents),
    runbooks: runbooksOf(incidents),
    changes: changesOf(incidents, openActions),
    triggered: incidents.filter(({ trigger }) => trigger !== undefined).length,
  };
}

/** From its start to its end, where both are known to the minute and in their order. */
function lengthOf({ milestones: { started, resolved } }: Incident): number | undefined {
  if (started === undefined || resolved === undefined || started.precision === 'date' || resolved.precision === 'date') return undefined;
  return resolved.epoch < started.epoch ? undefined : resolved.epoch - started.epoch;
}

/** Each address once, as the newest incident names it. */
function runbooksOf(newestFirst: readonly Incident[]): Runbook[] {
  const found = new Map<string, Runbook>();
  for (const incident of newestFirst) {
    for (const link of incident.links) if (link.rel === 'runbook' && !found.has(link.url)) found.set(link.url, { link, incident });
  }
  return [...found.values()];
}

function changesOf(incidents: readonly Incident[], openActions: readonly TrackedAction[]): ChangeIncident[] {
  const open = new Map<Incident, TrackedAction[]>();
  for (const action of openActions) open.set(action.incident, [...(open.get(action.incident) ?? []), action]);
  return incidents.filter(wasSetOffByChange).map((incident) => ({ incident, open: open.get(incident) ?? [] }));
}
