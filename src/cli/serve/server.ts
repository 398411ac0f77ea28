// The web server of `hindsight serve`: the site as any web server would give it out, and the events that make browsers reload.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { contentType } from '../../site/content-types.ts';
import { EVENTS_PATH, RELOAD_PATH, RELOAD_SCRIPT, STYLE, STYLE_PATH } from './live-pages.ts';
import { type Reply, replyTo } from './reply.ts';
import type { Shown } from './session.ts';

export interface SiteServer {
  readonly server: Server;
  /** Tells every browser that there is another build to see. */
  readonly announce: (build: string) => void;
}

interface ServerOptions {
  readonly shown: () => Promise<Shown>;
  /** Whether a request may give this as the host it is for. */
  readonly isOwnHost: (header: string | undefined) => boolean;
}

export function createSiteServer({ shown, isOwnHost }: ServerOptions): SiteServer {
  const listeners = new Set<ServerResponse>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusal(request, isOwnHost);
    const [pathname = '/', search] = (request.url ?? '/').split('?', 2);
    if (refused !== undefined) send(response, refused);
    else if (pathname === RELOAD_PATH) send(response, { status: 200, type: contentType(RELOAD_PATH), body: RELOAD_SCRIPT });
    else if (pathname === STYLE_PATH) send(response, { status: 200, type: contentType(STYLE_PATH), body: STYLE });
    else if (pathname === EVENTS_PATH) subscribe(listeners, response, (await shown()).build);
    else send(response, replyTo({ pathname, search, knownTag: request.headers['if-none-match'] }, await shown()));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, type: 'text/plain', body: `${String(error)}\n` });
    });
  });
  return {
    server,
    announce: (build) => {
      for (const response of listeners) response.write(`data: ${build}\n\n`);
    },
  };
}

function refusal(request: IncomingMessage, isOwnHost: ServerOptions['isOwnHost']): Reply | undefined {
  // Somebody else's host name may be pointed at this machine, to read the archive through the browsers of its readers (DNS rebinding).
  if (!isOwnHost(request.headers.host))
    return { status: 403, type: 'text/plain', body: 'This server answers under its own address only.\n' };
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  return { status: 405, type: 'text/plain', body: 'Only GET and HEAD.\n', headers: { allow: 'GET, HEAD' } };
}

function subscribe(listeners: Set<ServerResponse>, response: ServerResponse, build: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(`retry: 500\ndata: ${build}\n\n`);
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

/** Node leaves the body out by itself where the request was HEAD. */
function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  const length = { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status !== 304 && length),
    ...headers,
  });
  response.end(body);
}
