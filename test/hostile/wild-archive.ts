// Archives for property tests: our own fields with values right, wrong and wild, and bodies of our own ways of writing, cut and mixed.
import fc from 'fast-check';
import { incident } from '../../src/core/front-matter/schema/incident.ts';
import { MILESTONES } from '../../src/core/model/timestamp.ts';

/** Words that mean something to Markdown, to YAML, to HTML or to us. */
const TEXT = [
  ...[
    'slow',
    'The pool was empty.',
    'naïve café',
    '障害',
    '🔥',
    '\u202ex',
    'a\u0000b',
    '<script>alert(1)</script>',
    '"onclick="x',
    '&amp;',
    '{{ x }}',
  ],
  ...[
    '[[a]]',
    '[[b#summary|x]]',
    '[[nowhere]]',
    '[x](b.md)',
    '[x](javascript:alert(1))',
    '![x](a/x.png)',
    '[^1]',
    '[^1]: note',
    '`code`',
    '**bold',
  ],
  ...[
    '@ana',
    'P1',
    'PAY-812',
    'due 2026-12-01',
    '14 hours',
    'lasted 3 h',
    '14:02',
    '2026-01-02',
    '14:02–15:40 UTC',
    'Detected:',
    '|',
    '---',
    '> ',
  ],
] as const;
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...TEXT), { maxLength: 4 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const ID = ['a', 'b', 'c', 'A', 'old', 'a.json', 'rows', '../x', 'con', '__proto__', 'nowhere', ''] as const;
const id = fc.constantFrom(...ID);
const TIME = [
  ...[
    '2026-01-02T10:00:00Z',
    '2026-01-02 12:30',
    '2026-01-02',
    '2026-01-03T10:00:00+05:30',
    '2026-03-29T02:30',
    '2026-10-25T02:30',
    '2027-05-01',
  ],
  ...['2026-02-30', '26-01-02', '22026-01-02T10:00Z', 'noon', '0001-01-01', '9999-12-31T23:59:59Z'],
] as const;
const time = fc.constantFrom(...TIME);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  text,
  time,
  fc.constantFrom(-0, Number.POSITIVE_INFINITY, 1e21, Number.MAX_SAFE_INTEGER),
);

const list = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.array(item, { maxLength: 3 });
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> => fc.record(fields, { requiredKeys: [] });

const action = some({
  id: fc.constantFrom('AI-1', 'AI-2', 'a b', ''),
  title: text,
  status: fc.constantFrom('open', 'done', 'wont_do', 'blocked', 'in_progress', 'gone'),
  priority: fc.constantFrom('P1', 'P9', '<b>'),
  owner: fc.constantFrom('ana', 'Bo', '../x', '<b>'),
  team: text,
  created: time,
  due: time,
  completed: time,
  ticket: fc.constantFrom('PAY-1', 'javascript:alert(1)', 'https://a.example/"x', '//a.example', '<b>'),
  reason: text,
  evidence: text,
});
/** What each field is meant to hold; any field may hold anything else. */
const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  title: text,
  id,
  aliases: list(id),
  summary: text,
  severity: fc.constantFrom('SEV1', 'sev2', 'SEV9', '<b>'),
  ...Object.fromEntries(MILESTONES.map((milestone) => [milestone, time])),
  approximate: list(fc.constantFrom(...MILESTONES)),
  timezone: fc.constantFrom('Europe/Berlin', 'UTC', 'UTC+3', 'Mars/Olympus'),
  ...Object.fromEntries(['services', 'teams', 'tags', 'root_causes', 'authors', 'signatures', 'redact'].map((name) => [name, list(text)])),
  impact: some({ summary: text, users_affected: fc.nat(), users_affected_percent: fc.double(), customer_facing: fc.boolean(), cost: text }),
  ...Object.fromEntries(['recurrence_of', 'duplicate_of'].map((name) => [name, id])),
  related: list(id),
  links: list(fc.oneof(fc.webUrl(), text, some({ title: text, url: fc.webUrl(), rel: text }))),
  visibility: fc.constantFrom('public', 'internal', 'restricted'),
  status: fc.constantFrom('draft', 'published', 'gone'),
  timeline: list(some({ at: time, text, kind: fc.constantFrom('detected', 'note', 'gone') })),
  lessons: some({ went_well: list(text), went_wrong: list(text), got_lucky: list(text) }),
  action_items: list(action),
};

