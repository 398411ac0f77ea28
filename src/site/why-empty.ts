// Whether a site of an archive would hold no incident at all. A good site is never replaced by such a one: most often a wrong folder was named.

import { sayStanding } from '../core/archive/say-standing.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { DEFAULT_EDITION } from '../core/model/edition.ts';
import { countOf, sayCount } from '../core/text/count.ts';
import type { LoadedArchive } from './load.ts';

/** The archive's own folder, as a path from it. */
const FOLDER = { file: '.', line: 1, column: 1 } as const;

const NO_POSTMORTEMS: Diagnostic = {
  ...FOLDER,
  severity: 'error',
  code: 'no-postmortems',
  message: 'There is no postmortem in this folder: no file with a name that ends in ".md" and begins neither with "_" nor with ".".',
  hint: 'Name the folder of the postmortems with --input DIR, or begin one: hindsight new "What happened".',
};

/** Why no incident would be in the site; nothing where some would, or where errors that stop a build say it already. */
export function whyEmpty(loaded: LoadedArchive, { isStopped }: { readonly isStopped: boolean }): Diagnostic | undefined {
  const { archive, postmortems, restricted, withheld, cut } = loaded;
  if (postmortems.length === 0) return notYet(loaded) ?? NO_POSTMORTEMS;
  if (isStopped || archive.byId.size > 0) return undefined;
  const broken = postmortems.length - restricted.length - withheld.length;
  const notHere = `not in the ${cut?.edition ?? DEFAULT_EDITION} edition`;
  const message =
    broken === 0 && withheld.length === 0
      ? `Restricted incidents are in no page, and ${postmortems.length === 1 ? 'the only one is' : `all ${sayCount(postmortems.length)} are`} restricted: the site would be empty.`
      : `None of ${countOf(postmortems.length, 'postmortem')} can be published: ${[
          ...(broken > 0 ? [`${sayCount(broken)} ${broken === 1 ? 'has' : 'have'} errors`] : []),
          ...(withheld.length > 0 ? [`${sayCount(withheld.length)} ${withheld.length === 1 ? 'is' : 'are'} ${notHere}`] : []),
          ...(restricted.length > 0 ? [`${sayCount(restricted.length)} ${restricted.length === 1 ? 'is' : 'are'} restricted`] : []),
        ].join(', ')}.`;
  const hint = 'A site that was built before stays as it is. Where it must go, delete its folder.';
  return { ...FOLDER, severity: 'error', code: 'nothing-to-publish', message, hint };
}

/** An archive that has moved on since a day on which it had nothing. */
function notYet({ archive: { standing }, later }: LoadedArchive): Diagnostic | undefined {
  if (standing === undefined || (standing.by !== 'git' && !later?.incidents)) return undefined;
  const message = `It had no incident yet. ${sayStanding(standing)}.`;
  return { ...FOLDER, severity: 'error', code: 'no-postmortems', message, hint: 'Give a later day to --as-of.' };
}
