// Ways to have a page run `alert(1)`: the classes of the public cheat sheets, made of their parts, so that none is missing for want of typing.

const CALL = 'alert(1)';

/** Elements whose handler runs without the reader's doing, but for the last few. */
const HANDLERS = [
  ['img', 'src=x onerror', ''],
  ['svg', 'onload', ''],
  ['body', 'onload', ''],
  ['video', 'src=x onerror', ''],
  ['audio', 'src=x onerror', ''],
  ['video', 'onerror', '<source src=x>'],
  ['input', 'autofocus onfocus', ''],
  ['select', 'autofocus onfocus', ''],
  ['textarea', 'autofocus onfocus', ''],
  ['details', 'open ontoggle', 'x'],
  ['marquee', 'onstart', 'x'],
  ['iframe', 'onload', ''],
  ['object', 'data=x onerror', ''],
  ['embed', 'src=x onload', ''],
  ['link', 'rel=stylesheet href=x onerror', ''],
  ['script', 'src=x onerror', ''],
  ['a', 'href=# autofocus tabindex=1 onfocus', 'x'],
  ['x-y', 'style=animation:none onanimationstart', 'x'],
  ['div', 'onmouseover', 'x'],
  ['button', 'popovertarget=x onbeforetoggle', 'x'],
] as const;
const SPACES = [' ', '/', '\t', '\n'] as const;

const handlers = HANDLERS.flatMap(([name, attributes, content]) =>
  SPACES.map((space) => `<${name}${space}${attributes.replaceAll(' ', space)}=${CALL}>${content}`),
);

const elements = [
  ...['<script>X</script>', '<ScRiPt>X</sCrIpT>', '<script/x>X</script>', '<script\n>X</script>', '<script>X', '<script>X</script\n>'],
  ...[
    '<script src=data:text/javascript,X></script>',
    '<script type=module>X</script>',
    '<svg><script>X</script></svg>',
    '<svg/><script>X//',
  ],
  ...['<iframe srcdoc="<script>X</script>">', '<iframe src="javascript:X">', '<object data="javascript:X">', '<embed src="javascript:X">'],
  ...[
    '<form action="javascript:X"><button>x',
    '<button formaction="javascript:X">x',
    '<base href="javascript:X//">',
    '<isindex action=javascript:X>',
  ],
  ...[
    '<meta http-equiv=refresh content="0;url=javascript:X">',
    '<object><param name=src value=javascript:X></object>',
    '<frameset onload=X>',
  ],
];

/** Out of what the text may have been put into. */
const OPENINGS = [
  ...['"', "'", '`', '">', "'>", '`>', '" ', "' ", '-->', ']]>', '</title>', '</textarea>', '</style>', '</script>', '</noscript>'],
  ...['</template>', '</svg>', '</code></pre>', '*/', '\\"', "\\'", '\u2028', '\u0008'],
];
const breakouts = OPENINGS.flatMap((opening) => [
  `${opening}<img src=x onerror=X>`,
  `${opening}<script>X</script>`,
  `${opening} autofocus onfocus=X x=`,
]);

