// Problems for programs: an array of flat objects, always with the same keys in the same order.
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Findings } from './formats.ts';

export function reportJson({ diagnostics }: Findings): string {
  return JSON.stringify(diagnostics.map(toRow), null, 2);
}

/** One problem with all its keys: `hint` is null where there is none. */
export function toRow({ file, line, column, severity, code, message, hint }: Diagnostic): object {
  return { file, line, column, severity, code, message, hint: hint ?? null };
}
