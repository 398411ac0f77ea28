// What a check is: a name, a severity, a reason, an example, and a function that reports what it finds.
import type { Diagnostic, Place, Severity } from '../model/diagnostic.ts';
import type { Incident, Linking } from '../model/incident.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Day } from '../model/timestamp.ts';
import type { Directory } from './directory.ts';

/** What the generated list of checks says about one. */
export interface RuleText {
  /** Kebab-case, stable across versions. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly title: string;
  /** Why that matters, in a sentence or two. */
  readonly why: string;
  /** A piece of a file that has the problem, and the same without it. */
  readonly bad: string;
  readonly fixed: string;
}

type Position = Pick<Diagnostic, 'line' | 'column'>;

/** What to do about it; `severity` where it is not that of the rule. */
export interface Advice {
  readonly hint?: string | undefined;
  readonly severity?: Severity;
}

export interface IncidentInput {
  readonly config: SiteConfig;
  readonly asOf: Day;
  /** The text below the front matter, and the line of the file on which it begins. */
  readonly body: string;
  readonly bodyLine: number;
  /** As the front matter gives it. */
  readonly title?: string;
  /** Fields that are given but wrong, and so not in the incident. Without this list, every incident is taken to have a title. */
  readonly rejected?: readonly string[];
  locate(place: Place): Position;
}

export interface IncidentContext extends IncidentInput {
  report(place: Place, message: string, advice?: Advice): void;
}

/** A check that looks at one incident alone. */
export interface IncidentRule extends RuleText {
  check(incident: Incident, context: IncidentContext): void;
}

/** A file of the archive as far as its names go; also of one that could not be read any further. */
export interface Entry {
  readonly file: string;
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title?: string | undefined;
}

export interface ArchiveInput {
  readonly config: SiteConfig;
  readonly asOf: Day;
  /** All files, in the order of their paths; without them, those of the incidents given. */
  readonly entries?: readonly Entry[];
  /** Files whose fields cannot be read, with what their texts link to. */
  readonly unread?: readonly Linking[];
  /** Whether an image or attachment is published, by archive-relative path. */
  hasAsset(path: string): boolean;
  /** All of those paths, for "did you mean". */
  readonly assets?: Iterable<string>;
  locate(file: string, place: Place): Position;
}

export interface ArchiveContext extends ArchiveInput {
  readonly entries: readonly Entry[];
  readonly directory: Directory;
  report(at: { readonly file: string; readonly place: Place }, message: string, advice?: Advice): void;
}

/** A check that compares incidents with one another; in time that grows no faster than their number. */
export interface ArchiveRule extends RuleText {
  check(incidents: readonly Incident[], context: ArchiveContext): void;
}
