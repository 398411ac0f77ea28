// Configurations nobody should write. What each must be answered with stands in test/fixtures/hostile/sites.json.
import { type Bytes, bytes, utf16 } from './cases.ts';

const nested = (depth: number): string => `services: ${'['.repeat(depth)}${']'.repeat(depth)}`;
const bomb = (): string => {
  const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`);
  return `l0: &l0 [lol]\n${levels.join('\n')}\n`;
};

/** By name; the text of `site.yaml` beside a good postmortem. */
export const SITE_CASES: Readonly<Record<string, () => Bytes>> = {
  // As a file
  'nothing at all': () => '',
  'only comments': () => '# title: x\n',
  'a list': () => '- title\n',
  'a word': () => 'Incidents\n',
  'Latin-1': () => bytes('title: Caf', [0xe9], '\n'),
  'UTF-16': () => bytes([0xff, 0xfe], utf16('title: x\n', false)),
  'a binary': () => bytes([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  'three megabytes': () => `title: ${'x'.repeat(3_000_000)}\n`,
  'the front matter of a postmortem': () => '---\ntitle: x\nstarted: 2026-01-01\n---\n\nText.\n',

  // As YAML
  'an alias bomb': bomb,
  'a merge key': () => 'base: &base { title: x }\n<<: *base\n',
  'a tag that makes a function': () => 'title: !!js/function "function () { globalThis.hacked = true }"\n',
  'a __proto__ key': () => '__proto__: { polluted: true }\n',
  'a __proto__ person': () => 'people:\n  __proto__: { name: Ana }\n',
  'a constructor among severities': () => 'due_days: { constructor: { P1: 3 } }\n',
  '100,000 nested brackets': () => nested(100_000),
  'an unclosed quote': () => 'title: "x\ntimezone: UTC\n',
  'duplicate keys': () => 'title: a\ntitle: b\n',
  'a lone surrogate': () => 'title: "\\uD800"\n',
  '5,000 unknown fields': () => Array.from({ length: 5_000 }, (_, n) => `field${n}: x`).join('\n'),

  // Values
  'a title turned round': () => 'title: "x\\u202Ey"\n',
  'a title of 10,000 characters': () => `title: ${'t'.repeat(10_000)}\n`,
  'an address that runs a script': () => 'url: "javascript:alert(1)"\n',
  'an address that is data': () => 'url: "data:text/html,x"\n',
  'an address without a scheme': () => 'url: //evil.example/\n',
  'an address with a query': () => 'url: "https://a.example/?x=<script>"\n',
  'an address whose path is another host': () => 'url: "https://a.example//evil.example/"\n',
  'an address that leaves its attribute': () => `url: 'https://a.example/"onload="alert(1)/'\n`,
  'a repository that runs a script': () => 'source: { repository: "javascript:alert(1)" }\n',
  'a branch that leaves its attribute': () => `source: { repository: "https://git.example/x", branch: '"><script>alert(1)</script>' }\n`,
  'ticket links that run a script': () => 'ticket_links: { "PAY-": "javascript:alert(\'{key}\')", "X-": "data:text/html,{key}" }\n',
  'a ticket link whose key is the scheme': () => 'ticket_links: { "PAY-": "{key}:alert(1)" }\n',
  'a ticket link whose key is the host': () => 'ticket_links: { "PAY-": "https://{key}/" }\n',
  'a ticket link for everything': () => 'ticket_links: { "": "https://a.example/{key}" }\n',
  'a ticket link without a key': () => 'ticket_links: { "PAY-": "https://a.example/" }\n',
  'a language that leaves its attribute': () => `language: 'en" onload="alert(1)'\n`,
  'a zone that does not exist': () => 'timezone: Mars/Olympus\n',
  'a zone that is a path': () => 'timezone: ../../etc/passwd\n',
  'numbers, lists and maps where text belongs': () => 'title: [x]\nurl: { a: 1 }\ntimezone: 5\nlanguage: true\nvisibility: 0\n',
  'text where groups belong': () =>
    'severities: SEV1\nservices: checkout\npeople: ana\ndue_days: 5\nreview_days: soon\nsource: x\nmetrics: y\n',
  'nulls everywhere': () =>
    'title:\nseverities:\nservices:\npeople:\nrequired:\nsections:\ndue_days:\nfield_aliases:\nticket_links:\nmetrics:\n',
  'a hundred years and minus three days': () => 'due_days: { SEV1: { P1: 36500, P2: -3, P3: .inf, P4: 1.5 } }\n',
  'the word strict in other words': () => 'services: { strict: yes, values: [checkout] }\n',

  // Names among one another
  'two terms of one address': () => 'services: [a b, a-b]\n',
  'an alias that is another term': () => 'services: [{ id: a, aliases: [b] }, { id: b }]\n',
  'an alias of two terms': () => 'tags: [{ id: a, aliases: [x] }, { id: b, aliases: [X] }]\n',
  'two severities of one name': () => 'severities: [{ label: SEV1 }, { label: sev1 }]\n',
  'a severity named all': () => 'severities: [{ label: all }]\nrequired: { all: [title] }\n',
  'a field alias of a field': () => 'field_aliases: { title: summary, started: title }\n',
  'a field alias of nothing': () => 'field_aliases: { a: b }\n',
  'a field alias of __proto__': () => 'field_aliases: { x: __proto__ }\n',
  'a field both renamed and ignored': () => 'field_aliases: { x: title }\nignored_fields: [x]\n',
  'required fields that are none': () => 'required: [title, toString, __proto__]\n',
  'a metric that runs backwards': () => 'metrics: { t: [resolved, started] }\n',
  'terms that are paths': () => 'tags: [.., ../../x, /etc/passwd, CON, "<script>", "\\u0007"]\n',
  '20,000 services': () => `services:\n${Array.from({ length: 20_000 }, (_, n) => `  - s${n}`).join('\n')}\n`,
};
