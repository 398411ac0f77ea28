// Documents nobody should write, and somebody will. What each must be answered with stands in test/fixtures/hostile/expected.json.

/** The bytes of one file, `bad.md`, which lies beside a good postmortem. */
export type Bytes = string | Uint8Array;

const FIELDS = 'title: A title\nstarted: 2026-01-02T10:00:00Z\n';
const BODY = '\n## Summary\n\nIt broke and was mended.\n';

/** A document with these lines of front matter beside the required ones. */
const withFields = (lines: string): string => `---\n${FIELDS}${lines}\n---\n${BODY}`;
/** A document with this front matter alone. */
const only = (yaml: string): string => `---\n${yaml}\n---\n${BODY}`;
/** A good front matter and this body. */
const withBody = (body: string): string => `---\n${FIELDS}---\n\n${body}\n`;
export const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
export const utf16 = (text: string, bigEndian: boolean): number[] =>
  [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
  });

const aliasBomb = (): string => {
  const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`);
  return only(`l0: &l0 [lol]\n${levels.join('\n')}\n${FIELDS}`);
};

/** By name; the name is part of the test's name and of the expectation's key. */
export const CASES: Readonly<Record<string, () => Bytes>> = {
  // Front matter that is something else
  'front matter in JavaScript': () => `---js\n{ title: (globalThis.hacked = true, 'x') }\n---\n${BODY}`,
  'front matter in JSON': () => `---json\n{ "title": "x" }\n---\n${BODY}`,
  'front matter in CoffeeScript': () => `---coffee\ntitle: 'x'\n---\n${BODY}`,
  'front matter in the language constructor': () => `---constructor\n${FIELDS}---\n${BODY}`,
  'front matter in the language __proto__': () => `---__proto__\n${FIELDS}---\n${BODY}`,
  'front matter in TOML': () => `+++\ntitle = "x"\n+++\n${BODY}`,
  'a fence of four dashes': () => `----\n${FIELDS}----\n${BODY}`,
  'a closing fence with text': () => `---\n${FIELDS}---aaa\n${BODY}`,
  'no closing fence': () => `---\n${FIELDS}${BODY}`,
  'front matter that is a list': () => only('- title\n- started'),
  'front matter that is a word': () => only('hello'),
  'front matter that is a number': () => only('42'),
  'empty front matter': () => `---\n---\n${BODY}`,
  'front matter of comments': () => only('# title: x'),
  'an empty file': () => '',
  'only white space': () => ' \n\t\n\n',
  'front matter only': () => `---\n${FIELDS}---\n`,
  'no front matter': () => '# It broke\n\nAt noon.\n',
  'front matter inside a comment': () => `<!--\n---\n${FIELDS}---\n-->\n${BODY}`,
  'dashes in a value': () => withFields('summary: |\n  first\n---\n  second'),
  '300,000 dashes': () => '-'.repeat(300_000),
  '100,000 fences': () => '---\n'.repeat(100_000),
  'a byte order mark before good front matter': () => bytes([0xef, 0xbb, 0xbf], withBody('## Summary\n\nFine.')),
  'Windows line ends': () => withBody('## Summary\n\nFine.').replaceAll('\n', '\r\n'),
  'old Mac line ends': () => withBody('## Summary\n\nFine.').replaceAll('\n', '\r'),

  // YAML
  'an alias bomb': aliasBomb,
  'a merge key': () => only(`base: &base { severity: SEV1 }\n<<: *base\n${FIELDS}`),
  'a tag that makes a function': () => withFields('summary: !!js/function "function () { globalThis.hacked = true }"'),
  'a tag that makes a Python object': () => withFields('summary: !!python/object/apply:os.system ["true"]'),
  'a binary tag': () => withFields('summary: !!binary aGVsbG8='),
  'a private tag': () => withFields('summary: !mine x'),
  'a __proto__ key': () => withFields('__proto__:\n  polluted: yes'),
  'a __proto__ key further in': () => withFields('impact:\n  __proto__: { polluted: true }'),
  'a constructor key': () => withFields('constructor:\n  prototype: { polluted: true }'),
  'duplicate keys': () => withFields('title: Again'),
  'a tab as indent': () => withFields('impact:\n\tsummary: x'),
  'an unclosed quote': () => withFields('summary: "never ends'),
  'an unclosed bracket': () => withFields('tags: [a, b'),
  'three mistakes at once': () => only('title: "a" b\nstarted: [\ntags: {a: 1, a: 2}'),
  'two documents': () => `---\n${FIELDS}...\ntitle: second\n---\n${BODY}`,
  'a YAML directive': () => `---\n%YAML 1.1\n${FIELDS}---\n${BODY}`,
  'an alias without an anchor': () => withFields('summary: *nowhere'),
  'an anchor that holds itself': () => withFields('impact: &a\n  summary: *a'),
  'a complex key': () => withFields('? [a, b]\n: c'),
  'a null title': () => only('title:\nstarted: 2026-01-02T10:00:00Z'),
  'yes and no as words': () => withFields('impact: { customer_facing: yes }'),
  'a number where text belongs': () => withFields('summary: 12'),
  'a sexagesimal time': () => only('title: x\nstarted: 12:30'),
  'an octal severity': () => withFields('severity: 0o17'),
  'infinity as a percentage': () => withFields('impact: { users_affected_percent: .inf }'),
  'a percentage over 100': () => withFields('impact: { users_affected_percent: 150 }'),
  'minus three users': () => withFields('impact: { users_affected: -3 }'),
  '100,000 nested brackets in YAML': () => withFields(`tags: ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  '100,000 nested maps in YAML': () => withFields(`impact: ${'{a: '.repeat(100_000)}${'}'.repeat(100_000)}`),
  '50,000 nested maps in YAML': () => withFields(`impact: ${'{a: '.repeat(50_000)}${'}'.repeat(50_000)}`),
  '2,000 fields in each other on one line within brackets': () => withFields(`impact: { ${'a: '.repeat(2_000)}b }`),
  '500 nested fields in YAML': () => withFields(Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')),
  '10,000 unknown fields': () => withFields(Array.from({ length: 10_000 }, (_, n) => `field${n}: x`).join('\n')),
  '30,000 aliases': () => withFields(`summary: &a x\ntags: [${'*a, '.repeat(30_000)}]`),
  '40,000 unclosed quotes': () => withFields(`tags:\n${'- "a\n'.repeat(40_000)}`),
  'a megabyte of front matter': () => withFields(`summary: ${'a'.repeat(1_000_000)}`),

  // Values
  'an unknown field': () => withFields('severty: SEV1'),
  'a field of another level': () => withFields('users_affected: 12'),
  'a title of 10,000 characters': () => only(`title: ${'t'.repeat(10_000)}\nstarted: 2026-01-02T10:00:00Z`),
  'a title that is a list': () => only('title: [a, b]\nstarted: 2026-01-02T10:00:00Z'),
  'a title that is a map': () => only('title: { toString: x }\nstarted: 2026-01-02T10:00:00Z'),
  'a start that is a boolean': () => only('title: x\nstarted: true'),
  'a timeline that is text': () => withFields('timeline: then it broke'),
  'a timeline of words': () => withFields('timeline: [broke, mended]'),
  'action items that are a map': () => withFields('action_items: { title: x }'),
  'an action item without a title': () => withFields('action_items: [{ owner: ana }]'),
  'lessons that are a list': () => withFields('lessons: [be careful]'),
  'a status of its own': () => withFields('status: deleted'),
  'a visibility of its own': () => withFields('visibility: everybody'),
  'a title with a line break': () => only('title: "a\\nb"\nstarted: 2026-01-02T10:00:00Z'),
  'a title turned round': () => only('title: "invoice\\u202Egnp.exe"\nstarted: 2026-01-02T10:00:00Z'),
  'an isolate left open': () => only('title: "a \\u2067 b"\nstarted: 2026-01-02T10:00:00Z'),
  'a title of escapes': () => only('title: "\\u001b[31mred\\u0007"\nstarted: 2026-01-02T10:00:00Z'),
  'a lone surrogate': () => only('title: "half \\uD800 a pair"\nstarted: 2026-01-02T10:00:00Z'),
  'a title of blanks': () => only('title: "   "\nstarted: 2026-01-02T10:00:00Z'),
  'an id that climbs': () => withFields('id: ../../x'),
  'an id that is a dot': () => withFields('id: .'),
  'an id of two dots': () => withFields('id: ..'),
  'an id with a slash': () => withFields('id: a/b'),
  'an id that Windows keeps for itself': () => withFields('id: CON'),
  'an id that ends in a dot': () => withFields('id: a.'),
  'an id with a NUL': () => withFields('id: "a\\0b"'),
  'an id of 500 characters': () => withFields(`id: ${'a'.repeat(500)}`),
  'an id that is markup': () => withFields('id: "<script>alert(1)</script>"'),
  'an id that is the list of incidents': () => withFields('id: index.html'),
  'an id that is a file of the site': () => withFields('id: rows'),
  'an id that is a folder of the site': () => withFields('id: Page'),
  'an id that is the JSON of the neighbour': () => withFields('id: good.json'),
  'an alias that is the text of the neighbour': () => withFields('aliases: [good.md]'),
  'an alias that is a file of the site': () => withFields('aliases: [rows.json]'),
  'an alias that climbs': () => withFields('aliases: ["../../index"]'),
  'an alias that is the neighbour': () => withFields('aliases: [good]'),
  'the id of the neighbour': () => withFields('id: good'),
  'the id of the neighbour in capitals': () => withFields('id: GOOD'),
  'a link that runs a script': () => withFields('links: ["javascript:alert(1)"]'),
  'a link that runs a script, in capitals': () => withFields('links: ["JaVaScRiPt:alert(1)"]'),
  'a link that runs a script, behind blanks': () => withFields('links: [{ title: x, url: "  javascript:alert(1)" }]'),
  'a link with a tab in its scheme': () => withFields('links: ["java\\tscript:alert(1)"]'),
  'a link with a line break': () => withFields('links: ["https://a.example/\\njavascript:alert(1)"]'),
  'a link with a control character': () => withFields('links: ["\\x01javascript:alert(1)"]'),
  'a link that leaves its attribute': () => withFields(`links: ['https://a.example/"onmouseover="alert(1)']`),
  'a link that is data': () => withFields('links: ["data:text/html,<script>alert(1)</script>"]'),
  'a link without a scheme': () => withFields('links: ["//evil.example/x"]'),
  'a link to a file': () => withFields('links: ["file:///etc/passwd"]'),
  'a ticket that runs a script': () => withFields('action_items: [{ title: x, ticket: "javascript:alert(1)" }]'),
  'a ticket without a scheme': () => withFields('action_items: [{ title: x, ticket: "//evil.example" }]'),
  'evidence that runs a script': () =>
    withFields('action_items: [{ title: x, status: done, completed: 2026-01-03, evidence: "vbscript:x" }]'),
  'a day that does not exist': () => only('title: x\nstarted: 2026-02-30'),
  'an hour that does not exist': () => only('title: x\nstarted: 2026-01-02T25:00:00Z'),
  'a zone that does not exist': () => withFields('timezone: Mars/Olympus'),
  'the year 22025': () => only('title: x\nstarted: 22025-01-02T10:00:00Z'),
  'a duplicate of itself': () => withFields('duplicate_of: bad'),
  'a recurrence of nothing': () => withFields('recurrence_of: nothing-of-the-kind'),

  // Bytes
  'a binary': () => bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'IHDR'),
  'UTF-16, little end first': () => bytes([0xff, 0xfe], utf16(withFields('tags: [a]'), false)),
  'UTF-16, big end first': () => bytes([0xfe, 0xff], utf16(withFields('tags: [a]'), true)),
  'UTF-16 without a mark': () => bytes(utf16(withFields('tags: [a]'), false)),
  'a byte that is not UTF-8': () => bytes('---\ntitle: Caf', [0xe9], '\nstarted: 2026-01-02\n---\n', BODY),
  'a surrogate encoded as UTF-8': () => bytes('---\ntitle: x', [0xed, 0xa0, 0x80], '\n---\n'),
  'an overlong slash': () => bytes('---\ntitle: x', [0xc0, 0xaf], '\n---\n'),
  'nothing but NULs': () => new Uint8Array(4_096),
  'nothing but a byte order mark': () => bytes([0xef, 0xbb, 0xbf]),
  'a ZIP archive': () => bytes('PK', [3, 4, 20, 0, 0, 0, 8, 0], 'postmortem', [0xff, 0xfe, 0, 1, 2]),
  'UTF-32': () => bytes([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0, 0x2d, 0, 0, 0]),
  'Latin-1 in the body': () => bytes(withBody('## Summary\n\nCaf'), [0xe9], '\n'),
  'a NUL in the body': () => bytes(withBody('## Summary\n\nbefore'), [0], 'after\n'),
  'UTF-8 encoded twice': () => withBody('## Summary\n\nThe cache â€” and the cafÃ© â€” failed.'),

  // Bodies
  'a script in the body': () => withBody('## Summary\n\n<script>globalThis.hacked = true</script>\n<img src=x onerror=alert(1)>'),
  'links of every bad scheme': () =>
    withBody('## Summary\n\n[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example) [d](vbscript:x) ![e](file:///etc/passwd)'),
  'bad links in every other spelling': () =>
    withBody(
      '## Summary\n\n[a][r] <javascript:alert(1)> [b](&#106;avascript:alert(1)) [c](java&Tab;script:alert(1)) [d](JAVASCRIPT:alert(1))\n\n[r]: javascript:alert(1)',
    ),
  'links to files of the machine': () =>
    withBody('## Summary\n\n[a](/etc/passwd) [b](\\\\host\\share) [c](C:\\x) [d](../../../x.md) [e](%2e%2e/%2e%2e/x)'),
  'markup in every part of Markdown': () =>
    withBody(
      [
        '## <svg onload=alert(1)> "x" onclick=alert(1)',
        '![" onerror="alert(1)](https://a.example/x.png "\\" onload=\\"alert(1)")',
        '[a](https://a.example/ "\\"><script>alert(1)</script>")',
        '```js" onmouseover="alert(1)\n</code></pre><script>alert(1)</script>\n```',
        '> [!NOTE] <script>alert(1)</script>\n> <b onclick=alert(1)>',
        '| <script> | b |\n|-|-|\n| <img src=x onerror=alert(1)> | `<script>` |',
        'x[^"><script>]\n\n[^"><script>]: <script>alert(1)</script>',
        '[[good|<img src=x onerror=alert(1)>]]',
        '- [ ] <script>alert(1)</script>',
        '<!-- -->\n<style>*{display:none}</style>\n<base href=//evil.example>\n&lt;script&gt;',
      ].join('\n\n'),
    ),
  'markup in a timeline and in action items': () =>
    withBody(
      '## Timeline\n\n- 10:05 <img src=x onerror=alert(1)> **x**\n\n## Action items\n\n- [ ] <script>alert(1)</script> (@"><script>, P1"onclick=x, javascript:alert(1))',
    ),
  'a body turned round': () => withBody('## Summary\n\nRun `rm -rf \u202e/tmp/x\u202c`.'),
  'escape sequences in the body': () => withBody('## Summary\n\n\u001b[2J\u001b[31mred'),
  'a script beside a bad link in a timeline': () => withBody('## Timeline\n\n- 10:05 <script>alert(1)</script> [x](javascript:alert(1))'),
  'a link to an incident that is markup': () => withBody('## Summary\n\nSee [[<script>alert(1)</script>]].'),
  'links to another host without a scheme': () =>
    withBody('## Summary\n\n[a](\\\\\\\\evil.example) [b](/\\evil.example) [c](<//evil.example>)'),
  'links that begin in the folder of the incident': () =>
    withBody('## Summary\n\n[a](bad/javascript:alert(1)) [b](bad///evil.example) [c](bad/../../x) ![d](bad//evil.example/x.png)'),
  'a remote image': () => withBody('## Summary\n\n![pixel](https://evil.example/pixel.png)'),
  'an image from above': () => withBody('## Summary\n\n![secret](../../etc/passwd)'),
  'a link to an incident that is not there': () => withBody('## Summary\n\nSee [[nowhere]] and [this](./missing.md).'),
  'a link to an anchor that is not there': () => withBody('## Summary\n\nSee [below](#nowhere).'),
  '100,000 nested brackets': () => withBody(`## Summary\n\n${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  '50,000 emphasis marks': () => withBody(`## Summary\n\n${'*a '.repeat(50_000)}`),
  '50,000 nested quotes': () => withBody(`## Summary\n\n${'> '.repeat(50_000)}a`),
  '5,000 nested lists': () => withBody(`## Summary\n\n${Array.from({ length: 5_000 }, (_, n) => `${' '.repeat(n)}- a`).join('\n')}`),
  '900 nested lists': () => withBody(`## Summary\n\n${Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}- a`).join('\n')}`),
  'a table of 2,000 columns': () => withBody(`## Summary\n\n${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|\n${'|b'.repeat(2_000)}|`),
  'a line of a million characters': () => withBody(`## Summary\n\n${'word '.repeat(200_000)}`),
  '20,000 timeline entries': () =>
    withBody(`## Timeline\n\n${Array.from({ length: 20_000 }, (_, n) => `- 10:${String(n % 60).padStart(2, '0')} event ${n}`).join('\n')}`),
  '20,000 action items': () =>
    withBody(`## Action items\n\n${Array.from({ length: 20_000 }, (_, n) => `- [ ] Do thing ${n} (@ana, due 2027-01-01)`).join('\n')}`),
  '9,000 action items': () =>
    withBody(`## Action items\n\n${Array.from({ length: 9_000 }, (_, n) => `- [ ] Do thing ${n} (@ana, due 2027-01-01)`).join('\n')}`),
  '20,000 headings': () => withBody('## Timeline\n\n'.repeat(20_000)),
  '15,000 links to nowhere': () => withBody(`## Summary\n\n${Array.from({ length: 15_000 }, (_, n) => `[[gone-${n}]]`).join(' ')}`),
  'a fence that never ends': () => withBody(`## Summary\n\n\`\`\`js\n${'let a = {'.repeat(40_000)}`),
  'a comment that never ends': () => withBody(`## Summary\n\n${'<!-- '.repeat(80_000)}`),
  '20,000 footnotes': () => withBody(`## Summary\n\n${Array.from({ length: 20_000 }, (_, n) => `[^${n}]`).join(' ')}\n\n[^1]: one`),
  'a template in the body': () =>
    withBody('## Summary\n\n{{ constructor.constructor("return process")() }} {% include "/etc/passwd" %} <%= 7 * 7 %>'),
  'a heading that is markup': () => withBody('## Summary\n\n## <img src=x onerror=alert(1)>\n\ntext'),
  'headings that share an anchor with the page': () =>
    withBody(
      `${['Summary', 'Summary', 'main', 'q site', 'AI-1', '_title', 'fn bad 1', 'fnref bad 1', '__proto__', 'constructor', 'timeline']
        .map((heading) => `## ${heading}\n\ntext[^1]\n`)
        .join('\n')}\n## Action items\n\n- [ ] AI-1: Do it (@ana, due 2027-01-01)\n\n[^1]: note\n`,
    ),
  'footnotes in fields and in the text': () =>
    `---\n${FIELDS}summary: "a[^1]\\n\\n[^1]: b"\nlessons: { went_well: ["c[^1]\\n\\n[^1]: d"] }\n---\n\n## Impact\n\ne[^1]\n\n[^1]: f\n`,
  'names of the site in every list': () =>
    withFields(
      [
        "tags: ['..', '/', con, index.html, '<script>', '\"onclick=\"', __proto__, constructor]",
        "services: ['../../x', '<img src=x onerror=alert(1)>']",
      ]
        .concat([
          "teams: ['a/b', 'a b']",
          "root_causes: ['&lt;script&gt;']",
          "authors: ['<b>']",
          "signatures: ['</code><script>alert(1)</script>']",
        ])
        .concat([
          `action_items: [{ title: '<script>', owner: '../../x', team: '"><script>', ticket: '<script>', priority: '<b>', due: 2027-01-01 }]`,
        ])
        .concat([
          `timeline: [{ at: 2026-01-02T10:01:00Z, text: '<svg onload=alert(1)>' }]`,
          `trigger: '<script>'`,
          `impact: { cost: '<b>' }`,
        ])
        .join('\n'),
    ),
};
