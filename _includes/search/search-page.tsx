// The search page as it is before anything is asked: the box, what can be typed, and the places that the script fills.
import { incidentsPath, indexPath, triagePath } from '../../src/core/text/urls.ts';
import { NeedsScript } from '../ui/needs-script.tsx';
import { Section } from '../ui/section.tsx';
import type { View } from '../ui/view.ts';
import { SearchParts } from './search-parts.tsx';
import { Syntax } from './syntax.tsx';

export interface SearchPageProps {
  readonly view: View;
  /** The worker's script, by its path from the root. */
  readonly worker: string;
  /** Labels that incidents bear. */
  readonly severities: readonly string[];
  /** Values to show the syntax with, from the archive. */
  readonly sample: SyntaxSample;
  readonly total: number;
}

export interface SyntaxSample {
  readonly service?: string | undefined;
  readonly year?: string | undefined;
}

export function SearchPage({ view, worker, severities, sample, total }: SearchPageProps) {
  return (
    <>
      <div class="page-head split">
        <div class="split__column">
          <h1 class="visually-hidden">Search</h1>
          <Box />
          <WithoutScript view={view} />
        </div>
      </div>
      <div class="search split needs-script" data-search={view.root} data-worker={view.root + worker}>
        <Rail />
        <SearchParts view={view} severities={severities} />
        <div class="search__column">
          <p class="visually-hidden" role="status" data-search-status="" />
          <div class="list-head" data-search-head="" hidden>
            <p class="list-head__count" tabindex={-1} />
            <div class="search__remarks" />
            <Order />
          </div>
          <div data-search-message="" />
          <ol class="result-list" aria-label="Results" hidden />
          <div data-search-below="" />
          <Recent />
          {total === 0 && <p class="soft">The archive holds no incident yet, so there is nothing to find.</p>}
        </div>
      </div>
      <Section id="_syntax" title="Search syntax" notes={<SyntaxNotes root={view.root} />}>
        <Syntax view={view} sample={sample} />
      </Section>
    </>
  );
}

function SyntaxNotes({ root }: { readonly root: string }) {
  return (
    <>
      <p>The address of this page is the query. Send it round.</p>
      <p>
        More than a line? <a href={root + triagePath()}>Paste an alert or a log</a>: it is compared, and leaves no trace in the address.
      </p>
    </>
  );
}

function Box() {
  return (
    <search aria-label="Archive">
      <form class="search-box search-box--results needs-script" action="./">
        <label class="visually-hidden" for="q">
          Search the archive
        </label>
        <input
          class="search-box__input"
          id="q"
          name="q"
          type="search"
          placeholder="a service, an error, a cause"
          autocomplete="off"
          spellcheck={false}
          autocapitalize="none"
          enterkeyhint="search"
          aria-keyshortcuts="/"
          aria-describedby="_keys-of-search"
        />
        <span class="search-box__key" aria-hidden="true">
          <kbd>/</kbd>
        </span>
        <button class="search-box__go button button--primary" type="submit">
          Search
        </button>
        <div class="search-box__options">
          <label class="switch">
            <input class="switch__input" type="checkbox" data-search-causes="" /> <span class="switch__track" aria-hidden="true" /> Root
            causes only
          </label>
          <p class="search-box__keys only-wide" id="_keys-of-search">
            <kbd>↓</kbd> <kbd>↑</kbd> to move, <kbd>Enter</kbd> to open, <kbd>Esc</kbd> to clear
          </p>
        </div>
      </form>
    </search>
  );
}

/** What a reader without a script, or of a folder on disk, can do instead. */
function WithoutScript({ view }: { readonly view: View }) {
  const link = (path: string, words: string) => <a href={view.root + path}>{words}</a>;
  return (
    <div class="without-script prose">
      <p>
        <NeedsScript what="Searching" beside="the index beside it" urls={view.config.urls} />
      </p>
      <p>
        Without it, go through {link(incidentsPath(), 'all incidents')}, newest first, and use your browser's own search on that page; or
        begin with {link(indexPath('services'), 'a service')}, {link(indexPath('causes'), 'a cause')}, {link(indexPath('tags'), 'a tag')} or{' '}
        {link(indexPath('years'), 'a year')}. On the machine that holds the archive, <code>hindsight search "connection pool"</code> finds
        what this page would.
      </p>
    </div>
  );
}

/** The groups of the rail, in order; the script fills them, and hides those that offer nothing. */
const GROUPS = [
  ['severity', 'Severity'],
  ['in', 'Found in'],
  ['service', 'Service'],
  ['cause', 'Cause'],
  ['tag', 'Tag'],
  ['team', 'Team'],
  ['year', 'Year'],
] as const;

function Rail() {
  return (
    <section class="rail" aria-label="Narrow the results" data-search-rail="" hidden>
      <details class="facets">
        <summary class="facets__toggle">
          Filters <span class="quiet" data-facets-used="" />
        </summary>
        {GROUPS.map(([field, title]) => (
          <fieldset key={field} class="facets__group" data-field={field} hidden>
            <legend class="facets__legend">{title}</legend>
            <ul class="facets__list" />
          </fieldset>
        ))}
      </details>
    </section>
  );
}

function Order() {
  return (
    <label class="list-head__option">
      Order{' '}
      <select class="search__order" autocomplete="off">
        <option value="best">Best first</option>
        <option value="newest">Newest first</option>
        <option value="oldest">Oldest first</option>
      </select>
    </label>
  );
}

function Recent() {
  return (
    <section class="search__recent" aria-labelledby="_recent" hidden>
      <h2 class="empty__head" id="_recent">
        Recent searches
      </h2>
      <ul class="search__queries" />
      <p class="quiet">
        Kept by this browser alone.{' '}
        <button class="text-button" type="button">
          Forget them
        </button>
      </p>
    </section>
  );
}
