// `hindsight verify DIR|URL`: whether a copy of a site, on a disk or on a host, is the site that was built.
import { resolve } from 'node:path';
import { countOf } from '../../core/text/count.ts';
import { AppError } from '../../io/app-error.ts';
import { clearProgress, print, progress, wantsColor } from '../../io/log.ts';
import { readText } from '../../io/read-text.ts';
import { openSite } from '../../publish/open-site.ts';
import { parseManifest } from '../../publish/parse-manifest.ts';
import { type Host, sayAddress } from '../../publish/verify/address.ts';
import { verifyFolder } from '../../publish/verify/folder.ts';
import { makeClient } from '../../publish/verify/get.ts';
import { fetchManifest, verifyHost } from '../../publish/verify/host.ts';
import type { CopyProblem } from '../../publish/verify/problem.ts';
import type { Manifest } from '../../site/manifest.ts';
import { EXIT } from '../exit-codes.ts';
import { reportCopy } from '../report/copy.ts';

interface VerifyCommandOptions {
  readonly manifest?: string;
  readonly header: readonly string[];
  readonly connections: number;
  readonly strict?: boolean;
  readonly format: 'text' | 'json';
}

interface Verified {
  /** As messages name it. */
  readonly place: string;
  readonly manifest: Manifest;
  readonly problems: readonly CopyProblem[];
}

/** Returns the exit code. */
export async function verify(target: string, options: VerifyCommandOptions): Promise<number> {
  const verified = /^https?:\/\//i.test(target) ? await verifyAddress(target, options) : await verifyCopy(target, options);
  clearProgress();
  print(options.format === 'json' ? toJson(verified) : reportCopy(verified, wantsColor('stdout')));
  const isBad = verified.problems.some(({ severity }) => severity === 'error' || options.strict);
  return isBad ? EXIT.problems : EXIT.ok;
}

async function verifyCopy(target: string, options: VerifyCommandOptions): Promise<Verified> {
  const manifest = expected(options) ?? openSite(target).manifest;
  return { place: target, manifest, problems: await verifyFolder(resolve(target), manifest, counting(manifest)) };
}

async function verifyAddress(target: string, options: VerifyCommandOptions): Promise<Verified> {
  const base = baseOf(target);
  const client = makeClient(options.connections, headersOf(options.header, base));
  base.username = '';
  base.password = '';
  try {
    const host: Host = { base, client, atOnce: options.connections };
    const manifest = expected(options) ?? (await fetchManifest(host));
    return { place: sayAddress(base), manifest, problems: await verifyHost(host, manifest, counting(manifest)) };
  } finally {
    client.close();
  }
}

/** The manifest of the site that was built, rather than the copy's own word for itself. */
function expected({ manifest }: VerifyCommandOptions): Manifest | undefined {
  if (manifest === undefined) return undefined;
  const read = readText(resolve(manifest));
  if ('problem' in read) throw new AppError('not-found', `${manifest}: ${read.problem.message}`);
  return parseManifest(read.text, manifest);
}

function baseOf(target: string): URL {
  if (!URL.canParse(target)) throw new AppError('usage', 'The address of the site is not one.');
  const url = new URL(target);
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/(?:index\.html|\/*)$/, '').replace(/\/*$/, '/');
  return url;
}

/** A name and a password in the address are sent as browsers send them. */
function headersOf(typed: readonly string[], { username, password }: URL): Record<string, string> {
  const headers = typed.map((header) => {
    const [, name, value] = /^([\w-]+):\s*([\x20-\x7e]*)$/.exec(header) ?? [];
    if (name === undefined || value === undefined) throw new AppError('usage', 'A header is written like "Name: value".');
    return [name.toLowerCase(), value] as const;
  });
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    ...(username !== '' && { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }),
    ...Object.fromEntries(headers),
  };
}

function counting({ files }: Manifest): () => void {
  let done = 0;
  return () => {
    done += 1;
    progress(`Verified ${done} of ${countOf(files.length, 'file')}…`);
  };
}

function toJson({ place, manifest, problems }: Verified): string {
  const { version, generated, source, files } = manifest;
  const isSame = !problems.some(({ severity }) => severity === 'error');
  return JSON.stringify(
    { target: place, verified: isSame, version, generated, source: source ?? null, files: files.length, problems },
    null,
    2,
  );
}
