// What the script makes results of, in a <template>: the components the site is made of, so that markup has one source.
import { IncidentParts } from '../list/incident-parts.tsx';
import { PageGap, PageLink } from '../list/page-nav.tsx';
import type { View } from '../ui/view.ts';

export interface SearchPartsProps {
  readonly view: View;
  /** Labels that incidents bear, inside and outside the configured scale. */
  readonly severities: readonly string[];
}

/** Links that the script gives their address. */
const HERE = './';

export function SearchParts({ view, severities }: SearchPartsProps) {
  return (
    <template id="search-parts">
      <ol data-part="result">
        <Result />
      </ol>
      <IncidentParts view={view} severities={severities} failure="Not searched" />
      <div data-part="option">
        <label class="facets__option">
          <input type="checkbox" autocomplete="off" /> <span class="facets__name" /> <span class="facets__count" />
        </label>
      </div>
      <div data-part="more">
        <button class="facets__more" type="button" />
      </div>
      <nav class="page-nav" aria-label="Pages" data-part="pages">
        <ol class="page-nav__list">
          <PageLink href={HERE} text="" rel="prev" />
          <PageLink href={HERE} text="" rel="next" />
          <PageLink href={HERE} text="" />
          <PageLink href={HERE} text="" isCurrent />
          <PageGap />
        </ol>
      </nav>
      <Nothing view={view} />
    </template>
  );
}

function Result() {
  return (
    <li class="result-list__item">
      <h2 class="result-list__title">
        <a class="row-link" href={HERE}>
          Title
        </a>
      </h2>
      <p class="result-list__meta">
        <span class="severity" /> <time /> <span class="result-list__services" />
      </p>
      <ul class="result-list__hits">
        <li class="result-list__hit">
          <a class="result-list__section" href={HERE}>
            Section
          </a>
          <p />
        </li>
      </ul>
      <p class="result-list__more">
        <a class="quiet-link" href={HERE}>
          More passages
        </a>
      </p>
    </li>
  );
}

/** In place of results: an empty list would leave the reader alone. */
function Nothing({ view }: { readonly view: View }) {
  return (
    <div class="empty" data-part="nothing">
      <h2 class="empty__title">No incident matches all of this</h2>
      <div class="search__remarks" />
      <section data-ways="less">
        <h3 class="empty__head">With fewer conditions</h3>
        <ul class="empty__list">
          <li>
            <a class="query" href={HERE}>
              Query
            </a>{' '}
            <span class="empty__count" />
          </li>
        </ul>
      </section>
      <section data-ways="near">
        <h3 class="empty__head">Names that come near</h3>
        <ul class="empty__list" />
      </section>
      <p class="soft">
        All of it stands in <a href={`${view.root}incidents/`}>the list of incidents</a>, newest first.
      </p>
    </div>
  );
}
