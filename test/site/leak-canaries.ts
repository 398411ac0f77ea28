// Two hundred strings that must not be read, in every field, many scripts and every way that they can be written; and a search for them that knows
// nothing of the one it tests.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Canary {
  readonly text: string;
  readonly kind: 'string' | 'id' | 'title' | 'person' | 'unread';
}

const STEMS = [
  ...[
    'Zorvex Halden',
    'Quibblenox',
    'Müßigbräu Größe',
    'Šťovík Řeka',
    'Fjørdværk Ålborg',
    'Łódźkowo Żabka',
    'Çağıltı Işık',
    'Ñandúpolis Único',
    'Œuvrenoir Ça',
  ],
  ...[
    'Зелёный Ёжик',
    'Ελληνικός Όμιλος',
    'شركة النخيل',
    'חברת הדקל',
    'हिमालय सेवा',
    'บริษัทมะพร้าว',
    '青木電気工業',
    'ひまわり通信',
    '한빛은행그룹',
    'Việt Hưởng Phát',
  ],
  ...[
    'ERR_ZORV_4471',
    '10.77.201.',
    'vault-krell.internal',
    'krell@zorvex.example',
    'Knorr & Söhne',
    'O’Zorvex-Bray',
    'AT&Q',
    'ＺＯＲＶＥＸ全角',
  ],
];

/** Each with a number of its own in it, so that what is found is told apart. */
function makeStrings(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const stem = STEMS[n % STEMS.length] as string;
    return stem.endsWith('.') ? `${stem}${100 + n}` : `${stem}${/\d$|[A-Z]$/.test(stem) ? '_' : ' '}q${n}z`;
  });
}

/** Ways to write one string so that readers read it. For Markdown, most of them. */
export const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  (text) => [...text].map((letter) => `&#x${letter.codePointAt(0)?.toString(16)};`).join(''),
  (text) => text.replace(' ', '&nbsp;'),
  (text) => `${text.slice(0, 2)}\u200b${text.slice(2)}`,
  (text) => `**${text.slice(0, 3)}**${text.slice(3)}`,
  (text) => text.replace(' ', '\n'),
  (text) => `\`${text}\``,
  (text) => `[x](https://x.example/${encodeURIComponent(text)})`,
  (text) => `https://${encodeURIComponent(text)}.example/`,
  (text) => text.replace(' ', '-'),
  (text) => text.replace(' ', '_'),
];

type Field = (text: string) => Readonly<Record<string, unknown>>;

/** YAML flow values are JSON: whatever a string holds, it stands there as such. */
export const FIELDS: readonly Field[] = [
  (text) => ({ summary: text.replaceAll('\n', ' ') }),
  (text) => ({ services: [plain(text)] }),
  (text) => ({ teams: [plain(text)] }),
  (text) => ({ environments: [plain(text)] }),
  (text) => ({ tags: [plain(text)] }),
  (text) => ({ trigger: plain(text) }),
  (text) => ({ root_causes: [plain(text)] }),
  (text) => ({ impact: { summary: text, data_loss: plain(text), cost: plain(text) } }),
  (text) => ({ signatures: [plain(text)] }),
  (text) => ({
    links: [
      { title: plain(text), url: `https://x.example/${encodeURIComponent(plain(text))}` },
      { title: plain(text), url: 'https://y.example/' },
    ],
  }),
  (text) => ({ timeline: [{ at: '2026-01-02T10:00:00Z', text }] }),
  (text) => ({ lessons: { went_well: [text], got_lucky: [text] } }),
  (text) => ({ action_items: [{ title: text, done_when: text, evidence: text, reason: text, ticket: plain(text) }] }),
  (text) => ({ title: `Outage at ${plain(text)}` }),
];

export const BODIES: readonly ((text: string) => string)[] = [
  (text) => `Prose with ${text} in it.`,
  (text) => `### Of ${text.replaceAll('\n', ' ')}`,
  (text) => `- a list of ${text.replaceAll('\n', ' ')}`,
  (text) => `| a | b |\n|---|---|\n| 1 | ${text.replaceAll('\n', ' ')} |`,
  (text) => `> quoted ${text.replaceAll('\n', '\n> ')}`,
  (text) => `A note[^n].\n\n[^n]: of ${text.replaceAll('\n', ' ')}`,
  (text) => `\`\`\`\n$ connect ${plain(text)} failed\n\`\`\``,
];

function plain(text: string): string {
  return text.replaceAll('\n', ' ').replace(/[*`]/g, '').slice(0, 190);
}

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Writes an archive that holds them all; what is returned must not be in its public edition. */
export function writeCanaryArchive(folder: string): Canary[] {
  const strings = makeStrings(110);
  strings.forEach((text, n) => {
    const way = WAYS[n % WAYS.length] as (text: string) => string;
    const field = FIELDS[n % FIELDS.length] as Field;
    const body = BODIES[n % BODIES.length] as (text: string) => string;
    const name = `2026-01-02-shown-${n}`;
    const fields = {
      title: `Shown number ${n}`,
      started: '2026-01-02T10:00:00Z',
      visibility: 'public',
      redact: [text],
      ...field(way(text)),
    };
    write(
      folder,
      `${name}.md`,
      file(fields, `## Root cause\n\n${body(way(text))}\n\n![of ${plain(text)}](${name}/${encodeURIComponent(imageName(text))})`),
    );
    write(folder, `${name}/${imageName(text)}`, PIXEL);
    write(folder, `${name}/log.txt`, Buffer.from(`a line\nwith ${plain(text)}\n`, n % 2 === 0 ? 'utf8' : 'utf16le'));
  });
  return [
    ...strings.map((text): Canary => ({ kind: 'string', text })),
    ...writeLeftOut(folder),
    ...writePeople(folder),
    ...writeUnread(folder),
  ];
}

