// The beginning of a log, from a file or from what is piped in; the rest is not read.
import { createReadStream } from 'node:fs';
import { utf16Kind } from '../core/text/utf16.ts';

/** Leaves bytes that are no text as U+FFFD: a log may be cut anywhere, and may hold anything. PowerShell writes UTF-16. */
export async function readLog(path: string | undefined, bytesAtMost: number): Promise<string> {
  const stream = path === undefined ? process.stdin : createReadStream(path);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytesAtMost) break;
  }
  const bytes = Buffer.concat(chunks);
  return new TextDecoder(utf16Kind(bytes) ?? 'utf-8').decode(bytes);
}