const SCHEMES = [
  ...['javascript:X', 'JaVaScRiPt:X', ' javascript:X', 'java\tscript:X', 'javascript&colon;X', '&#106;avascript:X', '&#x6A;avascript:X'],
  ...['javascript://%0aX', '\u0001javascript:X', 'javascript:/*--></title>*/X', 'vbscript:X', 'data:text/html,<script>X</script>'],
  ...['data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'data:image/svg+xml,<svg onload=X>', 'view-source:javascript:X'],
  ...['blob:X', '//a.example/X', '\\\\a.example\\X', '%6Aavascript:X', 'feed:javascript:X', 'jav&Tab;ascript:X', 'javascript\u00a0:X'],
];
const addresses = SCHEMES.flatMap((url) => [
  `[x](${url})`,
  `[x](<${url}>)`,
  `![x](${url})`,
  `<${url}>`,
  `[x][r]\n\n[r]: ${url}`,
  `<a href="${url}">x</a>`,
]);

const markdown = [
  ...[
    '[x](y "\\" onmouseover=X")',
    '[x](y"onmouseover=X)',
    '![x" onerror="X](y.png)',
    '![x](y.png "\\"onerror=X")',
    '[<img src=x onerror=X>](y)',
  ],
  ...[
    '```"><script>X</script>\nx\n```',
    '```html\n<script>X</script>\n```',
    '`<script>X</script>`',
    '    <script>X</script>',
    '| <img src=x onerror=X> |\n|-|\n| x |',
  ],
  ...[
    '[^<img src=x onerror=X>]: x',
    '[[a"onmouseover=X]]',
    '[[<img src=x onerror=X>|x]]',
    '> [!NOTE]<img src=x onerror=X>',
    '# x {onclick=X}',
    '<https://a.example/"onmouseover=X>',
  ],
  ...[
    'https://a.example/"onmouseover=X',
    '**<b onmouseover=X>x</b>**',
    '- [ ] <input onfocus=X autofocus>',
    '\\<script>X\\</script>',
    '<!-- --!><img src=x onerror=X> -->',
  ],
];
const styles = [
  ...[
    '<style>@import "javascript:X";</style>',
    '<style>*{background:url(javascript:X)}</style>',
    '<div style="background:url(javascript:X)">',
  ],
  ...[
    '<div style="width:expression(X)">',
    '<div style="-moz-binding:url(x#X)">',
    '<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=X>',
  ],
];
const values = [
  ...[
    '</script><script>X</script>',
    '<!--<script>X//',
    '","x":X,"',
    "';X;//",
    '\u0024{X}',
    '\\u003cscript\\u003eX\\u003c/script\\u003e',
    '\\x3cimg src=x onerror=X\\x3e',
  ],
  ...[
    '{{constructor.constructor("X")()}}',
    '{{X}}',
    '{%X%}',
    '<%= X %>',
    '#{X}',
    '[[\u0024{X}]]',
    '{{=X}}',
    '@(X)',
    '$(X)',
    '{!X}',
    '__proto__',
    'constructor',
  ],
];
const mutations = [
  ...['<math><mtext><table><mglyph><style><img src=x onerror=X>', '<svg></p><style><a id="</style><img src=x onerror=X>">'],
  ...[
    '<noscript><p title="</noscript><img src=x onerror=X>">',
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=X>',
  ],
  ...[
    '<listing>&lt;img src=x onerror=X&gt;',
    '<xmp><img src=x onerror=X></xmp>',
    '<template><img src=x onerror=X></template>',
    '<svg><desc><img src=x onerror=X>',
  ],
  ...[
    '<svg><animate onbegin=X attributeName=x dur=1s>',
    '<svg><set onbegin=X attributeName=x>',
    '<svg><a xlink:href="javascript:X"><text>x',
    '<table><td background="javascript:X">',
  ],
  ...[
    '<svg><foreignObject><iframe srcdoc="<script>X</script>">',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=X>#x">',
    '<math href="javascript:X">x',
    '<svg><image href=x onerror=X>',
  ],
];
/** As they would look after a decoding too many. */
const encoded = elements
  .slice(0, 8)
  .flatMap((text) => [
    encodeURIComponent(text),
    text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    text.replaceAll('<', '&#60;').replaceAll('>', '&#x3e;'),
    text.replaceAll('<', '\uff1c').replaceAll('>', '\uff1e'),
  ]);

/** No two alike. */
export const SCRIPTS: readonly string[] = [
  ...new Set(
    [...handlers, ...elements, ...breakouts, ...addresses, ...markdown, ...styles, ...values, ...mutations, ...encoded].map((text) =>
      text.replaceAll('X', CALL),
    ),
  ),
];

/** `count` incidents with all of them in the body, and each in many fields: every field that takes text has some. */
export function scriptArchive(count: number): Readonly<Record<string, string>> {
  const each = Math.ceil(SCRIPTS.length / count);
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`incident-${n}.md`, scriptIncident(SCRIPTS.slice(n * each, (n + 1) * each), n)]),
  );
}

function scriptIncident(scripts: readonly string[], n: number): string {
  let turn = 0;
  // Fields hold no control characters; the body may.
  const next = (): string => (scripts[turn++ % scripts.length] ?? '').replace(/[^\P{Cc}\n\t]|\u2028/gu, ' ');
  const some = (): string[] => scripts.map(next);
  const name = (): string => nameOf(next());
  const names = (): string[] => scripts.map(name);
  const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + n, offset)).toISOString();
  const fields = {
    // What is refused in the text of an imported document is said as a warning, and stays text.
    source: { file: 'scripts.txt' },
    title: name(),
    summary: next(),
    severity: 'SEV2',
    started: day(1),
    detected: day(2),
    resolved: day(5),
    services: names(),
    teams: names(),
    environments: names(),
    tags: names(),
    trigger: name(),
    root_causes: names(),
    impact: { summary: next(), data_loss: name(), cost: name() },
    signatures: names(),
    authors: names(),
    reviewers: names(),
    commander: name(),
    links: scripts.map((script, at) => ({
      title: nameOf(script),
      url: `https://a.example/${at}?${encodeURIComponent(script)}`,
      rel: 'runbook',
    })),
    timeline: some().map((text) => ({ at: day(3), text })),
    lessons: { went_well: some(), went_wrong: some(), got_lucky: some() },
    action_items: some().map((title) => ({ title, priority: 'P1', owner: name(), team: name(), evidence: next(), done_when: next() })),
  };
  const front = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const parts = ['Root cause', 'Resolution', 'Detection', 'Notes'].map((heading) => `## ${heading}\n\n${some().join('\n\n')}`);
  const more = scripts.map((text) => `### ${text.replaceAll('\n', ' ')}\n\n- ${text}\n\n> ${text}\n\n| a |\n|---|\n| ${text} |\n`);
  return `---\n${front.join('\n')}\n---\n\n${[...parts, ...more].join('\n\n')}\n`;
}

/** What a name may hold: a line, without what no line of text has. */
function nameOf(script: string): string {
  return script.replace(/[\p{Cc}\u2028]+/gu, ' ').trim();
}
