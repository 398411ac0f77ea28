// A problem found in the archive, as a value: where, what, and what to do about it.
import { compareText } from '../text/compare.ts';

/** Errors stop a build, warnings do not. */
export type Severity = 'error' | 'warning';

/** One problem. `line` and `column` count from 1; `column` counts UTF-16 code units, as editors do. */
export interface Diagnostic {
  /** Path as the user would type it, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  /** Kebab-case name of the rule, stable across versions: `unknown-field`. */
  readonly code: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What to do, where there is one thing to do. */
  readonly hint?: string;
}

/**
 * Where in a document something stands: a path into the front matter (`['timeline', 3, 'at']`), or a line of the file.
 * A path that does not exist is read as its nearest existing parent; `key: true` points at the key, not at its value.
 */
export type Place =
  | { readonly path: readonly (string | number)[]; readonly key?: boolean }
  | { readonly line: number; readonly column?: number };

/** Order in which problems are shown: by file, then by place, then by code. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** One line for people and editors: `postmortems/x.md:3:1 error unknown-field  "severty" is not a field. Did you mean "severity"?` */
export function sayDiagnostic({ file, line, column, severity, code, message, hint }: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${code}  ${message}${hint === undefined ? '' : ` ${hint}`}`;
}
