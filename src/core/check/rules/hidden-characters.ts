// Characters in the text that cannot be seen and make it read differently from what it is. In fields, the schema refuses them.
import { lineIndex } from '../../text/line-index.ts';
import type { IncidentRule } from '../rule.ts';

/** Overrides, embeddings and isolates of direction, and control characters but tab and line ends. Joiners and marks of direction are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export const hiddenCharacters: IncidentRule = {
  code: 'hidden-characters',
  severity: 'warning',
  title: 'The text holds invisible characters that change how it reads.',
  why: 'They reverse what is shown, so that a command reads otherwise than it runs (CVE-2021-42574), or stand in the way of search.',
  bad: 'A command with U+202E in it',
  fixed: 'The same command without it',
  check(_incident, { body, bodyLine, report }) {
    const found = HIDDEN.exec(body);
    if (!found) return;
    const at = lineIndex(body).lineColumn(found.index);
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    report({ line: bodyLine + at.line - 1, column: at.column }, `The invisible character U+${code} stands here.`, {
      hint: 'Delete it; such characters come along with text copied from elsewhere.',
    });
  },
};
