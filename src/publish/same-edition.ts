// Whether a site may take the place of another: an internal one that is published where the public one was has been read by everybody.
import { DEFAULT_EDITION, type EditionName } from '../core/model/edition.ts';
import { AppError } from '../io/app-error.ts';
import type { Manifest } from '../site/manifest.ts';

/** `asked`: the edition that was named for it. Throws where the site is of another one, or where nobody named it and the place shows another. */
export function requireEdition(site: Manifest, current: Manifest | undefined, asked: EditionName | undefined): void {
  const own = site.edition ?? DEFAULT_EDITION;
  if (asked !== undefined && asked !== own) {
    throw new AppError('wrong-edition', `The site is the ${own} edition, not the ${asked} one.`, {
      hint: `Build it with --edition ${asked}.`,
    });
  }
  if (asked !== undefined) return;
  const hint = `Where that is meant, publish it with --edition ${own}.`;
  if (own === 'restricted') throw new AppError('wrong-edition', 'The site is the restricted edition: it holds every incident.', { hint });
  const there = current && (current.edition ?? DEFAULT_EDITION);
  if (there !== undefined && there !== own) {
    throw new AppError('wrong-edition', `The place shows the ${there} edition, and the site is the ${own} one.`, { hint });
  }
}
