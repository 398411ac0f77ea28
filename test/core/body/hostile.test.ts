// Bodies that nobody would write: none may throw, hang, or lose the words of its author.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTime } from '../../processor-time.ts';
import { compileBody, incidentOf } from './compile-text.ts';

const word = fc.constantFrom(
  ...[
    'slow',
    'the pool',
    '14:02',
    '2024-01-15',
    '23:59',
    '00:10',
    '14:75',
    '**bold**',
    '`code`',
    '@ana',
    'P1',
    'due 2024-02-01',
    '(',
    ')',
    '[',
    '](',
  ],
  ...[
    '[[x]]',
    '<b>',
    '|',
    '---',
    'PAY-812',
    'UTC',
    '(@ana, P1)',
    'Detected:',
    '–',
    '~',
    '\\',
    '&amp;',
    '🔥',
    '\u202e',
    '#',
    '*',
    '_',
    '1.',
    '- [ ]',
    '- [x]',
  ],
);
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const lead = fc.constantFrom('', '- ', '  - ', '    - ', '1. ', '> ', '## ', '### ', '# ', '| ', '- [ ] ', '- [x] ', '\t');
const heading = fc.constantFrom(
  ...[
    '## Timeline',
    '## Action items',
    '## Lessons learned',
    '### What went well',
    '**What went wrong**',
    '## Root cause and resolution',
    '**Resolution:**',
  ],
  ...[
    '# Title',
    '## Summary',
    '### 15 January',
    '### 14:31',
    '|Time|Event|\n|-|-|',
    '|Action|Owner|Due|X|\n|-|-|-|-|',
    '**Improvements:**',
    '[^1]: note',
  ],
);
const body = fc
  .array(
    fc.oneof(
      heading,
      fc.tuple(lead, line).map((parts) => parts.join('')),
    ),
    { maxLength: 25 },
  )
  .map((lines) => lines.join('\n'));

const words = (text: string) => text.match(/\p{L}{4,}/gu) ?? [];

describe('any body', () => {
  it('compiles to plain data', () => {
    fc.assert(
      fc.property(body, (text) => {
        const compiled = compileBody(text);
        structuredClone(compiled);
        const { timeline, actionItems } = incidentOf(compiled);
        for (const { at, until } of timeline) for (const time of [at, until]) if (time) expect(Number.isFinite(time.epoch)).toBe(true);
        const ids = actionItems.map((item) => item.id);
        expect(ids.every((id) => id !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its words: what is not in a section is in the timeline, a lesson or an item', () => {
    const plain = fc.constantFrom('Pools fill', 'Ana looked', 'nobody knew', 'queues drained', 'servers waited');
    const entry = fc
      .tuple(fc.constantFrom('- 14:02 ', '- ', '- [ ] ', '', '1. ', '  - ', '### ', '- **14:31** – '), plain)
      .map((parts) => parts.join(''));
    const top = fc.constantFrom(
      '## Timeline',
      '## Action items',
      '## Lessons learned',
      '### What went well',
      '### Billing',
      '**What went wrong**',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(entry, top), { maxLength: 20 }), (lines) => {
        const incident = incidentOf(compileBody(lines.join('\n\n')));
        const kept = new Map<string, number>();
        const count = (text: string) => {
          for (const found of words(text)) kept.set(found, (kept.get(found) ?? 0) + 1);
        };
        for (const { plain: text, heading: head } of incident.sections) count(`${head?.title ?? ''} ${text}`);
        for (const { text } of incident.timeline) count(text.plain);
        for (const { title } of incident.actionItems) count(title.plain);
        for (const list of Object.values(incident.lessons)) for (const lesson of list) count(lesson.plain);
        const written = words(lines.filter((each) => !/^(?:#|\*\*)/.test(each) || each.startsWith('### ')).join('\n'));
        for (const found of new Set(written)) {
          if (['What', 'went', 'well', 'Billing'].includes(found)) continue;
          expect(kept.get(found) ?? 0, `"${found}" of ${JSON.stringify(lines)}`).toBeGreaterThanOrEqual(
            written.filter((each) => each === found).length,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => void compileBody(`## Timeline\n\n- ${text}\n\n## Actions\n\n- ${text}`),
      ),
    );
  });
});

// Longer ones the renderer refuses. Each takes under a second on an idle machine; what grows faster than the
// text takes minutes, so that the limit can leave room for a busy one.
describe('enormous bodies are read in time', () => {
  const many = (count: number, text: string | ((index: number) => string)) =>
    Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join('\n');

  it.each([
    ['100,000 nested brackets', '['.repeat(100_000)],
    ['100,000 round brackets in an item', `## Action items\n\n- [ ] x ${'('.repeat(100_000)}${')'.repeat(100_000)}`],
    ['30,000 timeline entries', `## Timeline\n\n${many(30_000, (index) => `- ${String(index % 24).padStart(2, '0')}:10 Slow.`)}`],
    ['10,000 action items', `## Action items\n\n${many(10_000, '- [ ] Do it (@ana, P1, due 2024-02-01, PAY-812)')}`],
    ['25,000 rows of action items', `## Action items\n\n|Action|Owner|Effort|\n|-|-|-|\n${many(25_000, '|Do it|ana|much|')}`],
    ['30,000 rows of a timeline', `## Timeline\n\n|Time|Event|\n|-|-|\n${many(30_000, '|14:02|Slow|')}`],
    ['20,000 headings', many(20_000, (index) => `## Timeline ${index}\n`)],
    ['20,000 equal headings', many(20_000, '## Timeline\n')],
    ['20,000 day lines', `## Timeline\n\n${many(20_000, '**15 January 2024**\n')}- 14:02 x`],
    ['20,000 bold labels', many(20_000, '**Resolution:** x\n')],
    ['lists in lists in lists', `## Timeline\n\n${many(600, (index) => `${' '.repeat(index * 2)}- 14:02 x`)}`],
    ['5,000 quotations in one another', `${'> '.repeat(5_000)}x`],
    ['a line of 400,000 characters', `## Timeline\n\n- 14:02 ${'x '.repeat(200_000)}`],
    ['80,000 marks in one item', `## Action items\n\n- x (${'@ana, '.repeat(80_000)})`],
    ['20,000 links in an item', `## Action items\n\n- ${'[a](https://x.example) '.repeat(20_000)}`],
    ['12,000 mentions', `## Timeline\n\n${many(12_000, '- 14:02 [[2023-12-01-earlier]]')}`],
    ['a heading of 100,000 characters', `## ${'Timeline and '.repeat(8_000)}`],
  ])('%s', async (_name, text) => {
    await inTime(15_000, () => incidentOf(compileBody(text)));
  });

  it.each([' ', '.', ', ', '; ', ' - ', '(', 'at ', '@a, '])('100,000 of %j wherever words stand', async (piece) => {
    const words = `a${piece.repeat(100_000 / piece.length)}b`;
    const cells = Array.from({ length: 4 }, (_, n) => `|${' |'.repeat(n + 1)} ${words} |`);
    const parts = ['## Root cause', words, '## Timeline', `- 14:02 ${words}`, `- ${words}`, `- ${words} at 14:03`];
    const items = ['## Action items', `- ${words}`, `- x (owner: ${words})`, `- x. Owner: ${words}`];
    const table = ['| Action | Owner | Status | Due | Ticket |', '|-|-|-|-|-|', ...cells].join('\n');
    await inTime(15_000, () => incidentOf(compileBody([...parts, ...items, table].join('\n\n'))));
  });
});
