// `hindsight search QUERY`: the search of the site in the terminal, the same code and the same order as its page.
import { join, resolve } from 'node:path';
import { createColors } from 'picocolors';
import { SearchFileError } from '../../core/search/files/error.ts';
import { SEARCH_INDEX } from '../../core/search/files/paths.ts';
import { type Passage, passages } from '../../core/search/passages.ts';
import { openIndex, type SearchIndex } from '../../core/search/reader.ts';
import { extentsOf, loadResultTexts, type ResultTexts } from '../../core/search/result-texts.ts';
import { type SearchResult, search } from '../../core/search/search.ts';
import { suggestions } from '../../core/search/suggestions.ts';
import { type Unmet, unmetIn } from '../../core/search/unmet.ts';
import { countOf } from '../../core/text/count.ts';
import { dataScriptPath } from '../../core/text/data-script.ts';
import { pathIn, type UrlStyle } from '../../core/text/explicit-links.ts';
import { incidentPath } from '../../core/text/urls.ts';
import { formatDay } from '../../core/time/format.ts';
import { AppError } from '../../io/app-error.ts';
import { note, print, wantsColor } from '../../io/log.ts';
import { siteReader } from '../../io/site-files.ts';
import { statsOf } from '../../io/stats.ts';
import { EXIT } from '../exit-codes.ts';
import { visible } from '../report/visible.ts';

interface SearchCommandOptions {
  readonly site: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** A result with what its file says. */
interface Found {
  readonly incident: ResultTexts;
  readonly score: number;
  readonly passage?: Passage;
  /** From the site's root. */
  readonly url: string;
}

/** Returns the exit code. */
export async function searchSite(query: string, options: SearchCommandOptions): Promise<number> {
  const folder = resolve(options.site);
  const load = siteReader(folder);
  const urls = urlsOf(folder);
  try {
    const index = openIndex(load);
    const result = await search(index, query, { limit: options.limit });
    const extents = await extentsOf(index, result);
    const found = await Promise.all(
      result.hits.map(async ({ id, score }) => {
        const incident = await loadResultTexts(load, id, extents.get(id)?.isWhole ?? true);
        const [passage] = passages(incident.sources, result, 1);
        return { incident, score, url: pathIn(urls, pathOf(id, passage)), ...(passage && { passage }) };
      }),
    );
    for (const line of remarks(result, await unmetIn(index, result.query))) note(line);
    if (options.json) print(JSON.stringify(found.map(toRow), null, 2));
    else await sayResults(index, result, found);
    return EXIT.ok;
  } catch (error) {
    throw error instanceof SearchFileError ? explain(error, options.site) : error;
  }
}

function pathOf(id: string, passage: Passage | undefined): string {
  return incidentPath(id) + (passage?.anchor === undefined ? '' : `#${encodeURIComponent(passage.anchor)}`);
}

/** How links of the site name pages: only where they do so in full lies a script beside the index. */
function urlsOf(folder: string): UrlStyle {
  return statsOf(join(folder, dataScriptPath(SEARCH_INDEX)))?.isFile() ? 'explicit' : 'folders';
}

/** The fields of `--json`. */
function toRow({ incident: { id, title }, score, passage, url }: Found): object {
  return { id, title, score: Math.round(score * 1000) / 1000, section: passage?.section ?? null, url };
}

/** What the results do not show by themselves. */
function remarks({ corrections, missing }: SearchResult, { unknown, lacking }: Unmet): string[] {
  return [
    ...corrections.map(({ from, to }) => `Nothing for "${visible(from)}"; showing "${visible(to)}".`),
    ...missing.map((word) => `Nothing for "${visible(word)}".`),
    ...unknown.map(({ filter, nearest }) =>
      visible(`No incident has ${filter}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`),
    ),
    ...lacking,
  ];
}

async function sayResults(index: SearchIndex, result: SearchResult, found: readonly Found[]): Promise<void> {
  if (result.total === 0) {
    note(isEmpty(result) ? 'The query asks for nothing.' : 'No incident matches.');
    for (const line of await waysOn(index, result)) note(line);
    return;
  }
  const { bold, dim } = createColors(wantsColor('stdout'));
  for (const { incident, passage, url } of found) {
    const facts = [incident.severity, incident.started && formatDay(incident.started), ...incident.services];
    print(`${bold(visible(incident.title))}  ${dim(visible(facts.filter(Boolean).join(' · ')))}`);
    print(`  ${visible(url)}`);
    if (passage) print(`  ${dim(`${visible(passage.section)}:`)} ${sayPassage(passage, bold)}`);
  }
  note(
    `${countOf(result.total, 'incident')} ${result.total === 1 ? 'matches' : 'match'}${found.length < result.total ? `, ${found.length} shown` : ''}.`,
  );
}

function sayPassage({ parts }: Passage, mark: (text: string) => string): string {
  return parts.map(({ text, isMarked }) => (isMarked ? mark(visible(text)) : visible(text))).join('');
}

function isEmpty({ query }: SearchResult): boolean {
  return query.clauses.length + query.filters.length === 0;
}

async function waysOn(index: SearchIndex, result: SearchResult): Promise<string[]> {
  const { withFewerConditions, tags, services, teams, causes, owners } = await suggestions(index, result);
  const near = (label: string, values: readonly { readonly value: string; readonly count: number }[]) =>
    values.map(({ value, count }) => `  ${label}:${/\s/.test(value) ? `"${value}"` : value}  ${count}`);
  const others = [
    ...withFewerConditions.map(({ query, total }) => `  ${query}  ${total}`),
    ...near('tag', tags),
    ...near('service', services),
    ...near('team', teams),
    ...near('cause', causes),
    ...near('owner', owners),
  ];
  return (others.length > 0 ? ['Try, with so many incidents:', ...others] : []).map(visible);
}

function explain({ path, why, cause }: SearchFileError, site: string): AppError {
  if (!statsOf(resolve(site))?.isDirectory()) {
    return new AppError('no-site', `There is no site in ${site}.`, {
      hint: 'Build it with "hindsight build", or name its folder with --site DIR.',
    });
  }
  const hint = `Build the site again: hindsight build --output ${site}`;
  return new AppError('broken-index', `The search cannot use ${join(site, path)}: ${why}.`, { hint, cause });
}
