// An edition: one archive as one circle of readers may see it.

export const EDITION_NAMES = ['public', 'internal', 'restricted'] as const;
export type EditionName = (typeof EDITION_NAMES)[number];

export const DEFAULT_EDITION: EditionName = 'internal';

export interface EditionSettings {
  /** Instead of those of the site. */
  readonly title?: string;
  readonly url?: string;
  /** Documents that are not yet `published`. */
  readonly drafts: boolean;
  /** Whether people are named, or become roles. */
  readonly people: 'names' | 'roles';
  /** What is marked `[internal]`: timeline entries, list items, rows, paragraphs, sections. */
  readonly internalParts: 'shown' | 'withheld';
  /** Paths of attachments that no program can search, and that somebody has looked at. */
  readonly attachments: readonly string[];
}
