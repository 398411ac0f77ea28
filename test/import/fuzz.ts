// Documents cut, spliced, re-encoded and damaged, and what must hold of an import of each: it ends, soon, and invents no year.
import { defaultConfig } from '../../src/core/config/read.ts';
import { decodeBytes } from '../../src/import/formats/decode.ts';
import { readFile } from '../../src/import/formats/index.ts';
import { finishDocument } from '../../src/import/run/prepare.ts';

interface FuzzSource {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface FuzzOptions {
  readonly sources: readonly FuzzSource[];
  readonly runs: number;
  readonly seed: number;
  /** Milliseconds of work that are too long: a busy machine makes none. */
  readonly limit: number;
  readonly onProgress?: (done: number) => void;
}

interface Case {
  readonly run: number;
  readonly name: string;
  readonly what: string;
}

interface FuzzResult {
  readonly crashes: readonly Case[];
  readonly slow: readonly Case[];
  readonly invented: readonly Case[];
  /** Documents that were written, refused, and said to be no postmortem. */
  readonly counts: { readonly written: number; readonly refused: number; readonly others: number };
  readonly slowest: readonly { readonly name: string; readonly run: number; readonly milliseconds: number }[];
}

export async function fuzz({ sources, runs, seed, limit, onProgress }: FuzzOptions): Promise<FuzzResult> {
  const crashes: Case[] = [];
  const slow: Case[] = [];
  const invented: Case[] = [];
  const times: { name: string; run: number; milliseconds: number }[] = [];
  const counts = { written: 0, refused: 0, others: 0 };
  for (let run = 0; run < runs; run++) {
    const random = generator(seed + run);
    const source = pick(sources, random);
    const bytes = mutate(source.bytes, sources, random);
    const before = process.cpuUsage();
    try {
      for (const { text, written } of await importOne(source.name, bytes, counts)) {
        const years = inventedYears(written, `${text}\n${wholeText(bytes)}`);
        if (years.length > 0) invented.push({ run, name: source.name, what: years.join(', ') });
      }
    } catch (error) {
      crashes.push({
        run,
        name: source.name,
        what: error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' |') : String(error),
      });
    }
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1000;
    if (milliseconds > limit) slow.push({ run, name: source.name, what: `${Math.round(milliseconds)} ms` });
    times.push({ name: source.name, run, milliseconds });
    onProgress?.(run + 1);
  }
  times.sort((a, b) => b.milliseconds - a.milliseconds);
  return { crashes, slow, invented, counts, slowest: times.slice(0, 10) };
}

