// What stops a build in a text written today is only told of one that was imported: its author is gone, and its words are to stay.
import type { Diagnostic } from '../model/diagnostic.ts';

/** Mistakes of the text itself, and what the site asks of every new one. Not of the fields: those the importer wrote. */
const OF_THE_TEXT: ReadonlySet<string> = new Set([
  'broken-link',
  'refused-link',
  'bad-time',
  'action-id-twice',
  'completed-before-created',
  'missing-field',
  'missing-section',
]);

/** `isImported` says it of a file by its `source`. */
export function softenImported(diagnostics: readonly Diagnostic[], isImported: (file: string) => boolean): Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === 'error' && OF_THE_TEXT.has(diagnostic.code) && isImported(diagnostic.file)
      ? { ...diagnostic, severity: 'warning' }
      : diagnostic,
  );
}
