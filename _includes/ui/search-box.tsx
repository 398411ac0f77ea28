// The large search box of the home page and of the page for wrong addresses. It leads to the search.
import type { ComponentChildren } from 'preact';
import { searchPath } from '../../src/core/text/urls.ts';

export interface SearchBoxProps {
  readonly root: string;
  readonly placeholder: string;
  /** What may be typed, under the box. */
  readonly children?: ComponentChildren;
}

export function SearchBox({ root, placeholder, children }: SearchBoxProps) {
  return (
    <>
      <search aria-label="Archive">
        <form class="search-box search-box--hero" action={root + searchPath()}>
          <label class="visually-hidden" for="q">
            Search the archive
          </label>
          <input
            class="search-box__input"
            id="q"
            name="q"
            type="search"
            placeholder={placeholder}
            autocomplete="off"
            spellcheck={false}
            autocapitalize="none"
            aria-keyshortcuts="/"
          />
          <span class="search-box__key needs-script" aria-hidden="true">
            <kbd>/</kbd>
          </span>
          <button class="search-box__go button button--primary" type="submit">
            Search
          </button>
        </form>
      </search>
      {children && <div class="hero__help">{children}</div>}
    </>
  );
}
