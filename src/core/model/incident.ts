// One incident as the rest of the program sees it: both spellings (front matter and body) already one.
import type { ActionItem } from './action-item.ts';
import type { Place } from './diagnostic.ts';
import type { Milestone, Milestones, Timestamp } from './timestamp.ts';

export const DOCUMENT_STATUSES = ['draft', 'in_review', 'published'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** As readers see them. */
export const DOCUMENT_STATUS_WORDS: Readonly<Record<DocumentStatus, string>> = {
  draft: 'Draft',
  in_review: 'In review',
  published: 'Published',
};

export const VISIBILITIES = ['public', 'internal', 'restricted'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const DETECTION_SOURCES = ['monitoring', 'customer', 'employee', 'vendor', 'chance'] as const;
export type DetectionSource = (typeof DETECTION_SOURCES)[number];

export const LINK_RELATIONS = ['ticket', 'dashboard', 'chat', 'status_page', 'runbook', 'change'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

export const TIMELINE_KINDS = [
  'started',
  'detected',
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
  'escalated',
  'action',
  'note',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Text an author wrote in Markdown: the source, its words alone, and its inline HTML, safe to emit. */
export interface RichText {
  readonly source: string;
  readonly plain: string;
  readonly html: string;
}

export interface Link {
  readonly title: string;
  readonly url: string;
  readonly rel?: LinkRelation;
  readonly place: Place;
}

export interface TimelineEntry {
  /** Absent where the author recorded no time: the entry keeps its position in the list. */
  readonly at?: Timestamp;
  /** End of a range such as `09:10–09:40`. */
  readonly until?: Timestamp;
  /** May hold more than one paragraph or a list when it comes from the body: then `html` is block HTML. */
  readonly text: RichText;
  readonly kind: TimelineKind;
  readonly place: Place;
}

export interface Lessons {
  readonly wentWell: readonly RichText[];
  readonly wentWrong: readonly RichText[];
  readonly gotLucky: readonly RichText[];
}

export interface Impact {
  readonly summary?: RichText;
  readonly usersAffected?: number;
  /** 0 to 100. */
  readonly usersAffectedPercent?: number;
  readonly customerFacing?: boolean;
  readonly dataLoss?: string;
  readonly cost?: string;
}

/** What a section of the body is about, told by its heading. */
export const SECTION_ROLES = [
  'summary',
  'impact',
  'background',
  'detection',
  'timeline',
  'trigger',
  'root_cause',
  'resolution',
  'lessons',
  'action_items',
  'supporting',
] as const;
export type SectionRole = (typeof SECTION_ROLES)[number];

export interface Heading {
  readonly id: string;
  readonly title: string;
  /** 2 to 6: the page's title is the only level 1. */
  readonly level: number;
}

/**
 * A stretch of the body under one top heading, in the author's order. What became structured (timeline entries, lessons, action items)
 * is taken out of `html`; what could not be read as such stays in it, so that nothing is lost.
 */
export interface Section {
  /** Absent for text before the first heading. */
  readonly heading?: Heading;
  readonly role?: SectionRole;
  /** Block HTML of the section without its own heading; may be empty. */
  readonly html: string;
  /** The words of the section, without markup. */
  readonly plain: string;
  /** The first paragraph, where there is one: the digest at the top of the page quotes it. */
  readonly lead?: RichText;
  readonly subheadings: readonly Heading[];
  readonly line: number;
}

/** A mention of something else in the archive, for checks and for "what links here". */
export type Reference =
  | { readonly kind: 'incident'; readonly id: string; readonly anchor?: string; readonly place: Place; readonly section?: SectionRole }
  /** A relative link to a `.md` file of the archive; `path` is archive-relative, already resolved. */
  | { readonly kind: 'file'; readonly path: string; readonly anchor?: string; readonly place: Place; readonly section?: SectionRole }
  | { readonly kind: 'anchor'; readonly anchor: string; readonly place: Place }
  /** An image or attachment; `path` is archive-relative, already resolved. */
  | { readonly kind: 'asset'; readonly path: string; readonly place: Place };

/** What links to other places: an incident, or the text of a file whose fields cannot be read. */
export type Linking = Pick<Incident, 'file' | 'references' | 'anchors'>;

export interface Incident {
  readonly id: string;
  readonly aliases: readonly string[];
  /** Archive-relative path with forward slashes: `2026/2026-11-20-checkout-errors.md`. */
  readonly file: string;
  readonly title: string;
  readonly summary?: RichText;
  readonly status: DocumentStatus;
  /** A label of the configured scale. */
  readonly severity?: string;
  readonly milestones: Milestones;
  readonly approximate: readonly Milestone[];
  readonly timezone: string;
  readonly services: readonly string[];
  readonly teams: readonly string[];
  readonly environments: readonly string[];
  readonly tags: readonly string[];
  readonly rootCauses: readonly string[];
  readonly detectedBy?: DetectionSource;
  readonly trigger?: string;
  readonly impact: Impact;
  readonly signatures: readonly string[];
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
  readonly commander?: string;
  readonly related: readonly string[];
  readonly recurrenceOf?: string;
  readonly duplicateOf?: string;
  readonly links: readonly Link[];
  readonly visibility: Visibility;
  readonly redact: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly lessons: Lessons;
  readonly actionItems: readonly ActionItem[];
  readonly sections: readonly Section[];
  readonly references: readonly Reference[];
  /** Every id an in-page link may point at. */
  readonly anchors: readonly string[];
}
