// Fetches a file of the index and inflates it. What goes wrong is told with the file's path.
import { SearchFileError } from '../../core/search/files/error.ts';

/** `cache` as fetch has it: files named by their content are never asked for twice, others always are. */
export async function loadBytes(url: string, path: string, cache: RequestCache): Promise<Uint8Array> {
  const response = await fetch(url, { cache }).catch(() => undefined);
  if (!response) throw new SearchFileError(path, 'the server did not answer');
  if (!response.ok) throw new SearchFileError(path, `the server answered ${response.status}`);
  const bytes = await response.arrayBuffer().catch(() => undefined);
  if (!bytes) throw new SearchFileError(path, 'the connection broke off');
  return inflate(new Uint8Array(bytes), path);
}

/** Files are gzipped inside; a server that knows about that has had the browser inflate them already. */
async function inflate(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(inflated).arrayBuffer());
  } catch {
    throw new SearchFileError(path, 'it is damaged or cut off');
  }
}
