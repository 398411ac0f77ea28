// What passes between the stages of an import: bytes become a document, a document a draft, a draft a file.
import type { ActionStatus } from '../core/model/action-item.ts';
import type { DetectionSource, TimelineKind } from '../core/model/incident.ts';
import type { Day, Milestone } from '../core/model/timestamp.ts';

export const SOURCE_FORMATS = ['markdown', 'text', 'html', 'docx', 'json'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** Something a person should know of one document: what was repaired, left out, doubted or contradicted. */
export interface ImportNote {
  /** Kebab-case, stable across versions: `encoding-repaired`. */
  readonly code: string;
  /** A whole sentence. */
  readonly message: string;
  /** From 1, in the text of the document. */
  readonly line?: number;
  readonly severity: 'info' | 'warning';
}

/** Why a file gives no document. Stable across versions, as the codes of notes are. */
export type RefusalCode =
  | 'empty'
  | 'unreadable'
  | 'too-large'
  | 'other-kind'
  | 'damaged'
  | 'not-text'
  | 'invalid-json'
  | 'unknown-export'
  | 'too-slow'
  | 'crashed';

export interface Refusal {
  readonly code: RefusalCode;
  /** Sentences: why, and what to do. */
  readonly refusal: string;
}

/** A document as text, whatever it was before. */
export interface SourceDocument {
  /** As the user named it, with forward slashes. One file may hold several documents: an export adds `#` and a name of its own. */
  readonly path: string;
  readonly format: SourceFormat;
  /**
   * Markdown to read, its lines ending in LF. Of Markdown and text sources it is the author's own words; of others it is converted.
   * Front matter of another tool is part of it no more: what it says stands in `facts` and `kept`.
   */
  readonly text: string;
  /** Line of the file on which the text begins, where that is not the first: receipts count in the text, people in the file. */
  readonly firstLine?: number;
  /** Where every line of the source ended so: what is written does, too. */
  readonly lineEnd?: '\r\n';
  /** What was repaired or left out while reading: encoding, scripts, images. */
  readonly notes: readonly ImportNote[];
  /** What a structured export or the front matter of another tool says outright; recognition does not override it. */
  readonly facts?: DraftFields;
  /** Lines of a structured source that no field takes; written as comments, so that nothing is lost. */
  readonly kept?: readonly string[];
  /** A structured export says itself that it is no incident. */
  readonly other?: { readonly kind: OtherKind; readonly why: string };
}

/** `certain`: said under a label that means it. `likely`: said, but the rule might err. `guess`: for a person to confirm. */
export type Sureness = 'certain' | 'likely' | 'guess';

/** A value with where it was read and why it is believed. */
export interface Receipt<T> {
  readonly value: T;
  /** From 1, in `SourceDocument.text`; 0 where the value came from the structure of an export, or the name of the file. */
  readonly line: number;
  /** The words it was read from, at most a line. */
  readonly text: string;
  readonly sure: Sureness;
  /** The rule, in words: `label "Duration" in the first section`. */
  readonly why: string;
}

/** ISO 8601: a day, a day and a time, or both with an offset. The offset stands only where the text states a zone. */
export type DraftTime = string;

/** An entry of the timeline as the importer understands it. */
export interface DraftEvent {
  /** A day, a moment, or a time of day alone (`14:05`) where no date is known. */
  readonly at?: DraftTime;
  readonly until?: DraftTime;
  readonly text: string;
  readonly kind?: TimelineKind;
}

export interface DraftAction {
  readonly title: string;
  readonly status?: ActionStatus;
  readonly owner?: string;
  readonly due?: Day;
  readonly priority?: string;
  /** A key or a URL. */
  readonly ticket?: string;
}

/** A stretch of the text, told by its heading or by a label before it; without either, by the words themselves. */
export interface DraftSection {
  /** As the author wrote it, without markup. */
  readonly heading?: string;
  /** Its words, in Markdown. */
  readonly text: string;
}

export type DraftTimes = { readonly [name in Milestone]?: Receipt<DraftTime> };

export interface DraftFields extends DraftTimes {
  readonly title?: Receipt<string>;
  /** What is known of a date without a year, as `--03-21` or `--03-21T14:05`: never made a whole one. */
  readonly startedPartial?: Receipt<string>;
  /** Whose clock the times are: an IANA name, or an offset such as `+02:00`. */
  readonly timezone?: Receipt<string>;
  /** As the text states it, in minutes. */
  readonly statedDuration?: Receipt<number>;
  /** As the text says it: `SEV-2`, `High`. */
  readonly severity?: Receipt<string>;
  /** 0 to 100, of users, traffic or requests. */
  readonly impactPercent?: Receipt<number>;
  readonly usersAffected?: Receipt<number>;
  readonly cost?: Receipt<string>;
  readonly dataLoss?: Receipt<string>;
  readonly services?: Receipt<readonly string[]>;
  readonly teams?: Receipt<readonly string[]>;
  readonly environments?: Receipt<readonly string[]>;
  readonly tags?: Receipt<readonly string[]>;
  readonly authors?: Receipt<readonly string[]>;
  readonly commander?: Receipt<string>;
  readonly detectedBy?: Receipt<DetectionSource>;
  readonly trigger?: Receipt<string>;
  readonly summary?: Receipt<DraftSection>;
  readonly impact?: Receipt<DraftSection>;
  readonly rootCause?: Receipt<DraftSection>;
  readonly resolution?: Receipt<DraftSection>;
  readonly lessons?: Receipt<DraftSection>;
  readonly timeline?: readonly Receipt<DraftEvent>[];
  readonly actionItems?: readonly Receipt<DraftAction>[];
  /** What an export calls the incident, made unique by the system it came from: `INC-142`. */
  readonly reference?: Receipt<string>;
  readonly links?: Receipt<readonly string[]>;
  /** BCP 47: `en`, `es`, `fr`, `de`. */
  readonly language?: Receipt<string>;
}

/** What a document is when it is no postmortem. */
export const OTHER_KINDS = ['template', 'assignment', 'runbook', 'readme', 'list', 'empty', 'exercise', 'maintenance', 'other'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

export interface Draft {
  readonly source: SourceDocument;
  readonly isPostmortem: boolean;
  readonly notAPostmortem?: { readonly kind: OtherKind; readonly why: string };
  readonly fields: DraftFields;
  /** Contradictions: two zones, an end before its start, a duration against the times. */
  readonly problems: readonly ImportNote[];
}

/** How the person who imports settles what texts leave open. */
export interface RecogniseOptions {
  /** Zone of times without one, as an IANA name; absent: none is assumed. */
  readonly timezone?: string;
  /** Reads `03/04/2024`; absent: left open where both are possible. */
  readonly dateOrder?: 'dmy' | 'mdy';
}
