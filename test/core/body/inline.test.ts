// What belongs to which part of a run that is cut.
import { expect, test } from 'vitest';
import { compileBody, incidentOf } from './compile-text.ts';

function footnotesOf(timeline: string): string[] {
  const notes = [1, 2, 3].map((n) => `[^${n}]: note ${n}`).join('\n');
  const entries = incidentOf(compileBody(`## Timeline\n\n${timeline}\n\n${notes}\n`)).timeline;
  return entries.map(({ text }) => (text.html.match(/(?<=aria-label="Footnote )\d/g) ?? []).join());
}

test.each([
  ['10:07 Slow\n10:08 Full [^1] and late [^2]\n10:09 Over[^3]\n10:10 Calm', ['', '1,2', '3', '']],
  ['- 10:07 Slow [^1]\n- 10:08[^2] Full\n- 10:09 *Over* [^3]', ['1', '2', '3']],
  ['| Time | What |\n|-|-|\n| 10:07 | Slow [^1] |\n| 10:08 | Full[^2], *late*[^3] |', ['1', '2,3']],
])('a footnote stays in its line, wherever it stands there: %j', (timeline, footnotes) => {
  expect(footnotesOf(timeline)).toEqual(footnotes);
});
