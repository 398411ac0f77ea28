// Text that was read in the wrong encoding and saved again.
import type { Place } from '../../model/diagnostic.ts';
import type { Incident } from '../../model/incident.ts';
import { findDoubleEncoding } from '../../text/double-encoding.ts';
import { lineIndex } from '../../text/line-index.ts';
import type { IncidentRule } from '../rule.ts';

export const doubleEncoded: IncidentRule = {
  code: 'double-encoded',
  severity: 'warning',
  title: 'Text has been encoded as UTF-8 twice.',
  why: 'Somewhere on its way the text was read as Windows-1252. It is hard to read and cannot be found by its words.',
  bad: 'The cafÃ© kiosk â€” offline',
  fixed: 'The café kiosk — offline',
  check(incident, { body, bodyLine, report }) {
    for (const { text, place } of fieldsOf(incident)) {
      const found = findDoubleEncoding(text);
      if (found)
        report(place, `"${found.found}" has been encoded twice.`, {
          hint: `It was "${found.repaired}". Convert the whole file back from Windows-1252.`,
        });
    }
    const found = findDoubleEncoding(body);
    if (!found) return;
    const at = lineIndex(body).lineColumn(found.offset);
    report({ line: bodyLine + at.line - 1, column: at.column }, `"${found.found}" has been encoded twice.`, {
      hint: `It was "${found.repaired}". Convert the whole file back from Windows-1252.`,
    });
  },
};

function fieldsOf({ title, summary, impact }: Incident): { readonly text: string; readonly place: Place }[] {
  return [
    { text: title, place: { path: ['title'] } },
    { text: summary?.source ?? '', place: { path: ['summary'] } },
    { text: impact.summary?.source ?? '', place: { path: ['impact', 'summary'] } },
  ];
}
