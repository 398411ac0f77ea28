// Credentials in all that reaches a site or says what it is made of: postmortems, configuration, attachments that are text.
import { readFileSync } from 'node:fs';
import { findCredentials } from '../core/credentials/find.ts';
import { type AllowedCredential, CREDENTIAL, judgeText, type TextCredentials } from '../core/credentials/judge-text.ts';
import { makeMask } from '../core/credentials/mask.ts';
import { readingOf } from '../core/credentials/reading.ts';
import { readAnyText } from '../core/leak-proof/any-text.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { AssetFile } from '../io/assets.ts';
import type { SourceFile } from '../io/read-archive.ts';
import { findTokens, mayHoldToken } from '../io/secretlint.ts';
import { statsOf } from '../io/stats.ts';

/** What was found before, so that a file that has not changed is not searched again. */
export interface CredentialMemory {
  readonly sources: WeakMap<SourceFile, TextCredentials>;
  /** Of attachments by path, with the stamp of the file. */
  readonly attachments: Map<string, { readonly stamp: string; readonly found: TextCredentials }>;
}

export function newCredentialMemory(): CredentialMemory {
  return { sources: new WeakMap(), attachments: new Map() };
}

export interface ArchiveCredentials {
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly AllowedCredential[];
  /** Any text of a message without the credentials that it may quote. */
  mask(text: string): string;
}

interface Searched {
  readonly sources: readonly SourceFile[];
  readonly assets: readonly AssetFile[];
  /** Path and text of the configuration. */
  readonly config?: string | undefined;
  readonly configText?: string | undefined;
}

export async function searchCredentials(searched: Searched, memory: CredentialMemory): Promise<ArchiveCredentials> {
  const found = await searchAll(textsOf(searched, memory));
  const mask = makeMask(found.flatMap(({ values }) => values));
  return {
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    allowed: found.flatMap(({ allowed }) => allowed).map((one) => ({ ...one, reason: mask(one.reason) })),
    mask,
  };
}

/** A text that is known already, or has to be searched. */
type Item = TextCredentials | { readonly source: SourceFile; keep(found: TextCredentials): void };

function textsOf({ sources, assets, config, configText }: Searched, memory: CredentialMemory): Item[] {
  const all = config === undefined || configText === undefined ? sources : [{ path: config, text: configText }, ...sources];
  return [
    ...all.map(
      (source) => memory.sources.get(source) ?? { source, keep: (found: TextCredentials) => void memory.sources.set(source, found) },
    ),
    ...assets.filter(({ path }) => TEXTS.test(path)).map((asset) => attachment(asset, memory)),
  ];
}

async function searchAll(items: readonly Item[]): Promise<TextCredentials[]> {
  const readings = items.map((item) => ('source' in item ? readingOf(item.source.text) : undefined));
  const doubtful = readings.filter((reading) => reading !== undefined && mayHoldToken(reading.text));
  const tokens = await findTokens(doubtful.map((reading) => reading?.text ?? ''));
  const tokensIn = new Map(doubtful.map((reading, at) => [reading, tokens[at]]));
  return items.map((item, at) => {
    if (!('source' in item)) return item;
    const { source, keep } = item;
    const found = judgeText(source, findCredentials(source.text, tokensIn.get(readings[at]), readings[at]));
    keep(found);
    return found;
  });
}

/** The other types that are published hold no text that could be searched without drawing it. */
const TEXTS = /\.(?:txt|log|csv|json|svg)$/i;

function attachment({ path, absolute }: AssetFile, { attachments }: CredentialMemory): Item {
  const stats = statsOf(absolute);
  const stamp = stats === undefined ? '' : `${absolute} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino}`;
  const known = attachments.get(path);
  if (known !== undefined && stamp !== '' && known.stamp === stamp) return known.found;
  const bytes = readFileSync(absolute);
  const text = readAnyText(bytes) ?? bytes.toString('latin1');
  return { source: { path, text }, keep: (found) => void attachments.set(path, { stamp, found }) };
}

/** No message shows a credential, whatever it is about. */
export function maskDiagnostics(diagnostics: readonly Diagnostic[], { mask }: ArchiveCredentials): Diagnostic[] {
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    // Those of credentials say themselves what may be seen of them.
    message: diagnostic.code === CREDENTIAL ? diagnostic.message : mask(diagnostic.message),
    ...(diagnostic.hint !== undefined && { hint: mask(diagnostic.hint) }),
  }));
}
