// What results are made of: an incident's facts and its texts. Mostly of a small file with its summary, cause and resolution; of its whole JSON where the
// rest of the incident has more of the query.
import type { IncidentFileJson } from '../api/schema/incident.ts';
import type { DocumentStatus } from '../model/incident.ts';
import { incidentTwinPath } from '../text/urls.ts';
import { fieldRuns, isInRun } from './field-runs.ts';
import { FIELDS, type FieldName } from './fields.ts';
import { SearchFileError } from './files/error.ts';
import { loadPart } from './load-part.ts';
import type { PassageSource } from './passage-sources.ts';
import type { Load, SearchIndex } from './reader.ts';
import type { SearchResult } from './search.ts';

export interface ResultTexts {
  readonly id: string;
  readonly title: string;
  readonly severity?: string;
  /** The day. */
  readonly started?: string;
  readonly services: readonly string[];
  readonly status: DocumentStatus;
  readonly sources: readonly PassageSource[];
  /** All texts of the incident are here. */
  readonly isWhole: boolean;
}

/** `search/texts/ID.json`. A text is its heading, the heading's anchor or '', and the text itself. */
export interface CoreTextsJson {
  readonly title: string;
  readonly severity?: string;
  readonly started?: string;
  readonly services: readonly string[];
  readonly status: DocumentStatus;
  readonly texts: readonly (readonly [section: string, anchor: string, text: string])[];
}

export function coreTextsPath(id: string): string {
  return `search/texts/${encodeURIComponent(id)}.json`;
}

/** `isWhole` says which file is read; the passages are the same as far as it goes. Rejects with a SearchFileError. */
export async function loadResultTexts(load: Load, id: string, isWhole: boolean): Promise<ResultTexts> {
  const path = isWhole ? incidentTwinPath(id, 'json') : coreTextsPath(id);
  if (!isWhole) return readJson(path, await load(path), (json: CoreTextsJson) => ({ id, ...fromCore(json) }));
  const [{ passageSources }, bytes] = await Promise.all([loadPart(() => import('./passage-sources.ts')), load(path)]);
  return readJson(path, bytes, (json: IncidentFileJson) => ({ id, ...factsOf(json), sources: passageSources(json), isWhole }));
}

/** What the files have in common. */
export function factsOf({ title, severity, started, services, status }: IncidentFileJson): Omit<CoreTextsJson, 'texts'> {
  return {
    title,
    ...(severity !== undefined && { severity }),
    ...(started !== undefined && { started: started.slice(0, 10) }),
    services,
    status,
  };
}

function fromCore({ texts, ...facts }: CoreTextsJson): Omit<ResultTexts, 'id'> {
  const sources = texts.map(([section, anchor, text]) => ({ section, ...(anchor !== '' && { anchor }), before: '', text, isCore: true }));
  return { ...facts, sources, isWhole: false };
}

/** JSON of another shape is as damaged as none at all. */
function readJson<T>(path: string, bytes: Uint8Array, read: (json: T) => ResultTexts): ResultTexts {
  try {
    return read(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new SearchFileError(path, 'it is damaged or cut off', { cause });
  }
}

/** Fields whose texts stand in the small file, and those that stand only in the whole; words of a title or a heading are in no passage. */
const CORE_FIELDS: readonly FieldName[] = ['signatures', 'cause', 'summary', 'resolution'];
const OTHER_FIELDS: readonly FieldName[] = ['body', 'actions'];
/** What an incident is filed under stands in the whole as well, but says something only where nothing else does. */
const FILED_UNDER: readonly FieldName[] = ['terms'];

/** How much of an incident a result is made of. */
export interface Extent {
  /** More terms of the query, or a quoted phrase perhaps, stand outside the small file than in it. */
  readonly isWhole: boolean;
  /** Where the small file has to do: some stand outside it as well. */
  readonly hasMore: boolean;
}

/** Of each hit, by id. Fetches nothing. */
export async function extentsOf(index: SearchIndex, { hits, terms, phrases }: SearchResult): Promise<ReadonlyMap<string, Extent>> {
  const counts = new Map(hits.map(({ document }) => [document, { core: 0, others: 0, filed: 0 }]));
  const [core, others, filed] = [numbersOf(CORE_FIELDS), numbersOf(OTHER_FIELDS), numbersOf(FILED_UNDER)];
  for (const postings of await Promise.all(terms.map((term) => index.postings(term)))) {
    if (!postings) continue;
    const runs = fieldRuns(postings);
    for (const [document, own] of counts) {
      const isIn = (fields: ReadonlySet<number>) => runs.some((run) => fields.has(run.field) && isInRun(postings, run, document));
      if (isIn(core)) own.core++;
      if (isIn(others)) own.others++;
      if (isIn(filed)) own.filed++;
    }
  }
  const extentOf = (document: number): Extent => {
    const own = counts.get(document) ?? NOTHING;
    const { core: inCore, others: inOthers } = own;
    const isMore = phrases.length > 0 ? inOthers > 0 && inOthers >= inCore : inOthers > inCore;
    const isWhole = isMore || (own.filed > 0 && inCore === 0);
    return { isWhole, hasMore: !isWhole && inOthers > 0 };
  };
  return new Map(hits.map(({ id, document }) => [id, extentOf(document)]));
}

function numbersOf(names: readonly FieldName[]): ReadonlySet<number> {
  return new Set(names.map((name) => FIELDS.indexOf(name)));
}

/** How many terms of the query an incident has, by where. */
type Counts = Record<'core' | 'others' | 'filed', number>;
const NOTHING: Counts = { core: 0, others: 0, filed: 0 };
