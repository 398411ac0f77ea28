// Problems for programs: an array of flat objects, always with the same keys in the same order.
import { CREDENTIAL } from '../../core/credentials/judge-text.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { Findings } from './formats.ts';

/** What is allowed comes last, with the reason for a hint: neither an error nor a warning, and still something to know. */
export function reportJson({ diagnostics, allowed }: Findings): string {
  const rows = allowed.map(({ file, line, column, message, reason }) => {
    return { file, line, column, severity: 'allowed', code: CREDENTIAL, message, hint: reason };
  });
  return JSON.stringify([...diagnostics.map(toRow), ...rows], null, 2);
}

/** One problem with all its keys: `hint` is null where there is none. */
export function toRow({ file, line, column, severity, code, message, hint }: Diagnostic): object {
  return { file, line, column, severity, code, message, hint: hint ?? null };
}
