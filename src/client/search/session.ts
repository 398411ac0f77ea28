// The index opened over the network, and the answers to questions: hits, and the passages of those that are shown.
import type { IncidentFileJson } from '../../core/api/schema/incident.ts';
import { facets } from '../../core/search/facets.ts';
import { SearchFileError } from '../../core/search/files/error.ts';
import { SEARCH_INDEX } from '../../core/search/files/paths.ts';
import { loadIncident } from '../../core/search/incident-file.ts';
import { type Load, openIndex } from '../../core/search/reader.ts';
import { type SearchResult, search } from '../../core/search/search.ts';
import { exactPhrase, suggestions } from '../../core/search/suggestions.ts';
import { type Unmet, unmetIn } from '../../core/search/unmet.ts';
import type { Session } from './desk.ts';
import { entryOf, unreadEntry } from './entry.ts';
import { loadBytes } from './load-file.ts';
import type { Ask, Entry, Found } from './messages.ts';

/** Incidents whose text is kept in memory: typing on shows mostly the same ones again. */
const KEPT_INCIDENTS = 200;

/** `root` is the site's; `isFresh` has every file fetched anew, whatever the browser kept. */
export function openSession(root: string, isFresh: boolean): Session {
  const named = isFresh ? 'reload' : 'default';
  // The one file that keeps its name is asked for every time; it names all others.
  const index = openIndex((path) => loadBytes(root + path, path, path === SEARCH_INDEX ? 'no-cache' : named));
  const incidentOf = incidentLoader((path) => loadBytes(root + path, path, named));
  const entry = async (id: string, result: SearchResult): Promise<Entry> => {
    try {
      return entryOf(await incidentOf(id), result);
    } catch (error) {
      // That it was found is true all the same.
      if (error instanceof SearchFileError) return unreadEntry(id);
      throw error;
    }
  };
  return {
    prepare: () => void index.manifest().catch(() => {}),
    find: async (ask, isWanted) => {
      const result = await search(index, ask.text, { limit: ask.limit, offset: ask.offset, asTyped: ask.isTyped });
      // The texts of ten incidents are the most that a question fetches.
      if (!(await isWanted())) return undefined;
      const entries = Promise.all(result.hits.map(({ id }) => entry(id, result)));
      const ways = result.total === 0 ? await orNothing(suggestions(index, result), NO_WAYS) : NO_WAYS;
      const unmet = await unmetIn(index, result.query);
      return { found: foundOf(result, await entries, { ...ways, ...unmet }), count: () => counts(ask, result) };
    },
  };

  async function counts(ask: Ask, result: SearchResult) {
    // The phrase is offered with the first page; nobody on a later one asks for it.
    const phrase = ask.offset === 0 && result.total > 0 ? orNothing(exactPhrase(index, result), undefined) : undefined;
    const [groups, found] = await Promise.all([facets(index, result), phrase]);
    return { groups, ...(found && { exactPhrase: found }) };
  }
}

type Ways = Pick<Found, 'tags' | 'services' | 'withOneConditionLess'>;
const NO_WAYS: Ways = { tags: [], services: [], withOneConditionLess: [] };

function foundOf(result: SearchResult, entries: readonly Entry[], ways: Ways & Unmet): Found {
  const { total, query, terms, corrections, missing } = result;
  const hasWords = query.clauses.some(({ negated }) => !negated);
  const sort = query.sort === 'best' && !hasWords ? 'newest' : query.sort;
  const isAsked = total > 0 || terms.length + missing.length + query.filters.length > 0;
  return { total, entries, sort, isAsked, terms, corrections, missing, ...ways };
}

/** What only helps on is left out where a file of it cannot be read. */
async function orNothing<T, N>(wanted: Promise<T>, nothing: N): Promise<T | N> {
  try {
    return await wanted;
  } catch (error) {
    if (error instanceof SearchFileError) return nothing;
    throw error;
  }
}

function incidentLoader(load: Load): (id: string) => Promise<IncidentFileJson> {
  const kept = new Map<string, Promise<IncidentFileJson>>();
  return (id) => {
    const known = kept.get(id);
    if (known) return known;
    const loading = loadIncident(load, id);
    loading.catch(() => kept.delete(id));
    kept.set(id, loading);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_INCIDENTS && oldest !== undefined) kept.delete(oldest);
    return loading;
  };
}