function imageName(text: string): string {
  return `${text.replace(/[/\\:]/g, '')}.png`;
}

/** Incidents of other editions, spoken of by an incident of this one. */
function writeLeftOut(folder: string): Canary[] {
  const found: Canary[] = [];
  for (let n = 0; n < 20; n++) {
    const id = `2025-05-05-hidden-krell-${n}`;
    const title = `The hidden krell affair number ${n}`;
    const other =
      n % 3 === 0 ? { visibility: 'restricted' } : n % 3 === 1 ? { visibility: 'internal' } : { visibility: 'public', status: 'draft' };
    write(
      folder,
      `${id}.md`,
      file(
        { title, started: '2025-05-05', aliases: [`old-krell-${n}`], related: [`2026-02-02-speaks-${n}`], ...other },
        `Krellish body ${n}.`,
      ),
    );
    const words = `Like [[${id}]], [[old-krell-${n}|it]], [that](${id}.md), "${title}", ${id.toUpperCase()} and incidents/${id}/.`;
    write(
      folder,
      `2026-02-02-speaks-${n}.md`,
      file({ title: `Speaks of it, ${n}`, started: '2026-02-02', visibility: 'public', related: [id], recurrence_of: id }, words),
    );
    found.push({ kind: 'id', text: id }, { kind: 'title', text: title });
  }
  return found;
}

function writePeople(folder: string): Canary[] {
  return Array.from({ length: 25 }, (_, n): Canary => {
    const text = `Zarathea Brunk${'abcdefghijklmnopqrstuvwxyz'[n]}ovic`;
    const name = { authors: [text], reviewers: [text], commander: text };
    const fields = { title: `Of people ${n}`, started: '2026-03-03', visibility: 'public', ...(n % 2 === 0 ? name : {}) };
    write(
      folder,
      `2026-03-03-people-${n}.md`,
      file(fields, `## Timeline\n\n- 10:00 ${text} acts\n\n## Action items\n\n- [ ] Do it ${n} (owner: ${text}, due: 2026-04-04)`),
    );
    return { kind: 'person', text };
  });
}

/** What no page shows, and what is marked as internal. */
function writeUnread(folder: string): Canary[] {
  return Array.from({ length: 25 }, (_, n): Canary => {
    const text = `Unreadabulum${n}x`;
    const fields = { title: `Of what is unread ${n}`, started: '2026-04-04', visibility: 'public' };
    const places = [`- one\n- [internal] ${text}`, `## Notes [internal]\n\n${text}`, `[internal] ${text}`, 'x'];
    const head = n % 4 === 3 ? `# ${text}\nnotes_of_ours: ${text}\n` : '';
    write(folder, `2026-04-04-unread-${n}.md`, `---\n${head}${yaml(fields)}---\n\n${places[n % 4]}\n`);
    return { kind: 'unread', text };
  });
}

/** A postmortem. */
export function file(fields: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${yaml(fields)}---\n\n${body}\n`;
}

function yaml(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('');
}

function write(folder: string, path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Letters and digits of one alphabet, nothing between them. */
export function naively(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Of every file of a folder, its name and all that can be read in it, by the most simple means. */
export function* readNaively(folder: string): Generator<readonly [path: string, letters: string]> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(folder, path));
    } catch {
      continue;
    }
    if (path.endsWith('.br')) bytes = brotliDecompressSync(bytes);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
    const texts = [path, bytes.toString('utf8'), bytes.toString('utf16le'), ...(path.endsWith('.bin') ? [frontCoded(bytes)] : [])];
    const all = texts.flatMap((text) => [
      text,
      unescaped(text),
      unescaped(unescaped(text)),
      unescaped(text).replace(/<[^>]*>/g, ''),
      text.replace(/\r\n[ \t]/g, ''),
    ]);
    yield [path, all.map(naively).join('\n')];
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\n/g, '\n')
    .replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** Lists of strings of which each says how many bytes it shares with the one before, read from wherever they may begin. */
function frontCoded(bytes: Buffer): string {
  const found: string[] = [];
  for (let start = 2; start < Math.min(bytes.length, 4); start++) {
    let at = start;
    let before = Buffer.alloc(0);
    const number = (): number => {
      let [value, scale] = [0, 1];
      for (;;) {
        const byte = bytes[at++] ?? 0;
        value += (byte & 0x7f) * scale;
        scale *= 128;
        if (byte < 128) return value;
      }
    };
    const count = number();
    for (let n = 0; n < count && at < bytes.length; n++) {
      const shared = number();
      const rest = number();
      before = Buffer.concat([before.subarray(0, shared), bytes.subarray(at, at + rest)]);
      at += rest;
      found.push(before.toString('utf8'));
    }
  }
  return found.join('\n');
}
