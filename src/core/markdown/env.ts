// What a text needs to know about its surroundings while it is parsed, and what is found on the way.
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { Heading, Reference } from '../model/incident.ts';

/** What an id or a file of the archive leads to. */
export interface Target {
  readonly id: string;
  readonly title: string;
}

/** All incidents as far as links are concerned. */
export interface Registry {
  /** By id or by an alias of it. */
  resolve(idOrAlias: string): Target | undefined;
  /** By archive-relative path: `2024/2024-01-15-fpm-outage.md`. */
  resolveFile(path: string): Target | undefined;
}

export interface MarkdownSource {
  /** Id of the incident: keeps the ids of footnotes apart where several texts share a page. */
  readonly docId: string;
  /** Archive-relative path of the file the text stands in: relative links start there. */
  readonly file: string;
  readonly registry: Registry;
  /** Line of the file on which the text begins, from 1. */
  readonly bodyLine: number;
  /** For text of the front matter: where it stands, instead of a line. */
  readonly place?: Place;
  /** Added to the level of every heading; the result stays within 2 to 6. */
  readonly headingShift?: number;
  /** Brought in from elsewhere, by somebody who may not have meant Markdown: what its look says is shown. */
  readonly isImported?: true;
  /** Lines of its paragraphs are lines to its author. */
  readonly keepsLines?: true;
}

/** One document being read. The lists are filled in the order of the text; several texts of one document may share them. */
export interface MarkdownEnv extends MarkdownSource {
  readonly references: Reference[];
  readonly headings: Heading[];
  /** Every id that `#...` may point at. */
  readonly anchors: Set<string>;
  readonly diagnostics: Diagnostic[];
}

export function makeEnv(source: MarkdownSource): MarkdownEnv {
  return { ...source, references: [], headings: [], anchors: new Set(), diagnostics: [] };
}

/** markdown-it keeps its own state in the environment (`references`, `footnotes`): ours stands beside it under one name. */
export interface ParserEnv {
  [key: string | symbol]: unknown;
  readonly hindsight: MarkdownEnv;
  readonly docId: string;
}

export function parserEnv(env: MarkdownEnv): ParserEnv {
  return { hindsight: env, docId: env.docId };
}

/** Our part of markdown-it's environment. */
export function ownEnv(env: { readonly [key: string | symbol]: unknown }): MarkdownEnv {
  return (env as ParserEnv).hindsight;
}
