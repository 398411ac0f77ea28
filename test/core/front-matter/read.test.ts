// Front matter as the rest of the program gets it: fields, ids, other names of fields, places.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/core/config/read.ts';
import { readFrontMatter } from '../../../src/core/front-matter/read.ts';
import { incident } from '../../../src/core/front-matter/schema/incident.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';
import { yamlIsh } from './yaml-ish.ts';

const read = (text: string, config: Partial<SiteConfig> = {}, path = '2026/x.md') =>
  readFrontMatter({ path, text }, { ...defaultConfig, ...config });
const codes = (text: string, config: Partial<SiteConfig> = {}) => read(text, config).diagnostics.map(({ line, code }) => `${line} ${code}`);

describe('fields', () => {
  test('are read with their types, and the text after them with its line', () => {
    const text =
      '---\ntitle: " Errors "\nstarted: 2026-11-20\ntags: [a, b]\nimpact: { users_affected: 3, data_loss: true, cost: 12000 }\n---\n\n# Text\n';
    const fm = read(text);
    expect(fm.diagnostics).toEqual([]);
    expect(fm.data).toEqual({
      ...{ title: 'Errors', started: '2026-11-20', tags: ['a', 'b'] },
      impact: { users_affected: 3, data_loss: 'yes', cost: '12000' },
    });
    expect(fm).toMatchObject({ file: '2026/x.md', id: 'x', aliases: [], title: 'Errors', body: '\n# Text\n', bodyLine: 7, rejected: [] });
  });

  test('left empty are left out', () => {
    const fm = read('---\ntitle: x\ndetected:\ncommander: ""\ntags:\nimpact:\n  summary:\naction_items:\n  - title: a\n    due:\n---\n');
    expect(fm.diagnostics).toEqual([]);
    expect(fm.data).toEqual({ title: 'x', impact: {}, action_items: [{ title: 'a' }] });
  });

  test('that are wrong are left out, and the right ones stay', () => {
    const fm = read('---\ntitle: x\nstatus: Done\nseverty: SEV1\ntags: [a]\n---\n');
    expect(fm.data).toEqual({ title: 'x', tags: ['a'] });
    // The field that a wrong name was meant for is not missing as well.
    expect(fm.rejected).toEqual(['status', 'severty', 'severity']);
  });

  test('given twice have no value and are not missing; all the others are checked', () => {
    const fm = read(
      '---\ntitle: x\ntitle: y\nseverty: SEV1\nstart: 2026-11-20\nstart: 2026-11-21\ntags: [a]\nimpact: { cost: 1, cost: 2 }\n---\nText\n',
      {
        fieldAliases: { start: 'started' },
      },
    );
    expect(fm.diagnostics.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 duplicate-key',
      '6 duplicate-key',
      '8 duplicate-key',
      '4 unknown-field',
    ]);
    expect(fm.data).toEqual({ tags: ['a'], impact: { cost: '2' } });
    expect(fm.rejected).toEqual(['severty', 'severity', 'title', 'started']);
  });

  test('numbers where text is wanted are the text that was written', () => {
    const fm = read('---\ntitle: 404\nseverity: 2\ntags: [007, 1.10, 0x1F, x]\naction_items: [{ title: 5, ticket: 812 }]\n---\n');
    expect(fm.diagnostics).toEqual([]);
    expect(fm.data).toMatchObject({
      title: '404',
      severity: '2',
      tags: ['007', '1.10', '0x1F', 'x'],
      action_items: [{ title: '5', ticket: '812' }],
    });
  });

  test('given twice in a list count once, with a warning', () => {
    const fm = read('---\ntags: [a, b, " a"]\nlessons: { got_lucky: [x, x] }\n---\n');
    expect(fm.data).toEqual({ tags: ['a', 'b'], lessons: { got_lucky: ['x'] } });
    expect(fm.diagnostics.map(({ severity, code, line, column }) => [severity, code, line, column])).toEqual([
      ['warning', 'repeated-value', 2, 14],
      ['warning', 'repeated-value', 3, 27],
    ]);
  });

  test('with addresses that were copied along with other text are made harmless', () => {
    const fm = read('---\nlinks: ["https://x.example/a b\'>"]\n---\n');
    expect(fm.data?.links).toEqual(["https://x.example/a%20b'%3E"]);
    expect(fm.diagnostics).toMatchObject([{ severity: 'warning', code: 'wrong-value', line: 2, column: 9 }]);
  });

  test('of an empty front matter are none, which is no problem of its own', () => {
    expect(read('---\n---\nText')).toMatchObject({ data: {}, diagnostics: [], id: 'x' });
    expect(read('---\n# nothing\n---\nText')).toMatchObject({ data: {}, diagnostics: [] });
  });
});

