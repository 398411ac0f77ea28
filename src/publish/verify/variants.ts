// Precompressed files: never asked for by name, but sent instead of the file they stand beside to a browser that can unpack them.
import type { ManifestFile } from '../../site/manifest.ts';
import { addressOf, type Host } from './address.ts';
import { typeProblem } from './headers.ts';
import type { CopyProblem } from './problem.ts';

const ENCODINGS = { '.br': 'br', '.gz': 'gzip' } as const;

/** Whether a file is the packed form of another one of the site. */
export function isVariant(path: string, paths: ReadonlyMap<string, unknown>): boolean {
  return encodingOf(path) !== undefined && paths.has(path.slice(0, -3));
}

function encodingOf(path: string): 'br' | 'gzip' | undefined {
  const extension = path.slice(-3);
  return extension === '.br' || extension === '.gz' ? ENCODINGS[extension] : undefined;
}

/** A packed page that is sent as an archive is offered for download. */
export async function variantProblem({ base, client }: Host, { path, bytes, sha256 }: ManifestFile): Promise<CopyProblem | undefined> {
  const encoding = encodingOf(path) ?? 'identity';
  const answer = await client.get({ url: addressOf(base, path.slice(0, -3)), keep: bytes, headers: { 'accept-encoding': encoding } });
  const warn = (message: string): CopyProblem => ({ path, code: 'compression', severity: 'warning', message });
  if (answer.headers['content-encoding'] !== encoding) return warn(`is not sent to a browser that takes ${encoding}`);
  if (answer.sha256 !== sha256) return warn('is not what is sent: the server packs the file itself');
  if (!/\baccept-encoding\b|\*/i.test(answer.headers.vary ?? '')) return warn('is sent without vary: accept-encoding, which caches need');
  const type = typeProblem({ path: path.slice(0, -3), headers: answer.headers });
  return type && { ...type, path, message: `${type.message}, to a browser that takes ${encoding}` };
}
