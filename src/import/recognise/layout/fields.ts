// Every `Label: value` of a document, whatever it is written in: lines, bold labels, rows of two cells, a heading over one line.
import type { Line } from './lines.ts';
import type { Section } from './outline.ts';

export interface Field {
  /** Lower case, words only. */
  readonly name: string;
  readonly value: string;
  readonly line: Line;
  readonly section: Section;
  /** Index of its line. */
  readonly at: number;
}

const LABEL = /^([^\s:|][^:|]{0,60}?)\s*:(?!\/\/)(?:\s+|(?=[^\s\d])|$)(.*)$/su;
const DASHED = /^([\p{L}][\p{L} ()/'’-]{1,40}?)\s+[–—-]\s+(\S.*)$/su;
const TRAILING_TIME = /^(\p{L}[\p{L} /'’-]{2,40}?)\s*[:–—-]?\s+((?:at\s+)?\d{4}-\d{2}-\d{2}[ T]\d{1,2}[:.]\d{2}.{0,12})$/u;
const MOST_WORDS = 8;
/** Lines that a label above may have its value on. */
const MOST_VALUE_LINES = 3;

export function readFields(lines: readonly Line[], sections: readonly Section[]): Field[] {
  const fields: Field[] = [];
  const owner = ownersOf(lines, sections);
  const heads = new Set(sections.filter(({ isRunIn }) => !isRunIn).map(({ at }) => at));
  lines.forEach((line, at) => {
    const section = owner[at];
    if (!section) return;
    const pairs = pairsOf(line);
    if (pairs.length === 0 && heads.has(at)) pairs.push({ name: fieldName(line.words), value: '' });
    for (const { name, value } of pairs) {
      const told = value !== '' ? value : valueBelow(lines, at);
      if (name !== '' && told !== '') fields.push({ name, value: told, line, section, at });
    }
  });
  return withHeaders(fields);
}

const HEADERS =
  /^(?:subject|asunto|betreff|objet|server|content type|content length|x powered by|set cookie|cache control|etag|last modified|vary)$/;
const MAIL_DATE = /^(?:date|sent|fecha|datum|gesendet|enviado)$/;
const MAIL_FROM = /^(?:from|von|de)$/;
/** How many fields up and down make a head. */
const HEAD = 5;

/** The date in the head of an e-mail is when it was sent, that of an HTTP response when it was asked for; whom it is from has written it. */
function withHeaders(fields: readonly Field[]): Field[] {
  return fields.map((field, index) => {
    if (!MAIL_DATE.test(field.name) && !MAIL_FROM.test(field.name)) return field;
    const around = fields.slice(Math.max(0, index - HEAD), index + HEAD);
    const isHead = around.some(({ name, at }) => HEADERS.test(name) && Math.abs(at - field.at) <= HEAD);
    const isMail = around.some(({ name }) => /^(?:from|to|von|an|de|para|server|content type|connection)$/.test(name));
    if (!isHead || !isMail) return field;
    return { ...field, name: MAIL_FROM.test(field.name) ? 'mail from' : 'last sent' };
  });
}

/** Lower case, words only; what stands in brackets goes. */
function fieldName(label: string): string {
  return label
    .toLowerCase()
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim();
}

function ownersOf(lines: readonly Line[], sections: readonly Section[]): Section[] {
  const owners: Section[] = [];
  let next = 0;
  for (let at = 0; at < lines.length; at++) {
    while ((sections[next + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) next++;
    const section = sections[next];
    if (section) owners.push(section);
  }
  return owners;
}

function pairsOf(line: Line): { name: string; value: string }[] {
  if (line.kind === 'row') return rowPairs(line.cells ?? []);
  if (line.kind === 'blank' || line.kind === 'code' || line.kind === 'rule') return [];
  const bold = line.bold > 0 ? boldPair(line) : undefined;
  if (bold) return [bold];
  // Several on one line: "Date: 2026-01-05 | Severity: SEV2 | Author: Ana"
  const parts = line.words.split(/\s+(?:\||•|·)\s+|\s+[—–]\s+(?=\p{Lu}[\p{L} ]{2,20}:)/u);
  if (parts.length > 1) return parts.flatMap((part) => pair(LABEL.exec(part)));
  const plain = LABEL.exec(line.words) ?? TRAILING_TIME.exec(line.words) ?? DASHED.exec(line.words);
  return line.kind === 'heading' && !plain ? [{ name: fieldName(line.words), value: '' }] : pair(plain);
}

function boldPair({ words, bold }: Line): { name: string; value: string } | undefined {
  const label = words.slice(0, bold).trim();
  const inner = LABEL.exec(label);
  // All of it is bold: "**Severity: SEV1**"
  if (bold >= words.length && inner?.[2]) return pair(inner)[0];
  const rest = words.slice(bold).replace(/^\s*[:–—-]?\s*/, '');
  if (label.split(' ').length > MOST_WORDS) return undefined;
  const name = fieldName(label);
  return { name, value: rest };
}

function rowPairs(cells: readonly string[]): { name: string; value: string }[] {
  const pairs: { name: string; value: string }[] = [];
  // Keys and values side by side, once or twice in a row.
  for (let index = 0; cells.length <= 4 && index + 1 < cells.length; index += 2) {
    const name = fieldName(cells[index] ?? '');
    if (name.split(' ').length <= MOST_WORDS) pairs.push({ name, value: cells[index + 1] ?? '' });
  }
  return pairs;
}

function pair(match: RegExpExecArray | null): { name: string; value: string }[] {
  const [, label = '', value = ''] = match ?? [];
  return label === '' || label.split(' ').length > MOST_WORDS ? [] : [{ name: fieldName(label), value: value.trim() }];
}

/** The value of a label or heading that has none on its own line. */
function valueBelow(lines: readonly Line[], at: number): string {
  const own = lines[at];
  const values: string[] = [];
  for (let index = at + 1; index < lines.length && values.length < MOST_VALUE_LINES; index++) {
    const line = lines[index];
    if (!line || line.kind === 'heading' || line.kind === 'code' || line.kind === 'row' || line.kind === 'rule') break;
    if (line.kind === 'blank') {
      if (values.length > 0) break;
      continue;
    }
    if (values.length > 0 && own && line.kind !== 'item' && line.indent <= own.indent && /^[^:]{2,40}:(?:\s|$)/.test(line.words)) break;
    values.push(line.words);
  }
  return values.join('; ');
}
