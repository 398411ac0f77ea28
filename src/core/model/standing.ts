// How it is known what an archive was like on the day it is shown as of.
import type { Day } from './timestamp.ts';

interface OfDay {
  /** The day: its end, in the zone of the site. */
  readonly of: Day;
  /** The archive has changed since, as far as can be told. */
  readonly hasMovedOn: boolean;
}

export type Standing =
  | (OfDay & {
      /** The files are those of a commit, or still the same. */
      readonly by: 'git';
      /** The last one by the end of the day that changed anything in the archive. */
      readonly commit: string;
      readonly committed: Day;
    })
  | (OfDay & {
      /** The files are as they are now; what their own dates put after the day is left out of them. */
      readonly by: 'dates';
      /** Why there is nothing better: `the archive is not in a git repository`. */
      readonly reason: string;
    })
  /** The files are as they are now, with changes that no commit has yet: the day is not over. */
  | (OfDay & { readonly by: 'files' });
