// The last step before a site takes the place of the old one: every byte of it is searched for everything its edition withholds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Secrets } from '../core/edition/secrets.ts';
import { readAnyText } from '../core/leak-proof/any-text.ts';
import { type Leak, makeProver, type Prover } from '../core/leak-proof/prover.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { readDataScript } from '../core/text/data-script.ts';
import { filesIn } from '../io/files-in.ts';
import { searchTexts } from './leak-proof/search-texts.ts';
import { nameOf } from './search-files.ts';

export interface ProofOptions {
  readonly folder: string;
  readonly secrets: Secrets;
  /** Files of this package itself, the same in every site: known bytes. */
  readonly own: ReadonlyMap<string, Uint8Array>;
}

/** More would say no more. */
const AT_MOST = 50;

/** Errors, each with the file of the site and the place in it. Nothing says what the withheld string is: logs are read by many. */
export function proveSite({ folder, secrets, own }: ProofOptions): Diagnostic[] {
  const paths = filesIn(folder).sort();
  const prover = makeProver(secrets.list, { hashes: hashesIn(paths, folder) });
  const problems: Diagnostic[] = [];
  for (const path of paths) {
    if (problems.length >= AT_MOST) break;
    problems.push(...proveFile(path, readFileSync(join(folder, path)), { prover, secrets, own }));
  }
  return problems;
}

interface Proof extends Pick<ProofOptions, 'secrets' | 'own'> {
  readonly prover: Prover;
}

function proveFile(path: string, bytes: Uint8Array, { prover, secrets, own }: Proof): Diagnostic[] {
  const named = prover.text(path).map(({ secret }) => leak(path, `The name of this file holds ${secrets.list[secret]?.from}.`));
  if (isSame(own.get(path), bytes)) return named;
  const found = searchBytes(path, bytes, prover);
  if (found === undefined)
    return [
      ...named,
      { ...leak(path, 'This file can be neither unpacked nor read as text, so nobody can say what it holds.'), code: 'unsearchable-file' },
    ];
  return [...named, ...found.leaks.map(({ secret, at }) => sayLeak(path, at, { from: secrets.list[secret]?.from ?? '', ...found }))];
}

interface Found {
  readonly leaks: readonly Leak[];
  readonly text: string;
  readonly isPacked: boolean;
}

/** Undefined where it is packed and cannot be unpacked. */
function searchBytes(path: string, bytes: Uint8Array, prover: Prover): Found | undefined {
  const unpacked = unpack(path, bytes);
  if (unpacked === undefined) return undefined;
  const { path: name, bytes: content, isPacked } = unpacked;
  const strings = searchTexts(name, content);
  if (strings === 'damaged') return undefined;
  if (strings !== undefined) return { leaks: prover.strings(strings), text: '', isPacked: true };
  if (isBinary(name)) return { leaks: prover.binary(content), text: '', isPacked };
  const text = readAnyText(content);
  return text === undefined ? undefined : { leaks: prover.text(text), text, isPacked };
}

function isBinary(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|pdf|woff2|ico|bin)$/i.test(path);
}

/** Twice: what is gzipped itself may lie there as `.br` as well. A script that hands over a file's bytes is read as that file. */
function unpack(path: string, bytes: Uint8Array): { path: string; bytes: Uint8Array; isPacked: boolean } | undefined {
  try {
    const outer = path.endsWith('.br') ? brotliDecompressSync(bytes) : isGzip(bytes) ? gunzipSync(bytes) : bytes;
    const file = handedOver(path.replace(/\.(?:br|gz)$/, ''), outer);
    const inner = isGzip(file.bytes) ? gunzipSync(file.bytes) : file.bytes;
    return { path: file.path, bytes: inner, isPacked: inner !== bytes };
  } catch {
    return undefined;
  }
}

function handedOver(path: string, bytes: Uint8Array): { path: string; bytes: Uint8Array } {
  const base64 = path.endsWith('.js') ? readDataScript(Buffer.from(bytes).toString('latin1')) : undefined;
  return base64 === undefined ? { path, bytes } : { path: path.slice(0, -'.js'.length), bytes: Buffer.from(base64, 'base64') };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function isSame(known: Uint8Array | undefined, bytes: Uint8Array): boolean {
  return known !== undefined && Buffer.compare(known, bytes) === 0;
}

/** Names that are hashes of what the files hold. Whoever writes the text cannot choose them. */
function hashesIn(paths: readonly string[], folder: string): Set<string> {
  const hashes = new Set<string>();
  for (const path of paths) {
    const name = /^(?:search|triage)\/(?:\w+\/)?([\w-]+)\.bin$/.exec(path)?.[1];
    const asset = /^assets\/[\w-]+-([A-Z0-9]{8})\.\w+$/.exec(path)?.[1];
    if (asset !== undefined) hashes.add(asset);
    const content = name === undefined ? undefined : unpack(path, readFileSync(join(folder, path)));
    if (name !== undefined && content && nameOf(content.bytes) === name) hashes.add(name);
  }
  return hashes;
}

function leak(file: string, message: string): Diagnostic {
  const hint = 'Take it out of the text it comes from, or list it under `redact`; the site that was there is as it was.';
  return { file, line: 1, column: 1, severity: 'error', code: 'leak', message, hint };
}

function sayLeak(path: string, at: number, { from, text, isPacked }: Found & { readonly from: string }): Diagnostic {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const where = text === '' ? 'in it' : `at byte ${Buffer.byteLength(before)}${isPacked ? ' once unpacked' : ''}`;
  return { ...leak(path, `This file of the site holds ${from}, ${where}.`), line, column: at - before.lastIndexOf('\n') };
}
