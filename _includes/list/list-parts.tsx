// What the script makes of any list, in the <template> of its page: the same components the page is made of, so that markup has one source.
import type { SeverityLevel } from '../../src/core/model/site-config.ts';
import { Severity } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';
import { PageGap, PageLink } from './page-nav.tsx';

/** Links that the script gives their address. */
export const HERE = './';

export interface ListPartsProps {
  /** Said where nothing matches. */
  readonly nothing: string;
  /** What is shown instead where the list could not be filtered. */
  readonly unfiltered: string;
}

export function ListParts(props: ListPartsProps) {
  return (
    <>
      <ControlParts />
      <BesideParts {...props} />
      <nav class="page-nav" aria-label="Pages" data-part="pages">
        <ol class="page-nav__list">
          <PageLink href={HERE} text="" rel="prev" />
          <PageLink href={HERE} text="" rel="next" />
          <PageLink href={HERE} text="" />
          <PageLink href={HERE} text="" isCurrent />
          <PageGap />
        </ol>
      </nav>
    </>
  );
}

export interface SeverityPartsProps {
  /** Labels that incidents bear, inside and outside the configured scale. */
  readonly severities: readonly string[];
  readonly view: View;
}

export function SeverityParts({ severities, view }: SeverityPartsProps) {
  return (
    <>
      {severities.map((label) => (
        <SeverityMark key={label} label={label} level={view.severity(label)} />
      ))}
      <SeverityMark label="" level={undefined} />
    </>
  );
}

function SeverityMark({ label, level }: { readonly label: string; readonly level: SeverityLevel | undefined }) {
  return (
    <div data-part={`severity-${label}`}>
      <Severity level={level} />
    </div>
  );
}

/** What the list is narrowed and sorted with. */
function ControlParts() {
  return (
    <>
      <div data-part="option">
        <label class="facets__option">
          <input type="checkbox" /> <span class="facets__name" /> <span class="facets__count" />
        </label>
      </div>
      <div data-part="more">
        <button class="facets__more" type="button" />
      </div>
      <div data-part="sort">
        <button class="sort-button" type="button">
          <span />
          <svg class="sort-button__arrow" viewBox="0 0 8 10" width="8" height="10" aria-hidden="true">
            <path d="M4 9L.8 5.4h6.4z" />
          </svg>
        </button>
      </div>
    </>
  );
}

/** What is shown beside or in place of the list. */
function BesideParts({ nothing, unfiltered }: ListPartsProps) {
  return (
    <>
      <ul data-part="chip">
        <li>
          <a class="filter-chips__chip" href={HERE}>
            <span class="visually-hidden">Remove the filter </span>
            <span class="filter-chips__key" /> <span class="filter-chips__value" />
            <svg class="filter-chips__remove" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <path d="M1.5 1.5l7 7m0-7l-7 7" />
            </svg>
          </a>
        </li>
        <li>
          <a class="filter-chips__clear" href={HERE}>
            Clear all
          </a>
        </li>
      </ul>
      <div class="empty" data-part="nothing">
        <h2 class="empty__title">{nothing}</h2>
        <div data-one-less="">
          <h3 class="empty__head">With one condition less</h3>
          <ul class="empty__list">
            <li>
              <a href={HERE}>Without it</a> <span class="empty__count" />
            </li>
          </ul>
        </div>
        <p data-all-less="">
          Nor does any with one condition less. <a href={HERE}>Clear all of them</a>
        </p>
      </div>
      <div data-part="failure">
        <p class="notice" role="alert">
          <b>Not filtered</b> <span>{unfiltered}</span>{' '}
          <button class="text-button" type="button">
            Try again
          </button>
        </p>
      </div>
    </>
  );
}
