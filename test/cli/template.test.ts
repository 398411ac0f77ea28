// Filling a template: only the values change.
import { expect, test } from 'vitest';
import { BUILT_IN_TEMPLATE, fillTemplate } from '../../src/cli/template.ts';

test('the built-in template begins with the title', () => {
  const filled = fillTemplate(BUILT_IN_TEMPLATE, { title: 'Down', severity: 'SEV1', started: '2026-11-20' });
  expect(filled).toMatch(/^---\ntitle: Down\n#/);
  expect(filled).toContain('\n# summary:\nseverity: SEV1\nstarted: 2026-11-20\n');
  // The comment is the field now: taking its mark away gives no second one.
  expect(filled.match(/severity:/g)).toHaveLength(1);
  expect(fillTemplate(BUILT_IN_TEMPLATE, { title: 'Down', severity: undefined })).toMatch(/^---\ntitle: Down\n#/);
});

test('comments, order, line ends and body of a template stay as they are', () => {
  const template =
    '---\r\n# About\r\nstarted:   # when\r\ntitle: "x" # the title\r\nseverity: >-\r\n  SEV2\r\n  or so\r\ntags: [a,b]\r\n---\r\n\r\n## title: x\r\n';
  expect(fillTemplate(template, { title: 'Down', severity: 'SEV1', started: '2026-11-20' })).toBe(
    '---\r\n# About\r\nstarted: 2026-11-20   # when\r\ntitle: Down # the title\r\nseverity: SEV1\ntags: [a,b]\r\n---\r\n\r\n## title: x\r\n',
  );
});

test.each([
  ['Checkout errors, after (another) push', 'title: Checkout errors, after (another) push'],
  ["Don't", "title: Don't"],
  ['Ärger mit Ü', 'title: Ärger mit Ü'],
  ['障害', 'title: 障害'],
  ['No', 'title: "No"'],
  ['null', 'title: "null"'],
  ['a: b', 'title: "a: b"'],
  ['a #b', 'title: "a #b"'],
  ['- a', 'title: "- a"'],
  ['"quoted" \\ back', 'title: "\\"quoted\\" \\\\ back"'],
  ['12:30', 'title: "12:30"'],
  ['{a}', 'title: "{a}"'],
  ['!tag', 'title: "!tag"'],
])('the title %s is written so that it is read as these words', (title, line) => {
  expect(fillTemplate('---\ntitle:\n---\n', { title })).toBe(`---\n${line}\n---\n`);
});

test('a template without front matter gets one', () => {
  expect(fillTemplate('## What happened\n', { title: 'Down' })).toBe('---\ntitle: Down\n---\n\n## What happened\n');
  expect(fillTemplate('---\n---\ntext', { title: 'Down' })).toBe('---\ntitle: Down\n---\ntext');
});

test('a template that is broken is said to be', () => {
  expect(() => fillTemplate('---\ntitle: x\n', { title: 'Down' })).toThrow('not closed');
  expect(() => fillTemplate('---\ntitle: [x\n---\n', { title: 'Down' })).toThrow('_template.md cannot be used');
});
