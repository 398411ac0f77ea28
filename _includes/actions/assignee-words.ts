// What lists of owners, of teams and of services are called, and where they are.
import type { Assignee } from '../../src/core/model/archive.ts';

interface AssigneeWords {
  readonly title: string;
  readonly singular: string;
  /** Of the list of all of them, from the site's root. */
  readonly path: string;
}

export const ASSIGNEE_WORDS: Readonly<Record<Assignee['kind'], AssigneeWords>> = {
  owner: { title: 'Owners', singular: 'Owner', path: 'actions/owners/' },
  team: { title: 'Teams', singular: 'Team', path: 'actions/teams/' },
  service: { title: 'Services', singular: 'Service', path: 'actions/services/' },
};
