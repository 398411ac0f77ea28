// What belongs to which part of a run that is cut.
import { expect, test } from 'vitest';
import { compileBody, incidentOf } from './compile-text.ts';

test('a footnote stays with the words before it, in whichever line they stand', () => {
  const body = '## Timeline\n\n10:07 Slow\n10:08 Full [^1] and late [^2]\n10:09 Over\n\n[^1]: one\n[^2]: two\n';
  const marks = incidentOf(compileBody(body)).timeline.map(({ text }) => text.html.match(/aria-label="Footnote \d"/g) ?? []);
  expect(marks).toEqual([[], ['aria-label="Footnote 1"', 'aria-label="Footnote 2"'], []]);
});
