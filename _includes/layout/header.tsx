// The line at the top of every page: where home is, the places people go to, a search.
import { actionsPath, incidentsPath, indexPath, insightsPath, searchPath, triagePath } from '../../src/core/text/urls.ts';
import { marked } from '../ui/title.tsx';

/** Also the indexes that the navigation does not name: then nothing in it is marked. */
export type CurrentPlace =
  | 'home'
  | 'incidents'
  | 'actions'
  | 'tags'
  | 'services'
  | 'causes'
  | 'teams'
  | 'severities'
  | 'years'
  | 'insights'
  | 'triage';

export interface HeaderProps {
  readonly title: string;
  readonly root: string;
  readonly current?: CurrentPlace | undefined;
  readonly hasSearch?: boolean | undefined;
}

const PLACES: readonly { readonly place: CurrentPlace; readonly name: string; readonly path: string }[] = [
  { place: 'incidents', name: 'Incidents', path: incidentsPath() },
  { place: 'actions', name: 'Actions', path: actionsPath() },
  { place: 'tags', name: 'Tags', path: indexPath('tags') },
  { place: 'services', name: 'Services', path: indexPath('services') },
  { place: 'causes', name: 'Causes', path: indexPath('causes') },
  { place: 'insights', name: 'Insights', path: insightsPath() },
  { place: 'triage', name: 'Triage', path: triagePath() },
];

export function Header({ title, root, current, hasSearch = false }: HeaderProps) {
  return (
    <header class="site-header">
      <div class="site-header__in page">
        <a class="site-header__home" href={root === '' ? './' : root} aria-current={current === 'home' ? 'page' : undefined}>
          <svg class="site-header__mark" viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
            <circle cx="5" cy="6" r="4.2" />
            <path d="M9.2 6H17" />
            <circle class="site-header__now" cx="21" cy="6" r="3.5" />
          </svg>
          <span class="site-header__title">{marked(title)}</span>
        </a>
        {/* Seven places do not fit one line of a phone. */}
        <a class="site-header__link" href={root + triagePath()} aria-current={current === 'triage' ? 'page' : undefined}>
          Triage
        </a>
        <nav class="site-nav" aria-label="Main">
          <ul class="site-nav__list">
            {PLACES.map(({ place, name, path }) => (
              <li key={place} class={place === 'triage' ? 'only-wide' : undefined}>
                <a class="site-nav__link" href={root + path} aria-current={place === current ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {!hasSearch && <SiteSearch root={root} />}
      </div>
    </header>
  );
}

/** On narrow screens the box makes room for a link to the page that has one of its own. */
function SiteSearch({ root }: { readonly root: string }) {
  return (
    <>
      <search class="site-search" aria-label="Site">
        <form action={root + searchPath()}>
          <label class="visually-hidden" for="_q-site">
            Search the archive
          </label>
          <input
            class="site-search__input"
            id="_q-site"
            name="q"
            type="search"
            placeholder="Search"
            autocomplete="off"
            spellcheck={false}
            aria-keyshortcuts="/"
          />
          <button class="site-search__go visually-hidden" type="submit">
            Search
          </button>
          <span class="site-search__key needs-script" aria-hidden="true">
            <kbd>/</kbd>
          </span>
        </form>
      </search>
      <a class="site-header__link" href={root + searchPath()} data-search-link="">
        Search
      </a>
    </>
  );
}
