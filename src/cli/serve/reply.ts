// What the server answers to a request for a page, as a value.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { contentType } from '../../site/content-types.ts';
import { withReload } from './live-pages.ts';
import { type Located, locate } from './locate.ts';
import type { Shown } from './session.ts';

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PageRequest {
  readonly pathname: string;
  /** Without its question mark. */
  readonly search: string | undefined;
  /** The tag of the copy that the browser has. */
  readonly knownTag: string | undefined;
}

const HTML = contentType('page.html');

/** For the pages of the server's own; the pages of the site bring theirs. */
const OWN_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'";

/** An image opened on its own is a page: nothing in it may run. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export function replyTo(request: PageRequest, shown: Shown): Reply {
  if (shown.kind === 'page') {
    const part = shown.before !== undefined && request.pathname.startsWith('/assets/') ? locate(shown.before, request.pathname) : undefined;
    if (part?.kind === 'file') return replyFile(request, part, shown.build);
    return { status: 500, type: HTML, body: withReload(shown.html, shown.build), headers: { 'content-security-policy': OWN_POLICY } };
  }
  const found = locate(shown.folder, request.pathname);
  if (found.kind === 'missing') return { status: 404, type: HTML, body: withReload(notFoundPage(shown.folder), shown.build) };
  if (found.kind === 'folder') {
    const search = request.search === undefined ? '' : `?${request.search}`;
    return { status: 302, type: 'text/plain', body: '', headers: { location: `${request.pathname}/${search}` } };
  }
  return replyFile(request, found, shown.build);
}

function replyFile(request: PageRequest, { path }: Located & { kind: 'file' }, build: string): Reply {
  const type = contentType(path);
  if (path.endsWith('.html')) return { status: 200, type, body: withReload(readFileSync(path, 'utf8'), build) };
  const body = readFileSync(path);
  // Of what it holds: times of files tell nothing once a clock has been set back.
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { 'cache-control': 'no-cache', etag, ...(path.endsWith('.svg') && { 'content-security-policy': SVG_POLICY }) };
  return request.knownTag === etag ? { status: 304, type, body: '', headers } : { status: 200, type, body, headers };
}

function notFoundPage(folder: string): string {
  const page = locate(folder, '/404.html');
  return page.kind === 'file' ? fromTheTop(readFileSync(page.path, 'utf8')) : '<!doctype html><title>Not found</title><p>Not found.</p>';
}

/** The page stands at the top of the site and is shown at any depth. This server knows where the top is; a site at any address does not. */
function fromTheTop(html: string): string {
  return html.replace(/ (href|src|action)="(?![a-z]+:|[/#])(?:\.\/)?/g, ' $1="/');
}
