// A way to a storage on which things go wrong: connections that break, a storage that has too much to do or fails, answers cut off in the middle, slow ones.
import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

export const FAULTS = ['reset', 'slow-down', 'internal-error', 'cut-off', 'slow'] as const;

type Fault = (typeof FAULTS)[number];

export interface FailingProxy {
  readonly address: string;
  /** How often each has happened. */
  readonly happened: Record<Fault, number>;
  /** From the request of this number on, counted from now, nothing gets through. */
  readonly dieAfter: (requests: number) => void;
  /** All is well again. */
  readonly mend: () => void;
  readonly close: () => void;
}

interface Forwarded {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Of every three requests one meets a fault, each in its turn; what was sent has arrived over there in half of the cases. */
export async function startFailingProxy(target: string): Promise<FailingProxy> {
  const happened: Record<Fault, number> = { reset: 0, 'slow-down': 0, 'internal-error': 0, 'cut-off': 0, slow: 0 };
  let count = 0;
  let isMended = false;
  let last = Number.POSITIVE_INFINITY;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const number = count++;
    const body = await buffer(request);
    if (number >= last) return void request.socket.destroy();
    const fault = isMended || number % 3 !== 1 ? undefined : FAULTS[Math.floor(number / 3) % FAULTS.length];
    if (fault !== undefined) happened[fault] += 1;
    if (fault === 'slow-down') return refuse(response, 503, 'SlowDown');
    if (fault === 'internal-error') return refuse(response, 500, 'InternalError');
    const got = await pass(target, request, body);
    if (fault === 'reset') return void request.socket.destroy();
    if (fault === 'slow') await wait(700);
    response.writeHead(got.status, got.headers);
    if (fault !== 'cut-off') return void response.end(got.body);
    response.write(got.body.subarray(0, got.body.length / 2));
    setTimeout(() => request.socket.destroy(), 20);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as import('node:net').AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    happened,
    dieAfter: (requests) => {
      last = count + requests;
    },
    mend: () => {
      isMended = true;
      last = Number.POSITIVE_INFINITY;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>Please try again.</Message></Error>`);
}

/** Name and port of the host stay as the client signed them. */
async function pass(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Forwarded> {
  const { hostname, port } = new URL(target);
  const sent = forward({ hostname, port, method, path: url, headers: { ...headers, connection: 'close' } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: await buffer(answer) };
}
