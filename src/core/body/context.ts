// What is known of an incident before its body is read, and how a problem in the body is put at its place.
import type { Day, Milestones } from '../model/timestamp.ts';
import { type ReadingProblemCode, readingProblem } from './problems.ts';
import type { BodyText } from './rich-text.ts';

/** Names the site knows, by which a bare word can be told from prose. */
export interface KnownNames {
  /** Id of a team, by id, name or alias. */
  team(word: string): string | undefined;
  /** Id of a person, by id or full name. */
  person(word: string): string | undefined;
  /** Address of a ticket by its key. */
  ticketUrl(key: string): string | undefined;
}

export interface BodyContext {
  readonly text: BodyText;
  readonly names: KnownNames;
  /** In which times without a zone are read, and all are shown. */
  readonly zone: string;
  readonly milestones: Milestones;
  /** The day told by the file's name, for times of day in a file without `started`. */
  readonly day?: Day;
}

export interface Finding {
  /** Line within the body, from 0. */
  readonly line: number;
  /** What was found, as the problem's message wants it. */
  readonly found: string;
  /** The text to point at on that line. */
  readonly written?: string;
}

export function reportAt(context: BodyContext, code: ReadingProblemCode, finding: Finding): void {
  const { env, lines } = context.text;
  const column = finding.written ? (lines[finding.line] ?? '').indexOf(finding.written) : -1;
  env.diagnostics.push(
    readingProblem(code, finding.found, { file: env.file, line: env.bodyLine + finding.line, column: Math.max(0, column) + 1 }),
  );
}
