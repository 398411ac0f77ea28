// Random documents with random items, and random edits of them: whatever is done, it is done to one item, and says what was asked for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editedFile } from './edited-file.ts';
import { incidentOf, judgeEdit } from './judge.ts';

/** What some reader of YAML or Markdown takes for something else than a text, and what hides the end of one. */
const HOSTILE = [
  ...['no', 'yes', 'true', 'null', '~', '1e3', '0x10', '0o7', '1_000', '.inf', '.nan', '2026-11-22', '12:30', '1', '-1', '=', '<<'],
  ...['a: b', 'a:', ': a', '# a', 'a # b', 'a #b', '- a', '? a', '[a]', '{a}', 'a]', 'a, b', '&a', '*a', '!a', '%a', '|', '>', '`a`', '@'],
  ...[
    '"a"',
    "'a'",
    "it's",
    'a\\b',
    'a\\',
    'a"b',
    '---',
    '...',
    '*a* _b_',
    '<b>',
    'a | b',
    'a \\| b',
    '(a)',
    'a)',
    '(a',
    'a; b',
    '[a](b)',
    '[x] a',
    '&amp;',
  ],
  ...[
    '🚀',
    'עברית (א, ב)',
    '日本語',
    'e\u0301',
    '\u00a0a',
    'a  b',
    'C:\\temp',
    'P1',
    'done',
    'blocked: x',
    'due 2026-01-01',
    'https://a.example/x?y=(1,2)#z',
  ],
] as const;

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(' ')),
);
const lines = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.tuple(text, text).map((parts) => parts.join('\n')) });
const title = text.map((words) => `Do ${words} x`);
const day = fc.constantFrom('2026-02-01', '2026-03-31', '2027-01-05');

type Fields = readonly (readonly [name: string, value: string])[];

const fields: fc.Arbitrary<Fields> = fc
  .record(
    {
      status: fc.constantFrom('open', 'in_progress', 'blocked', 'done', 'wont_do'),
      type: fc.constantFrom('prevent', 'detect'),
      priority: fc.constantFrom('P1', 'P2'),
      owner: fc.constantFrom('ana', 'bo', 'Cy'),
      due: day,
      ticket: fc.constantFrom('PAY-1', 'https://tracker.example/1'),
      done_when: lines,
      evidence: text,
      reason: lines,
    },
    { requiredKeys: [] },
  )
  .map((some) => Object.entries(some) as [string, string][]);

const edit: fc.Arbitrary<readonly string[]> = fc
  .record(
    {
      status: fc.constantFrom('', 'open', 'in_progress', 'blocked', 'done', 'wont_do'),
      type: fc.constantFrom('', 'repair'),
      priority: fc.constantFrom('', 'P1', 'P3'),
      owner: fc.oneof(
        fc.constantFrom('', 'ana', 'Dee', 'Ana Silva'),
        text.filter((words) => !words.startsWith('@')),
      ),
      due: fc.oneof(fc.constant(''), day),
      completed: fc.oneof(fc.constant(''), day),
      ticket: fc.constantFrom('', 'PAY-9', 'https://tracker.example/9?a=(1)'),
      done_when: fc.oneof(fc.constant(''), lines),
      evidence: fc.oneof(
        fc.constant(''),
        text.filter((words) => !/^[a-z][a-z0-9+.-]*:\S/i.test(words)),
        fc.constant('https://a.example/b'),
      ),
      reason: fc.oneof(fc.constant(''), lines),
    },
    { requiredKeys: [] },
  )
  .map((some) => Object.entries(some).map(([name, value]) => `${name}=${value.trim()}`))
  .filter((changes) => changes.length > 0 && changes.length < 4);

// --- front matter

const quoting = fc.constantFrom('double', 'single', 'block', 'folded');

