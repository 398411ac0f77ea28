// Problems as people and programs get to see them.
import { expect, test } from 'vitest';
import { reportJson } from '../../../src/cli/report/json.ts';
import { reportText } from '../../../src/cli/report/text.ts';
import { visible } from '../../../src/cli/report/visible.ts';
import type { Diagnostic } from '../../../src/core/model/diagnostic.ts';

const PROBLEMS: readonly Diagnostic[] = [
  {
    file: 'postmortems/a.md',
    line: 3,
    column: 1,
    severity: 'error',
    code: 'unknown-field',
    message: '"severty" is not a field.',
    hint: 'Did you mean "severity"?',
  },
  { file: 'postmortems/a.md', line: 9, column: 12, severity: 'warning', code: 'broken-link', message: 'There is no incident "x".' },
  { file: 'postmortems/b.md', line: 1, column: 1, severity: 'error', code: 'too-large', message: 'The file has 50 MB.' },
];

test('a line for each, files apart, hints below, and the sum of it', () => {
  expect(
    reportText(
      { diagnostics: PROBLEMS, checked: ['postmortems/a.md', 'postmortems/b.md', 'postmortems/c.md'], restricted: 2, allowed: [] },
      { color: false },
    ),
  ).toMatchInlineSnapshot(`
    "postmortems/a.md:3:1 error unknown-field  "severty" is not a field.
        Did you mean "severity"?
    postmortems/a.md:9:12 warning broken-link  There is no incident "x".

    postmortems/b.md:1:1 error too-large  The file has 50 MB.

    2 errors, 1 warning. 3 postmortems checked, 2 with problems.
    2 restricted incidents are in no page."
  `);
});

test('nothing to say', () => {
  const said = (checked: string[]) => reportText({ diagnostics: [], checked, restricted: 0, allowed: [] }, { color: false });
  expect(said(['a.md'])).toBe('1 postmortem checked, no problems.');
  expect(said([])).toBe('0 postmortems checked, no problems.');
});

test('the sums add up where a problem is not in a postmortem', () => {
  const [first] = PROBLEMS;
  const diagnostics = first === undefined ? [] : ['_data/site.yaml', 'postmortems/2026.md'].map((file) => ({ ...first, file }));
  const last = (checked: string[]) => reportText({ diagnostics, checked, restricted: 0, allowed: [] }, { color: false }).split('\n').at(-1);
  expect(last(['postmortems/a.md'])).toBe('2 errors. 1 postmortem checked, none with problems.');
});

test('colours only where they are wanted', () => {
  expect(reportText({ diagnostics: PROBLEMS, checked: [], restricted: 0, allowed: [] }, { color: false })).not.toContain('\u001b');
  expect(reportText({ diagnostics: PROBLEMS, checked: [], restricted: 0, allowed: [] }, { color: true })).toContain(
    '\u001b[31merror\u001b[39m',
  );
});

test('what a file says cannot forge lines of the report or move the cursor', () => {
  const [hostile] = PROBLEMS.slice(0, 1).map((problem) => ({
    ...problem,
    file: 'a\u001b]0;owned\u0007.md',
    message: '"x\nb.md:1:1 error fake\u202e \u009b31m" is not a field.',
  }));
  const text = reportText(
    { diagnostics: hostile === undefined ? [] : [hostile], checked: [], restricted: 0, allowed: [] },
    { color: false },
  );
  expect(text).toContain(
    'a<U+001B>]0;owned<U+0007>.md:3:1 error unknown-field  "x b.md:1:1 error fake<U+202E> <U+009B>31m" is not a field.',
  );
});

test('visible text keeps what can be seen, in every script', () => {
  expect(visible('Café 障害 👩‍🚒 naïve')).toBe('Café 障害 👩‍🚒 naïve');
  expect(visible('a\tb\r\nc\ud800')).toBe('a b c<U+D800>');
});

test('JSON is an array of flat objects with the same keys in the same order', () => {
  const rows = JSON.parse(reportJson({ diagnostics: PROBLEMS, checked: [], restricted: 0, allowed: [] })) as Record<string, unknown>[];
  expect(rows.map((row) => Object.keys(row).join())).toEqual(Array(3).fill('file,line,column,severity,code,message,hint'));
  expect(rows[1]).toMatchObject({ file: 'postmortems/a.md', line: 9, column: 12, severity: 'warning', hint: null });
  expect(reportJson({ diagnostics: [], checked: [], restricted: 0, allowed: [] })).toBe('[]');
});
