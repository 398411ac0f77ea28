// Whom a document names as its people: those names are believed wherever they stand.
import type { Page } from '../page.ts';

/** Whom the text names as its people, whole and by their first names, in lower case. */
export function peopleOf(page: Page): ReadonlySet<string> {
  const names = page.fields
    .filter(({ name }) =>
      /^(?:authors?|written by|commander|incident commander|incident lead|responders?|participants|attendees|mail from|prepared by|rédigé par|autora?|verfasser(?:in)?)$/.test(
        name,
      ),
    )
    .flatMap(({ value }) =>
      value
        .slice(0, 400)
        .replace(/<[^>]*>?|\([^)]*\)?/g, ' ')
        .split(/\s*(?:[,;&/]|\band\b)\s*/),
    )
    .map((name) => name.trim().replace(/^@/, '').toLowerCase())
    .filter((name) => name.length >= 2 && name.length <= 40);
  return new Set(names.flatMap((name) => [name, name.split(' ')[0] ?? name]));
}
