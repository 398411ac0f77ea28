// Which incidents a change set off, told by their trigger alone: a link to a change may as well be to the one that mended it.
import type { Incident } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';

/** One of these words in a trigger makes it a change that somebody made: `deploy`, `config-push`, `schema migration`. */
const CHANGE_WORDS: ReadonlySet<string> = new Set([
  ...[
    'change',
    'changes',
    'config',
    'configuration',
    'deploy',
    'deploys',
    'deployed',
    'deployment',
    'flag',
    'infrastructure',
    'maintenance',
  ],
  ...['migration', 'migrations', 'patch', 'push', 'release', 'released', 'rollback', 'rollout', 'toggle', 'update', 'upgrade'],
]);

export function isChange(trigger: string | undefined): boolean {
  return (
    trigger !== undefined &&
    slugify(trigger)
      .split('-')
      .some((word) => CHANGE_WORDS.has(word))
  );
}

export function wasSetOffByChange({ trigger }: Pick<Incident, 'trigger'>): boolean {
  return isChange(trigger);
}
