// The index opened over the network, and the answers to questions: hits, and the passages of those that are shown.
import { SearchFileError } from '../../core/search/files/error.ts';
import { SEARCH_INDEX } from '../../core/search/files/paths.ts';
import { loadPart } from '../../core/search/load-part.ts';
import { type Load, openIndex } from '../../core/search/reader.ts';
import { type Extent, extentsOf, loadResultTexts, type ResultTexts } from '../../core/search/result-texts.ts';
import { type SearchResult, search } from '../../core/search/search.ts';
import type { Suggestions } from '../../core/search/suggestions.ts';
import type { Unmet } from '../../core/search/unmet.ts';
import type { Session } from './desk.ts';
import { entryOf, unreadEntry } from './entry.ts';
import { loadBytes } from './load-file.ts';
import type { Ask, Entry, Found } from './messages.ts';
import { rehearse } from './rehearse.ts';

/** Incidents whose text is kept in memory: typing on shows mostly the same ones again. */
const KEPT_INCIDENTS = 200;

/** `root` is the site's; `isFresh` has every file fetched anew, whatever the browser kept. */
export function openSession(root: string, isFresh: boolean): Session {
  const named = isFresh ? 'reload' : 'default';
  // The one file that keeps its name is asked for every time; it names all others.
  const index = openIndex((path, isAhead = false) => {
    const cache = path === SEARCH_INDEX ? 'no-cache' : named;
    return loadBytes(root + path, path, { cache, priority: isAhead ? 'low' : 'auto' });
  });
  const textsOf = textsLoader((path) => loadBytes(root + path, path, { cache: named }));
  const entry = async (id: string, { isWhole, hasMore }: Extent, result: SearchResult): Promise<Entry> => {
    try {
      return { ...entryOf(await textsOf(id, isWhole), result), hasMore };
    } catch (error) {
      // That it was found is true all the same.
      if (error instanceof SearchFileError) return unreadEntry(id);
      throw error;
    }
  };
  return {
    prepare: () => void rehearse(index.manifest).catch(() => {}),
    gather: () => void index.gather().catch(() => {}),
    find: async (ask, isWanted) => {
      const result = await search(index, ask.text, { limit: ask.limit, offset: ask.offset, asTyped: ask.isTyped });
      // The texts of ten incidents are the most that a question fetches.
      if (!(await isWanted())) return undefined;
      const entries = Promise.all([...(await extentsOf(index, result))].map(([id, extent]) => entry(id, extent, result)));
      const further = await furtherOf(result);
      return { found: foundOf(result, await entries, further), count: () => counts(ask, result) };
    },
  };

  /** What most questions have no need of. */
  async function furtherOf(result: SearchResult): Promise<Ways & Unmet> {
    if (result.total > 0 && result.query.filters.length === 0) return { ...NO_WAYS, ...ALL_MET };
    const { suggestions, unmetIn } = await further();
    const ways = result.total === 0 ? await orNothing(suggestions(index, result).then(waysOf), NO_WAYS) : NO_WAYS;
    return { ...ways, ...(await unmetIn(index, result.query)) };
  }

  async function counts(ask: Ask, result: SearchResult) {
    const { facets, exactPhrase } = await further();
    // The phrase is offered with the first page; nobody on a later one asks for it.
    const phrase = ask.offset === 0 && result.total > 0 ? orNothing(exactPhrase(index, result), undefined) : undefined;
    const [groups, found] = await Promise.all([facets(index, result), phrase]);
    return { groups, ...(found && { exactPhrase: found }) };
  }
}

/** Fetched when the first results stand. */
function further() {
  return loadPart(() => import('./further.ts'));
}

type Ways = Pick<Found, 'near' | 'withFewerConditions'>;
const ALL_MET: Unmet = { unknown: [], lacking: [] };
const NO_WAYS: Ways = { near: [], withFewerConditions: [] };

function waysOf({ services, causes, tags, teams, owners, withFewerConditions }: Suggestions): Ways {
  const named = { service: services, cause: causes, tag: tags, team: teams, owner: owners };
  const fields = Object.keys(named) as (keyof typeof named)[];
  return { near: fields.flatMap((field) => named[field].map(({ value, count }) => ({ field, value, count }))), withFewerConditions };
}

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

/** By id and by how much of the incident is wanted. */
function textsLoader(load: Load): (id: string, isWhole: boolean) => Promise<ResultTexts> {
  const kept = new Map<string, Promise<ResultTexts>>();
  return (id, isWhole) => {
    const key = `${isWhole} ${id}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const loading = loadResultTexts(load, id, isWhole);
    loading.catch(() => kept.delete(key));
    kept.set(key, loading);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_INCIDENTS && oldest !== undefined) kept.delete(oldest);
    return loading;
  };
}
