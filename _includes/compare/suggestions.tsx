// Incidents to add: what those on the page resemble, with why.
import { compareQuery } from '../../src/core/compare/ids.ts';
import type { Suggestion } from '../../src/core/compare/suggest.ts';
import { countOf } from '../../src/core/text/count.ts';

export interface SuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  readonly asked: readonly string[];
}

export function Suggestions({ suggestions, asked }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <>
      <h3 class="compare-add__head" id="_suggested">
        {asked.length === 1 ? 'What it resembles' : 'What they resemble'}
      </h3>
      <ul class="compare-add__list" aria-labelledby="_suggested">
        {suggestions.map(({ id, title, of, reasons }) => (
          <li key={id} class="compare-add__item">
            <a class="row-link" dir="auto" href={compareQuery([...asked, id])}>
              {title}
              <span class="visually-hidden"> (add it)</span>
            </a>
            <p class="compare-add__meta" dir="auto">
              {sayOf(of)}
              {reasons.length > 0 && `: ${reasons.join('; ')}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function sayOf([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? `Like \u201c${first}\u201d` : `Like \u201c${first}\u201d and ${countOf(others.length, 'other')} of these`;
}