describe('files', () => {
  test('may begin with a byte order mark and have any line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const fm = read(`\ufeff---${end}title: x${end}tags: [a]${end}---${end}Text${end}`);
      expect(fm).toMatchObject({ data: { title: 'x', tags: ['a'] }, bodyLine: 5, diagnostics: [] });
      expect(fm.body.trimEnd()).toBe('Text');
      expect(fm.locate({ path: ['tags', 0] })).toEqual({ line: 3, column: 8 });
    }
  });

  test('that cannot be read still have an id, a body and a problem', () => {
    expect(read('# Text\n')).toMatchObject({
      data: undefined,
      id: 'x',
      body: '# Text\n',
      bodyLine: 1,
      diagnostics: [{ code: 'no-front-matter' }],
    });
    expect(read('---\ntitle: "a\n---\nText')).toMatchObject({
      data: undefined,
      id: 'x',
      body: 'Text',
      bodyLine: 4,
      diagnostics: [{ code: 'invalid-yaml' }],
    });
  });
});

describe('ids', () => {
  test('come from the file where it gives none', () => {
    expect(read('---\n---\n', {}, '2026/11/2026-11-20-checkout.md').id).toBe('2026-11-20-checkout');
    expect(read('---\nid: other\naliases: [old]\n---\n')).toMatchObject({ id: 'other', aliases: ['old'] });
  });

  test('that a file name cannot be are told, once', () => {
    expect(read('---\n---\n', {}, 'Ausfall am Montag!.md')).toMatchObject({
      id: 'ausfall-am-montag',
      diagnostics: [{ code: 'bad-file-name', line: 1 }],
    });
    expect(read('---\nid: fine\n---\n', {}, 'Ausfall!.md').diagnostics).toEqual([]);
    expect(read('---\nid: ../x\n---\n', {}, 'CON.md')).toMatchObject({ id: 'x-con', diagnostics: [{ code: 'wrong-value', line: 2 }] });
  });
});

