// One file of the site as its packed forms: gzip for every client, Brotli for browsers. The same content gives the same bytes wherever it is packed.
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentType } from '../content-types.ts';

export const PACKED_EXTENSIONS = ['.br', '.gz'] as const;

export type PackedExtension = (typeof PACKED_EXTENSIONS)[number];

/** One packet on its way: what fits into it arrives no sooner for being smaller. nginx is told the same in examples/hosting. */
const AT_LEAST = 1024;
/** Of the file's size: what is not made smaller than this is sent as it is. */
const WORTH_IT = 0.95;
/**
 * Brotli's best takes thirty times the processor of 5 for a tenth fewer bytes. Everybody loads the styles and scripts, once; there are few of them
 * and many pages.
 */
const BROTLI_BEST = 11;
const BROTLI_QUICK = 5;
const GZIP_LEVEL = 9;
/** Byte of gzip's header for the system that it was packed on, and the value for "unknown" (RFC 1952, 2.3.1). */
const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

/** How files are packed here: what was packed by another version may differ byte for byte. */
export const PACKED_HOW = `zlib ${process.versions.zlib} level ${GZIP_LEVEL}, brotli ${process.versions.brotli} quality ${BROTLI_QUICK} and ${BROTLI_BEST}, from ${AT_LEAST} bytes`;

/** Whether a file of this name and size may have packed forms. */
export function isWorthPacking(path: string, bytes: number): boolean {
  return bytes >= AT_LEAST && /^text\/|json|xml/.test(contentType(path));
}

/** The packed forms that are smaller than the file. */
export async function packContent(path: string, content: Uint8Array): Promise<ReadonlyMap<PackedExtension, Uint8Array>> {
  const packed = await Promise.all([packBrotli(path, content), packGzip(content)]);
  const worthy = PACKED_EXTENSIONS.flatMap((extension, index) => {
    const bytes = packed[index];
    return bytes !== undefined && bytes.byteLength <= content.byteLength * WORTH_IT ? [[extension, bytes] as const] : [];
  });
  return new Map(worthy);
}

function packBrotli(path: string, content: Uint8Array): Promise<Uint8Array> {
  const isLoadedByAll = ['.css', '.js'].includes(extname(path));
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: isLoadedByAll ? BROTLI_BEST : BROTLI_QUICK,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
  };
  return promisify(brotliCompress)(content, { params, chunkSize: roomFor(content) });
}

/** Node leaves the name and the time of the file out, and puts the system in. */
async function packGzip(content: Uint8Array): Promise<Uint8Array> {
  const packed = await promisify(gzip)(content, { level: GZIP_LEVEL, chunkSize: roomFor(content) });
  packed[SYSTEM_BYTE] = UNKNOWN_SYSTEM;
  return packed;
}

/** In one piece as a rule: every further one is another errand of the thread. */
function roomFor({ byteLength }: Uint8Array): number {
  return Math.min(Math.max(Math.ceil(byteLength / 4), 4096), 1024 * 1024);
}
