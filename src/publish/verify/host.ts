// A live host against a manifest: every file asked for as a reader's browser does, its bytes and its headers, and what must not be there.
import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sayCount } from '../../core/text/count.ts';
import { AppError } from '../../io/app-error.ts';
import { inParallel } from '../../io/in-parallel.ts';
import { MANIFEST, type Manifest, type ManifestFile } from '../../site/manifest.ts';
import { parseManifest } from '../parse-manifest.ts';
import { addressOf, type Host, sayAddress } from './address.ts';
import { compareBytes } from './folder.ts';
import type { Answer } from './get.ts';
import { headerProblems } from './headers.ts';
import { type CopyProblem, compareProblems } from './problem.ts';
import { isVariant, variantProblem } from './variants.ts';

const MANIFEST_AT_MOST = 256 * 1024 * 1024;

/** What the host says it holds. Throws when it cannot be asked, and when the answer is no manifest. */
export async function fetchManifest({ base, client }: Host): Promise<Manifest> {
  const url = addressOf(base, MANIFEST);
  const shown = sayAddress(url);
  const answer = await client.get({ url, keep: MANIFEST_AT_MOST }).catch((cause: Error) => {
    throw new AppError('unreachable', `${shown} cannot be asked for: ${cause.message || 'no connection'}.`, {
      hint: 'Check the address and the network.',
      cause,
    });
  });
  if (answer.status !== 200) {
    throw new AppError('not-a-site', `${shown} ${sayStatus(answer)}.`, { hint: 'Name the address of the top of a published site.' });
  }
  return parseManifest(unpack(answer).toString('utf8'), shown);
}

/** `report` hears of every file asked for. */
export async function verifyHost(host: Host, manifest: Manifest, report: () => void = () => {}): Promise<readonly CopyProblem[]> {
  const paths = new Map(manifest.files.map((file) => [file.path, file]));
  const found = await inParallel(manifest.files, host.atOnce, async (file) => {
    const problems = await verifyFile(host, file, paths);
    report();
    return problems;
  });
  const probes = [...(await notFoundPage(host, paths.get('404.html'))), ...(await listing(host, manifest))];
  return [...found.flat(), ...probes].sort(compareProblems);
}

async function verifyFile(host: Host, file: ManifestFile, paths: ReadonlyMap<string, ManifestFile>): Promise<CopyProblem[]> {
  const { base, client } = host;
  const { path, bytes } = file;
  try {
    if (isVariant(path, paths)) return [await variantProblem(host, file)].flatMap((problem) => problem ?? []);
    const answer = await client.get({ url: addressOf(base, path), keep: bytes + 1 });
    if (answer.status !== 200) return [{ path, code: 'missing', severity: 'error', message: sayStatus(answer) }];
    const changed = compareBytes(file, describe(answer));
    return [...(changed ? [changed] : []), ...headerProblems({ path, headers: answer.headers, isHttps: base.protocol === 'https:' })];
  } catch (error) {
    const message = `could not be asked for (${error instanceof Error ? error.message : 'no connection'})`;
    return [{ path, code: 'unreachable', severity: 'error', message }];
  }
}

/** Of a page that is nowhere: the site's own, and the status that says so. */
async function notFoundPage({ base, client }: Host, page: ManifestFile | undefined): Promise<CopyProblem[]> {
  const url = new URL('no-page-of-this-name-is-in-any-site/', base);
  const answer = await client.get({ url, keep: page?.bytes ?? 0 });
  const path = '404.html';
  if (answer.status !== 404) {
    const message = `is not what a missing page gets: it ${sayStatus(answer)}`;
    return [{ path, code: 'not-found-page', severity: 'warning', message }];
  }
  if (page === undefined || describe(answer).sha256 === page.sha256) return [];
  return [{ path, code: 'not-found-page', severity: 'warning', message: 'is not what a missing page shows, but a page of the server' }];
}

/** A folder without a page of its own must not be shown as a list of files. */
async function listing({ base, client }: Host, { files }: Manifest): Promise<CopyProblem[]> {
  if (!files.some(({ path }) => path.startsWith('assets/'))) return [];
  const { status } = await client.get({ url: new URL('assets/', base), keep: 0 });
  return status === 200
    ? [{ path: 'assets/', code: 'listing', severity: 'warning', message: 'is shown by the server as a list of files' }]
    : [];
}

/** A server may pack what was asked for unpacked. */
function describe(answer: Answer): Omit<ManifestFile, 'path'> {
  if (answer.headers['content-encoding'] === undefined) return answer;
  const content = unpack(answer);
  return { bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') };
}

function unpack({ headers, body }: Answer): Buffer {
  const encoding = headers['content-encoding'];
  if (encoding === 'gzip') return gunzipSync(body, { maxOutputLength: MANIFEST_AT_MOST });
  if (encoding === 'br') return brotliDecompressSync(body, { maxOutputLength: MANIFEST_AT_MOST });
  return body;
}

function sayStatus({ status, headers, bytes }: Answer): string {
  if (status >= 300 && status < 400) return `is answered with ${status}, a way to ${sayTarget(headers.location)}`;
  if (status === 401 || status === 403) return `is answered with ${status}: access is refused`;
  return status === 200 ? `is answered with 200 and ${sayCount(bytes)} bytes` : `is answered with ${status}`;
}

/** Where a redirect leads, without what sign-in pages put behind the question mark. */
function sayTarget(location: string | undefined): string {
  return location === undefined ? 'nowhere' : location.replace(/[?#].*$/s, '').slice(0, 200);
}