const fieldNames = [...Object.keys(incident.shape), 'severty', 'keywords'];
const field = fc.constantFrom(...fieldNames).chain((name) => {
  const right = FIELDS[name] ?? anything;
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anything }).map((value) => [name, value] as const);
});
/** JSON is YAML, but for what only a JSON string may hold. */
const front = fc
  .tuple(fc.constantFrom('title: A title\nstarted: 2026-01-02T10:00:00Z\n', 'title: T\n', ''), fc.array(field, { maxLength: 6 }))
  .map(([first, fields]) => first + fields.map(([name, value]) => `${name}: ${JSON.stringify(value) ?? 'null'}\n`).join(''));

const LEADS = {
  any: ['', '- ', '  - ', '1. ', '> ', '- [ ] ', '| ', '    ', '#### '],
  timeline: ['- 10:05 ', '- **10:06** – ', '- 2026-01-02 23:50 ', '- 00:10 ', '| 10:07 | ', '  - ', '### 3 January\n\n', '10:08: ', '- '],
  actions: ['- [ ] ', '- [x] ', '- ', '| ', '1. **', '  - '],
} as const;
const line = (leads: readonly string[]) => fc.tuple(fc.constantFrom(...leads), text).map((parts) => parts.join(''));
/** A heading, and lines such as belong below it. */
const part = (headings: readonly string[], leads: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...headings), fc.array(line([...leads, ...leads, '']), { maxLength: 6 }))
    .map(([heading, lines]) => `${heading}\n${lines.join('\n')}\n`);
const body = fc
  .array(
    fc.oneof(
      part(['## Timeline\n', '## Timeline (UTC)\n', '## Timeline\n\n|Time|Event|\n|-|-|'], LEADS.timeline),
      part(['## Action items\n', '**Action items:**\n', '## Actions\n\n|Action|Owner|Due|Status|\n|-|-|-|-|'], LEADS.actions),
      part(
        ['## Lessons learned\n', '### What went well\n', '## Summary\n', '# Title\n', '**Resolution:**', '```js', '> [!NOTE]', ''],
        LEADS.any,
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join('\n'));

/** Mostly right, or nothing behind it would be reached. */
const FENCE = fc.oneof({ weight: 20, arbitrary: fc.constant('---\n') }, { weight: 1, arbitrary: fc.constantFrom('---\r\n', '--- \n', '') });

const document = fc.tuple(front, body, FENCE).map(([fields, words, fence]) => `---\n${fields}${fence}\n${words}\n`);

const SITES = [
  '',
  'required: { SEV1: [resolved, root_causes] }\nsections: { SEV1: [Impact] }\ndue_days: { SEV1: { P1: 14 } }\n',
  'tags: { strict: true, values: [{ id: slow, aliases: [P1] }] }\npeople: { ana: { name: "<b>Ana" } }\nvisibility: restricted\n',
  'field_aliases: { keywords: tags, severty: severity }\nticket_links: { PAY-: "https://t.example/{key}" }\ntimezone: Pacific/Apia\n',
  'severities: [{ label: "<b>" }, { label: SEV9 }]\nurl: https://a.example/base/\nmetrics: { t: [detected, resolved] }\n',
] as const;

export interface WildArchive {
  readonly site: string;
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
}

/** One to three documents and a configuration. */
export const wildArchive: fc.Arbitrary<WildArchive> = fc.record({
  site: fc.constantFrom(...SITES),
  files: fc.record({ 'a.md': document, 'b.md': document, '2026/c.md': document }, { requiredKeys: ['a.md'] }),
});
