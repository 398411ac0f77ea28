// What a comparison needs of an incident, read from the file beside its page.
import type { IncidentFileJson } from '../api/schema/incident.ts';
import type { TimelineKind } from '../model/incident.ts';
import { MILESTONES, type Milestones, type Timestamp } from '../model/timestamp.ts';

export interface CompareRecord {
  readonly id: string;
  readonly title: string;
  readonly severity?: { readonly label: string; readonly rank: number };
  readonly milestones: Milestones;
  readonly timeline: readonly CompareEntry[];
  readonly services: readonly string[];
  readonly causes: readonly string[];
  readonly trigger?: string;
  readonly detectedBy?: string;
  readonly similar: readonly SimilarTo[];
}

export interface CompareEntry {
  readonly at?: Timestamp;
  readonly until?: Timestamp;
  readonly kind: TimelineKind;
  readonly text: string;
}

interface SimilarTo {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
}

/** Undefined for what is not the file of this incident: a damaged one must be told, not shown as an incident without a timeline. */
export function readRecord(json: unknown, id: string): CompareRecord | undefined {
  return isIncidentFile(json) && json.id === id ? recordOf(json) : undefined;
}

/** Of the incident's own file: the page fetches it. */
function recordOf(incident: IncidentFileJson): CompareRecord {
  const { id, title, severity, severity_rank: rank = 0, timezone: zone, approximate, trigger, detected_by: detectedBy } = incident;
  const milestones = MILESTONES.flatMap((name) => {
    const at = momentOf(incident[name], zone, approximate.includes(name));
    return at === undefined ? [] : [[name, at] as const];
  });
  return {
    ...{ id, title, services: incident.services, causes: incident.root_causes },
    ...(severity !== undefined && { severity: { label: severity, rank } }),
    ...(trigger !== undefined && { trigger }),
    ...(detectedBy !== undefined && { detectedBy }),
    milestones: Object.fromEntries(milestones),
    timeline: incident.timeline.map((entry) => {
      const [at, until] = [momentOf(entry.at, zone), momentOf(entry.until, zone)];
      return { kind: entry.kind, text: entry.text, ...(at && { at }), ...(until && { until }) };
    }),
    similar: incident.similar.map(({ id, title, reasons }) => ({ id, title, reasons })),
  };
}

/** The file has what the build wrote: ISO 8601 with an offset, or a day. */
function momentOf(iso: string | undefined, zone: string, approximate = false): Timestamp | undefined {
  if (iso === undefined) return undefined;
  const epoch = Date.parse(iso);
  if (Number.isNaN(epoch)) return undefined;
  const precision = iso.length === 10 ? 'date' : iso.slice(17, 19) === '00' ? 'minute' : 'second';
  return { iso, epoch, zone, precision, approximate };
}

const LISTS = ['approximate', 'timeline', 'services', 'root_causes', 'similar'] as const satisfies readonly (keyof IncidentFileJson)[];

function isIncidentFile(value: unknown): value is IncidentFileJson {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Partial<IncidentFileJson>;
  if (typeof file.id !== 'string' || typeof file.title !== 'string' || typeof file.timezone !== 'string') return false;
  if (!LISTS.every((name) => Array.isArray(file[name]))) return false;
  return (
    (file.timeline ?? []).every((entry) => typeof entry?.text === 'string' && typeof entry.kind === 'string') &&
    (file.similar ?? []).every((other) => typeof other?.id === 'string' && typeof other.title === 'string' && Array.isArray(other.reasons))
  );
}
