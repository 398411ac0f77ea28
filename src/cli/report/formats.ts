// The ways problems can be printed. To add one, write it in a file of its own and register it here.
import type { AllowedCredential } from '../../core/credentials/judge-text.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { reportJson } from './json.ts';
import { reportText } from './text.ts';

/** What a report is made of: problems in order, with paths as the user would type them. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  /** The postmortems that were looked at, by the same paths. */
  readonly checked: readonly string[];
  /** How many of them are in no page of a site. */
  readonly restricted: number;
  /** Credentials that stand in the texts with a reason. */
  readonly allowed: readonly AllowedCredential[];
}

export interface ReportStyle {
  readonly color: boolean;
}

export type Format = (findings: Findings, style: ReportStyle) => string;

export const FORMATS = { text: reportText, json: reportJson } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
