// Where the server listens: the port that was asked for, or the first free one; and under which names it may be addressed.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../io/app-error.ts';
import { errorCode } from '../../io/system-error.ts';

const FIRST_PORT = 8080;
const TRIES = 20;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Returns the address to open in a browser. Throws when the port is taken. */
export async function listenOn(server: Server, host: string, wanted: number | undefined): Promise<string> {
  const ports = wanted === undefined ? Array.from({ length: TRIES }, (_, index) => FIRST_PORT + index) : [wanted];
  for (const port of ports) {
    if (await tryPort(server, host, port)) return urlOf(host, (server.address() as AddressInfo).port);
  }
  const message =
    wanted === undefined ? `The ports from ${FIRST_PORT} to ${FIRST_PORT + TRIES - 1} are all in use.` : `Port ${wanted} is in use.`;
  throw new AppError('port-in-use', message, { hint: 'Give another one with --port, or 0 for any that is free.' });
}

/** False when the port is taken. */
function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      server.off('listening', onListening);
      const code = errorCode(error);
      if (code === 'EADDRINUSE') resolve(false);
      else
        reject(
          new AppError('cannot-listen', `The server cannot listen on ${host}, port ${port} (${code}).`, {
            hint: HINTS[code ?? ''] ?? HINT,
            cause: error,
          }),
        );
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError).once('listening', onListening).listen(port, host);
  });
}

const HINT = 'Give an address of this machine with --host.';

const HINTS: Readonly<Record<string, string>> = { EACCES: 'Ports below 1024 need special rights; give another one with --port.' };

function urlOf(host: string, port: number): string {
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const name = isEverywhere ? 'localhost' : host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

/** Whether others can reach the server. */
export function isPublic(host: string): boolean {
  return !LOOPBACK.test(host);
}

/** On a loopback address only loopback names are accepted; whoever opens the server to others opens it under any name. */
export function ownHosts(host: string): (header: string | undefined) => boolean {
  if (isPublic(host)) return () => true;
  return (header) => header !== undefined && LOOPBACK.test(header.replace(/:\d+$/, ''));
}
