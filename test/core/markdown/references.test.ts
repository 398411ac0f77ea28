// What a text mentions is recorded with its place, and what stays text by mistake is reported there.
import { describe, expect, test } from 'vitest';
import { makeEnv } from '../../../src/core/markdown/env.ts';
import { LONGEST_TEXT, parseMarkdown, richText } from '../../../src/core/markdown/renderer.ts';
import { sampleEnv } from './sample-env.ts';

function read(source: string) {
  const env = sampleEnv();
  parseMarkdown(source, env);
  return env;
}

function problems(source: string): string[] {
  return read(source).diagnostics.map(({ line, column, severity, code, message }) => `${line}:${column} ${severity} ${code}  ${message}`);
}

describe('references', () => {
  test('incidents, with their section', () => {
    expect(read('See [[INC-1]] and\n[[2019-nowhere#root-cause|that]].').references).toEqual([
      { kind: 'incident', id: 'INC-1', place: { line: 10, column: 5 } },
      { kind: 'incident', id: '2019-nowhere', anchor: 'root-cause', place: { line: 11, column: 1 } },
    ]);
  });

  test('files and attachments as paths of the archive', () => {
    expect(read('\n[a](./x.md#y) [b](../2023/z.MD) ![c](2024-06-01-here/p%20q.png) [d](../../up.txt) [e](/root.txt)').references).toEqual([
      { kind: 'file', path: '2024/x.md', anchor: 'y', place: { line: 11, column: 5 } },
      { kind: 'file', path: '2023/z.MD', place: { line: 11, column: 19 } },
      { kind: 'asset', path: '2024/2024-06-01-here/p q.png', place: { line: 11, column: 38 } },
      { kind: 'asset', path: '../up.txt', place: { line: 11, column: 69 } },
      { kind: 'asset', path: '/root.txt', place: { line: 11, column: 87 } },
    ]);
  });

  test('anchors of the same text', () => {
    expect(read('[a](#root-cause) [top](#)').references).toEqual([
      { kind: 'anchor', anchor: 'root-cause', place: { line: 10, column: 5 } },
    ]);
  });

  test('the same target twice on a line', () => {
    expect(read('[[a]] [[a]]').references.map(({ place }) => place)).toEqual([
      { line: 10, column: 1 },
      { line: 10, column: 7 },
    ]);
  });

  test('in tables, lists, quotations and alerts', () => {
    const source = '| a |\n|---|\n| x |\n| [[t]] |\n\n- one\n- two\n  [[l]]\n\n> a\n> b [[q]]\n\n> [!NOTE]\n> [[n]]';
    expect(read(source).references.map(({ place }) => 'line' in place && place.line)).toEqual([13, 17, 20, 23]);
  });

  test('nothing in code, nothing outside', () => {
    expect(read('`[[a]]` https://example.org [x](mailto:a@b.co)\n\n```\n[[b]]\n```').references).toEqual([]);
  });

  test('text of the front matter is at the place of its field', () => {
    const env = makeEnv({ ...sampleEnv(), place: { path: ['summary'] } });
    expect(richText('See [[INC-1]] *now*.', env)).toEqual({
      source: 'See [[INC-1]] *now*.',
      plain: 'See Checkout & login down now.',
      html: 'See <a href="../2024-01-15-fpm-outage/">Checkout &amp; login down</a> <em>now</em>.',
    });
    expect(env.references).toEqual([{ kind: 'incident', id: 'INC-1', place: { path: ['summary'] } }]);
  });
});

describe('headings', () => {
  test('are collected with their levels, and anchors with footnotes', () => {
    const env = makeEnv({ ...sampleEnv(), headingShift: 1 });
    parseMarkdown('# A `b`\n\ntext[^1]\n\n## C\n\n[^1]: note', env);
    expect(env.headings).toEqual([
      { id: 'a-b', title: 'A b', level: 2 },
      { id: 'c', title: 'C', level: 3 },
    ]);
    expect([...env.anchors].sort()).toEqual(['_fn-2024-06-01-here-1', 'a-b', 'c']);
  });
});

describe('problems', () => {
  test('refused links, however they are written', () => {
    expect(
      problems('[a](javascript:alert(1))\n<javascript:x>\n\n[b]: data:text/html,x\n\n![c](//evil.example/x.png) [d](ftp://x)'),
    ).toEqual([
      '10:5 error refused-link  A link to "javascript:alert(1)" is not allowed and stays text.',
      '11:2 error refused-link  A link to "javascript:x" is not allowed and stays text.',
      '13:6 error refused-link  A link to "data:text/html,x" is not allowed and stays text.',
      '15:6 error refused-link  A link to "//evil.example/x.png" is not allowed and stays text.',
      '15:32 error refused-link  A link to "ftp://x" is not allowed and stays text.',
    ]);
  });

  test('HTML, once, and not what only looks like it', () => {
    expect(problems('List<String> <service> a < b <-- c\n<!-- draft --> and <br>')).toEqual([
      '11:1 warning raw-html  "<!--" is HTML and is shown to readers as it stands.',
    ]);
  });

  test('images', () => {
    expect(problems('![](2024-06-01-here/x.png) ![chart](https://charts.example/1.png)')).toEqual([
      '10:5 warning image-without-alt  The image 2024-06-01-here/x.png has no alternative text.',
      '10:37 warning remote-image  The image https://charts.example/1.png is on another host: a link stands in its place.',
    ]);
  });

  test('a text that is too long is not read', () => {
    const env = sampleEnv();
    expect(parseMarkdown('x'.repeat(LONGEST_TEXT + 1), env)).toEqual([]);
    expect(env.diagnostics.map(({ code, line }) => `${line} ${code}`)).toEqual(['10 body-too-large']);
  });

  test('long addresses are cut in messages', () => {
    expect(problems(`[a](ftp://${'x'.repeat(500)})`)[0]?.length).toBeLessThan(200);
  });
});
