// What every place that a site can be published to has in common. To add one, write it in `targets/` and tell it from the others in `choose.ts`.
import type { Manifest } from '../site/manifest.ts';
import type { Site } from './open-site.ts';

export interface Published {
  /** False when the place already shows this site. */
  readonly isNew: boolean;
  /** What the place calls it: a release, a commit. */
  readonly name: string;
}

export interface Target {
  /** As messages name it: never with a password. */
  readonly name: string;
  /** The manifest of what is shown now; undefined when nothing is. Changes nothing. Throws when the place holds something that is not ours. */
  readonly current: () => Promise<Manifest | undefined>;
  /** Whole or not at all: broken off at any moment, the place shows what it showed before. `report` hears of steps in words. */
  readonly publish: (site: Site, report: (step: string) => void) => Promise<Published>;
  /** Shows again what was shown before; resolves with its name. Absent where the place has a history of its own. */
  readonly rollBack?: () => Promise<string>;
}
