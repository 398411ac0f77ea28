// The site's configuration after validation: every default filled in, every name canonical.

import type { UrlStyle } from '../text/explicit-links.ts';
import type { EditionName, EditionSettings } from './edition.ts';
import type { Visibility } from './incident.ts';
import type { Milestone } from './timestamp.ts';

/** What incidents are indexed by. `severities` and `years` are indexes without a vocabulary of their own. */
export const VOCABULARIES = ['services', 'teams', 'tags', 'root_causes'] as const;
export type VocabularyName = (typeof VOCABULARIES)[number];

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** For a service: the team that owns it. */
  readonly owner?: string;
  readonly aliases: readonly string[];
}

export interface Vocabulary {
  /** A value outside the vocabulary is an error. */
  readonly strict: boolean;
  readonly terms: readonly Term[];
}

export interface SeverityLevel {
  readonly label: string;
  /** 1 is the gravest. */
  readonly rank: number;
  readonly name?: string;
  readonly description?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly team?: string;
  /** What stands in place of the name in an edition that names nobody. */
  readonly role?: string;
}

const known = new WeakMap<SiteConfig['people'], ReadonlyMap<string, Person>>();

/** Undefined for whom nobody has written down. Asked for several times of every action item: a map answers sooner than an object. */
export function personOf({ people }: Pick<SiteConfig, 'people'>, id: string): Person | undefined {
  const byId = known.get(people) ?? new Map(Object.entries(people));
  known.set(people, byId);
  return byId.get(id);
}

export interface MetricDefinition {
  readonly id: string;
  readonly from: Milestone;
  readonly to: Milestone;
}

export interface SiteConfig {
  /** Path the configuration was read from, for messages; absent when defaults are in force. */
  readonly file?: string;
  readonly title: string;
  readonly url?: string;
  readonly urls: UrlStyle;
  readonly timezone: string;
  readonly language: string;
  readonly visibility: Visibility;
  /** Front-matter fields every incident must have, and those of one severity label in addition. */
  readonly required: { readonly all: readonly string[]; readonly bySeverity: Readonly<Record<string, readonly string[]>> };
  /** Sections the body must have, by severity label. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  readonly severities: readonly SeverityLevel[];
  readonly vocabularies: Readonly<Record<VocabularyName, Vocabulary>>;
  readonly people: Readonly<Record<string, Person>>;
  /** Days an action item may take: severity label → priority → days. */
  readonly dueDays: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Days the postmortem itself may take, by severity label. */
  readonly reviewDays: Readonly<Record<string, number>>;
  readonly fieldAliases: Readonly<Record<string, string>>;
  readonly ignoredFields: readonly string[];
  /** Ticket key prefix → URL with `{key}`. */
  readonly ticketLinks: Readonly<Record<string, string>>;
  readonly source?: { readonly repository: string; readonly branch: string };
  readonly metrics: readonly MetricDefinition[];
  /** Strings that no public edition may hold, wherever they stand. */
  readonly redact: readonly string[];
  readonly editions: Readonly<Record<EditionName, EditionSettings>>;
}
