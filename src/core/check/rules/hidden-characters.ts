// Characters that cannot be seen and make text read differently from what it is.
import type { Place } from '../../model/diagnostic.ts';
import type { Incident } from '../../model/incident.ts';
import { lineIndex } from '../../text/line-index.ts';
import type { IncidentRule } from '../rule.ts';

export const hiddenCharacters: IncidentRule = {
  code: 'hidden-characters',
  severity: 'warning',
  title: 'Text holds invisible characters that change how it reads.',
  why: 'They reverse what is shown, so that a command reads otherwise than it runs (CVE-2021-42574), or stand in the way of search.',
  bad: 'A command with U+202E in it',
  fixed: 'The same command without it',
  check(incident, { body, bodyLine, report }) {
    const say = (place: Place, character: string): void => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      report(place, `The invisible character U+${code} stands here.`, {
        hint: 'Delete it; it often comes along with text copied from elsewhere.',
      });
    };
    for (const { text, place } of fieldsOf(incident)) {
      const found = HIDDEN.exec(text);
      if (found) say(place, found[0]);
    }
    const found = HIDDEN.exec(body);
    if (!found) return;
    const at = lineIndex(body).lineColumn(found.index);
    say({ line: bodyLine + at.line - 1, column: at.column }, found[0]);
  },
};

/** Overrides, embeddings and isolates of direction, and control characters but tab and line ends. Joiners and marks of direction are text. */
const HIDDEN = /[\u202a-\u202e\u2066-\u2069]|(?![\t\n\r])\p{Cc}/u;

function fieldsOf({ title, summary }: Incident): { readonly text: string; readonly place: Place }[] {
  return [
    { text: title, place: { path: ['title'] } },
    { text: summary?.source ?? '', place: { path: ['summary'] } },
  ];
}