describe('other names of fields', () => {
  const config = {
    fieldAliases: { start_time: 'started', keywords: 'tags', company: 'teams', url: 'links', archive_url: 'links' },
    ignoredFields: ['fetched_at'],
  };

  test('are read as the fields, and ignored fields are left alone', () => {
    const fm = read('---\nstart_time: 2026-11-20\nkeywords: [a]\ncompany: Acme\nfetched_at: { any: thing }\n---\n', config);
    expect(fm.diagnostics).toEqual([]);
    expect(fm.data).toEqual({ started: '2026-11-20', tags: ['a'], teams: ['Acme'] });
  });

  test('of one list are merged, the own name first, and repetitions between them are none', () => {
    const fm = read(
      '---\nkeywords: [c, a]\ntags: [a, b]\nurl: https://a.example/\narchive_url: https://b.example/\ncompany:\n---\n',
      config,
    );
    expect(fm.diagnostics).toEqual([]);
    expect(fm.data).toEqual({ tags: ['a', 'b', 'c'], links: ['https://a.example/', 'https://b.example/'] });
    expect(fm.locate({ path: ['tags', 2] })).toEqual({ line: 2, column: 12 });
    expect(fm.locate({ path: ['links', 1] })).toEqual({ line: 5, column: 14 });
  });

  test('hold fields left empty as any other does', () => {
    const todos = { fieldAliases: { todos: 'action_items' } };
    const fm = read('---\ntodos:\n  - title: Look\n    owner:\n    due: null\n---\n', todos);
    expect(fm.diagnostics).toEqual([]);
    expect(fm.data).toEqual({ action_items: [{ title: 'Look' }] });
  });

  test('of one value may agree, and are a problem where they do not', () => {
    expect(read('---\nstart_time: 2026-11-20\nstarted: 2026-11-20\n---\n', config).diagnostics).toEqual([]);
    expect(read('---\nstart_time: 2026-11-21\nstarted: 2026-11-20\n---\n', config).diagnostics).toMatchObject([
      { code: 'field-conflict', line: 2, column: 1, message: '"started" and "start_time" both give "started", and differ.' },
    ]);
  });

  test('are the names that problems speak of', () => {
    expect(read('---\nstart_time: soon\nkeywords: [a, [b]]\nurl: //x.example\n---\n', config).diagnostics).toMatchObject([
      { line: 2, column: 13, message: expect.stringContaining('"start_time": "soon" is not a time') },
      { line: 3, column: 15, message: expect.stringContaining('Item 2 of "keywords"') },
      { line: 4, column: 6, message: expect.stringContaining('"url" must be a complete URL') },
    ]);
  });

  test('do not excuse a lone value under the own name', () => {
    expect(codes('---\ntags: a\nkeywords: b\n---\n', config)).toEqual(['2 wrong-type']);
  });
});

describe('places', () => {
  const fm = read('---\ntitle: x\nimpact:\n  summary: y\n---\nText\n');

  test('of lines pass through, of paths are found', () => {
    expect(fm.locate({ line: 6 })).toEqual({ line: 6, column: 1 });
    expect(fm.locate({ line: 6, column: 3 })).toEqual({ line: 6, column: 3 });
    expect(fm.locate({ path: ['impact', 'summary'] })).toEqual({ line: 4, column: 12 });
    expect(fm.locate({ path: ['impact', 'summary'], key: true })).toEqual({ line: 4, column: 3 });
  });

  test('of what is missing are those of the nearest parent', () => {
    expect(fm.locate({ path: ['impact', 'cost'] })).toEqual({ line: 4, column: 3 });
    expect(fm.locate({ path: ['started'] })).toEqual({ line: 1, column: 1 });
    expect(read('Text').locate({ path: ['started'] })).toEqual({ line: 1, column: 1 });
  });
});

describe('any text', () => {
  const name = fc.constantFrom(...Object.keys(incident.shape), 'keywords', 'severty', '__proto__', 'constructor', 'toString', '<<');
  const value = fc.oneof(
    fc.json(),
    fc.string(),
    yamlIsh,
    fc.constantFrom('', '[]', '[a, a]', '2026-11-20', '5', '*a', '&a [*a]', '!x y', '"\\uD800"'),
  );
  const front = fc.oneof(
    yamlIsh,
    fc
      .array(
        fc.tuple(name, value).map(([key, text]) => `${key}: ${text}`),
        { maxLength: 6 },
      )
      .map((lines) => lines.join('\n')),
  );
  const document = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(front, fc.string()).map(([fields, body]) => `---\n${fields}\n---\n${body}`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );

  test('is read without throwing, with every problem on a line of the file', () => {
    const config = { fieldAliases: { keywords: 'tags', toString: 'title' }, ignoredFields: ['a'] };
    fc.assert(
      fc.property(document, (text) => {
        const fm = read(text, config);
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line, column, message } of fm.diagnostics) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|\[object|Invalid input/);
        }
        expect(fm.id).toMatch(/\S/);
        if (fm.data === undefined) expect(fm.diagnostics).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
