// A plain web server over a built site, as any host would be: no reload, no injection, optionally under a prefix.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { locate } from '../../src/cli/serve/locate.ts';
import { contentType } from '../../src/site/content-types.ts';

export interface StaticServer {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `folder` under `prefix`, which begins and ends with a slash, on a free port of the loopback address. */
export async function serveFolder(folder: string, prefix: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const found = pathname.startsWith(prefix) ? locate(folder, `/${pathname.slice(prefix.length)}`) : { kind: 'missing' as const };
    if (found.kind === 'folder') return response.writeHead(301, { location: `${pathname}/` }).end();
    const path = found.kind === 'file' ? found.path : join(folder, '404.html');
    return response.writeHead(found.kind === 'file' ? 200 : 404, { 'content-type': contentType(path) }).end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