function inYaml(value: string, style: string, indent: string): string {
  if (/^[A-Za-z]\w*$|^\d{4}-\d\d-\d\d$/.test(value) && !/^(?:no|yes|true|null|done)$/.test(value)) return value;
  if (style === 'single' && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  if (style === 'block' && !/^\s|\s$/.test(value)) return `|-\n${value.replace(/^/gm, `${indent}  `)}`;
  return JSON.stringify(value);
}

const comment = fc.constantFrom('', '', '', '   # a note', ' # status: done');

const blockItem = fc
  .record({ title, fields, quoting, comment, indent: fc.constantFrom('', '  ', '    '), gap: fc.constantFrom(' ', '   ') })
  .map((item) => {
    const column = `${item.indent} ${item.gap}`;
    const pairs = [['title', item.title] as const, ...item.fields];
    const written = pairs.map(([name, value]) => {
      const scalar = inYaml(value, item.quoting, column);
      return `${name}: ${scalar}${scalar.includes('\n') ? '' : item.comment}`;
    });
    return { indent: item.indent, text: `${item.indent}-${item.gap}${written.join(`\n${column}`)}` };
  });

const flowItem = fc.record({ title, fields, json: fc.boolean(), tail: fc.constantFrom('', ',', ' ') }).map((item) => {
  const pairs = [['title', item.title] as const, ...item.fields];
  const written = pairs.map(([name, value]) => `${item.json ? `"${name}":` : `${name}: `}${JSON.stringify(value)}`);
  return `{ ${written.join(', ')}${item.tail}}`;
});

const HEAD = '---\ntitle: Random\nstarted: 2026-01-05 # when\n';
const REST = 'tags: [odd]\n---\n\n## Summary\n\nNothing happened (@ana, P1).\n';

const blockList = fc
  .tuple(fc.array(blockItem, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '  ', '    '))
  .map(([items, indent]) => items.map((item) => item.text.replace(new RegExp(`^${item.indent}`, 'gm'), indent)).join('\n'))
  .map((list) => `${HEAD}action_items:\n${list}\n# behind the list\n${REST}`);
const flowList = fc
  .tuple(fc.array(flowItem, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '\n  '))
  .map(([items, gap]) => `${HEAD}action_items: [${gap}${items.join(`,${gap}`)}${gap}]\n${REST}`);

// --- text

const mark = fc.constantFrom(
  '@ana',
  '@bo',
  'P1',
  'P2',
  'due 2026-02-01',
  'done 2026-01-20',
  'PAY-7',
  'prevent',
  'blocked: waits, long',
  'owner: Cy',
  'in progress',
  '2026-02-02',
  'evidence: https://a.example/b',
);
const marks = fc.uniqueArray(mark, { maxLength: 4 }).map((some) => (some.length > 0 ? ` (${some.join(', ')})` : ''));
const listItem = fc
  .record({
    title,
    marks,
    box: fc.constantFrom('- ', '- [ ] ', '- [x] ', '* [ ] ', '1. '),
    tail: fc.constantFrom('', '', '.', ' – @bo', '\n  more of it', '\n  - Due: 2026-02-03'),
  })
  .map((item) => `${item.box}${item.title}${item.marks}${item.tail}`);
const cell = fc.constantFrom(
  '',
  'ana',
  'P1',
  '2026-02-01',
  'open',
  'Done',
  'done 2026-01-20',
  'blocked: x',
  'PAY-3',
  '[PAY-4](https://t.example/4)',
  'x',
);
const row = fc
  .tuple(title, marks, fc.array(cell, { maxLength: 4 }), fc.boolean())
  .map(([words, some, cells, isClosed]) => `| ${words.replaceAll('|', '\\|')}${some} | ${cells.join(' | ')}${isClosed ? ' |' : ''}`);
const column = fc.uniqueArray(fc.constantFrom('Owner', 'Priority', 'Due', 'Status', 'Ticket', 'Done', 'Effort', 'Reason'), {
  minLength: 3,
  maxLength: 4,
});

const body = (content: string): string =>
  `---\ntitle: Random\nstarted: 2026-01-05\n---\n\nBefore.\n\n## Action items\n\n${content}\n\n## Lessons\n\nNone (@ana).\n`;
const list = fc.array(listItem, { minLength: 1, maxLength: 4 }).map((items) => body(items.join('\n')));
const table = fc
  .tuple(column, fc.array(row, { minLength: 1, maxLength: 4 }))
  .map(([names, rows]) => body(`| Action | ${names.join(' | ')} |\n|---|${names.map(() => '---').join('|')}|\n${rows.join('\n')}`));

// --- the property

const ends = fc.constantFrom('\n', '\r\n');

function holds(documents: fc.Arbitrary<string>, numRuns: number): { written: number; refused: number } {
  const tally = { written: 0, refused: 0 };
  fc.assert(
    fc.property(documents, ends, edit, fc.nat(3), (document, end, changes, place) => {
      const file = editedFile(document.replaceAll('\n', end));
      const { incident, diagnostics } = file.read(file.text);
      fc.pre(incident !== undefined && incident.actionItems.length > 0 && diagnostics.every(({ code }) => !/yaml|key/.test(code)));
      const index = place % incidentOf(file.read(file.text)).actionItems.length;
      const { faults, result } = judgeEdit(file, index, changes);
      expect(faults).toEqual([]);
      if (result.kind === 'changed') tally.written++;
      if (result.kind === 'refused') tally.refused++;
    }),
    { numRuns },
  );
  return tally;
}

test.each([
  ['fields on lines of their own', blockList],
  ['fields in braces', flowList],
])('%s: every edit can be written', (_, documents) => {
  const { written, refused } = holds(documents, 200);
  expect(written).toBeGreaterThan(150);
  expect(refused).toBe(0);
});

test.each([
  ['items of a list', list],
  ['rows of a table', table],
])('%s: an edit is written or refused', (_, documents) => {
  const { written } = holds(documents, 200);
  expect(written).toBeGreaterThan(50);
});
