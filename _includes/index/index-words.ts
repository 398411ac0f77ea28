// What the six indexes and their entries are called.
import type { IndexKind } from '../../src/core/model/archive.ts';

interface IndexWords {
  readonly title: string;
  /** One entry of it. */
  readonly singular: string;
  /** On the page of an entry that no incident has yet. */
  readonly none: string;
}

export const INDEX_WORDS: Readonly<Record<IndexKind, IndexWords>> = {
  tags: { title: 'Tags', singular: 'Tag', none: 'No incident has this tag yet.' },
  services: { title: 'Services', singular: 'Service', none: 'No incident names this service yet.' },
  teams: { title: 'Teams', singular: 'Team', none: 'No incident names this team yet.' },
  causes: { title: 'Causes', singular: 'Cause', none: 'No incident names this cause yet.' },
  severities: { title: 'Severities', singular: 'Severity', none: 'No incident was of this severity yet.' },
  years: { title: 'Years', singular: 'Year', none: 'No incident began in this year.' },
};
