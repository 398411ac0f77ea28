// What the server and the process that builds for it say to each other.
import type { EditionName } from '../../core/model/edition.ts';
import type { BuildResult } from '../../site/build.ts';

/** Options of one build; paths are absolute. */
export interface BuildOrder {
  readonly input: string;
  readonly config?: string;
  readonly edition: EditionName;
  readonly staging: string;
}

export type BuildReply =
  | { readonly kind: 'done'; readonly result: BuildResult }
  /** The build could not be tried, or Hindsight itself failed. */
  | { readonly kind: 'failed'; readonly text: string };
