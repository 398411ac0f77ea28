// Fetches a file of the index and inflates it. What goes wrong is told with the file's path.
import { SearchFileError } from '../../core/search/files/error.ts';
import { isPage, sayPage, sayRefusal } from '../answer.ts';

/** A server that sends nothing for so long will not: slow ones send little by little. */
const PATIENCE_MS = 15_000;

/** As fetch has them. `cache`: files named by their content are never asked for twice, others always are. */
type Asking = Pick<RequestInit, 'cache' | 'priority'>;

export async function loadBytes(url: string, path: string, asking: Asking): Promise<Uint8Array> {
  const silence = new AbortController();
  let watch: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(watch);
    watch = setTimeout(() => silence.abort(), PATIENCE_MS);
  };
  const { signal } = silence;
  const unreachable = () => new SearchFileError(path, sayUnreachable(signal.aborted), { isUnreachable: true });
  heard();
  try {
    const response = await fetch(url, { ...asking, signal }).catch(() => undefined);
    if (!response) throw unreachable();
    if (!response.ok) throw new SearchFileError(path, sayRefusal(response));
    if (isPage(response)) throw new SearchFileError(path, sayPage());
    const bytes = await readAll(response, heard).catch(() => undefined);
    if (!bytes) throw signal.aborted ? unreachable() : new SearchFileError(path, 'the connection broke off');
    return await inflate(bytes, path);
  } finally {
    clearTimeout(watch);
  }
}

/** What arrives in one go, mostly. */
const SMALL = 32_768;

/** `heard` is called with everything that arrives: of small files, which a query fetches dozens of, with the answer alone. */
async function readAll(response: Response, heard: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const { body, headers } = response;
  heard();
  if (Number(headers.get('content-length') ?? SMALL) < SMALL) return new Uint8Array(await response.arrayBuffer());
  const listening = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, controller) => {
      heard();
      controller.enqueue(piece);
    },
  });
  return new Uint8Array(await new Response(body?.pipeThrough(listening)).arrayBuffer());
}

function sayUnreachable(isSilent: boolean): string {
  if (isSilent) return `the server has not answered for ${PATIENCE_MS / 1000} seconds`;
  return navigator.onLine === false ? 'this device is offline' : 'the server cannot be reached';
}

/** Files are gzipped inside; a server that knows about that has had the browser inflate them already. */
async function inflate(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    // Not through a Blob: that would go to another process of the browser and back.
    const { readable, writable } = new DecompressionStream('gzip');
    const writer = writable.getWriter();
    // What is wrong with them is told by the other end.
    writer.write(bytes).catch(() => {});
    writer.close().catch(() => {});
    return new Uint8Array(await new Response(readable).arrayBuffer());
  } catch {
    throw new SearchFileError(path, 'it is damaged or cut off');
  }
}
