// A diagnostic of a text whose file name is not known where it is found.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LineColumn } from '../text/line-index.ts';

export type Problem = Omit<Diagnostic, 'file'>;

export function errorAt(at: LineColumn, code: string, said: { readonly message: string; readonly hint?: string }): Problem {
  return { line: at.line, column: at.column, severity: 'error', code, ...said };
}

/** Something wrong at an offset of a text, before its line is known. */
export interface Found {
  readonly offset: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}