async function importOne(
  name: string,
  bytes: Uint8Array,
  counts: { written: number; refused: number; others: number },
): Promise<{ readonly text: string; readonly written: string }[]> {
  const read = await readFile(name.replace(/^.*\./, 'document.'), bytes);
  if ('refusal' in read) {
    counts.refused++;
    return [];
  }
  const task = { shown: 'document', path: '/document', root: '/' };
  const options = { config: defaultConfig, asOf: '2000-01-01', isForced: false };
  return read.documents.map((document) => {
    const { file, labels } = finishDocument(document, task, { options, hash: '' });
    if (file === undefined) counts.others++;
    else counts.written++;
    const { started, resolved, detected, timeline_first, timeline_last } = labels;
    const values = [started, resolved, detected, timeline_first, timeline_last].map((value) => String(value ?? ''));
    const lines =
      file?.front.filter((line) => /^ *(?:- )?(?:at|due|started|detected|acknowledged|identified|mitigated|resolved):/.test(line)) ?? [];
    return { text: document.text, written: [...values, file?.name ?? '', ...lines.map((line) => line.replace(/ # .*/, ''))].join('\n') };
  });
}

/** Front matter of another tool is no part of the text of a document, but of the file. */
function wholeText(bytes: Uint8Array): string {
  const decoded = decodeBytes(bytes);
  return 'text' in decoded ? decoded.text : '';
}

/** Of the values written; a year may stand in the text with four digits or, as in 15/01/24, with two. */
function inventedYears(written: string, text: string): string[] {
  const days = [...written.matchAll(/(?<!\d)(\d{4})-\d{2}(?:-\d{2})?/g)].map(([day]) => day);
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return [...years].filter((year) => !isIn(text, year) && !isNewYear(text, year, days));
}

function isIn(text: string, year: string): boolean {
  return text.includes(year) || new RegExp(`(?<!\\d)${year.slice(2)}(?!\\d)`).test(text);
}

/** The clock went past midnight on 31 December of a year that stands in the text: the year after it has this one day. */
function isNewYear(text: string, year: string, days: readonly string[]): boolean {
  const own = days.filter((day) => day.startsWith(year));
  return isIn(text, String(Number(year) - 1)) && own.every((day) => day === `${year}-01-01`);
}

type Random = () => number;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function generator(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  // Cut: the end, the beginning, a piece of the middle.
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes, random) => bytes.subarray(Math.floor(random() * bytes.length)),
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return join(bytes.subarray(0, from), bytes.subarray(to));
  },
  // Spliced: a piece of another document in the middle, or in place of the rest.
  (bytes, random, other) => {
    const at = Math.floor(random() * bytes.length);
    const [from, to] = stretch(other, random);
    return join(bytes.subarray(0, at), other.subarray(from, to), random() < 0.5 ? bytes.subarray(at) : new Uint8Array());
  },
  // A piece many times over.
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    const piece = bytes.subarray(from, Math.min(to, from + 300));
    return join(bytes.subarray(0, from), ...Array.from({ length: Math.floor(random() * 200) }, () => piece), bytes.subarray(from));
  },
  // Re-encoded.
  (bytes) => Uint8Array.from(Buffer.from(new TextDecoder().decode(bytes), 'utf16le')),
  (bytes) => Uint8Array.from(Buffer.from(`\uFEFF${new TextDecoder().decode(bytes)}`, 'utf16le')).reverse(),
  (bytes) => Uint8Array.from(Buffer.from(new TextDecoder().decode(bytes), 'latin1')),
  (bytes) => new TextEncoder().encode(Buffer.from(bytes).toString('latin1')),
  (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')),
  // Bytes flipped.
  (bytes, random) => {
    const damaged = Uint8Array.from(bytes);
    for (let count = 1 + Math.floor(random() * 40); count > 0; count--)
      damaged[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return damaged;
  },
  // Characters that mean something, where they were not meant.
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    const marks = [
      '---\n',
      '# ',
      '| ',
      '```\n',
      '\n\n',
      '    ',
      '**',
      '[',
      '](',
      '<div>',
      '\0',
      '\u202e',
      '\u2028',
      ': ',
      '12:60 ',
      '31 February 2024 ',
      '- [ ] ',
      '{"a":',
      '&#x0;',
    ];
    return join(
      bytes.subarray(0, at),
      new TextEncoder().encode(pick(marks, random).repeat(1 + Math.floor(random() * 50))),
      bytes.subarray(at),
    );
  },
  // Numbers that are no dates any more.
  (bytes, random) =>
    Uint8Array.from(
      Buffer.from(
        Buffer.from(bytes)
          .toString('latin1')
          .replace(/\d/g, (digit) => (random() < 0.1 ? String(Math.floor(random() * 10)) : digit)),
        'latin1',
      ),
    ),
];

export function mutate(bytes: Uint8Array, sources: readonly FuzzSource[], random: Random): Uint8Array {
  let mutated = bytes;
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--)
    mutated = pick(MUTATIONS, random)(mutated, random, pick(sources, random).bytes);
  return mutated;
}

function stretch(bytes: Uint8Array, random: Random): [from: number, to: number] {
  const a = Math.floor(random() * bytes.length);
  const b = Math.floor(random() * bytes.length);
  return [Math.min(a, b), Math.max(a, b)];
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}
