// Asks a web server for one file, and for the bytes as they went over the wire: `fetch` would unpack and follow without saying so.
import { createHash } from 'node:crypto';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../../io/system-error.ts';
import type { Headers } from './headers.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Of the body as it was sent; what lies beyond `keep` is counted and not kept. */
  readonly bytes: number;
  readonly sha256: string;
  readonly body: Buffer;
}

interface Question {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of the body to keep; the manifest's size says how many can be of use. */
  readonly keep: number;
}

export interface Client {
  /** Rejects when the host could not be asked at all. */
  readonly get: (question: Question) => Promise<Answer>;
  readonly close: () => void;
}

/** Milliseconds without a byte after which a host counts as silent. */
const SILENCE = 30_000;
/** Before another try, in milliseconds. */
const PAUSES = [200, 1000, 3000];
/** What a busy or restarting server answers. */
const PASSING = [429, 502, 503, 504];
/** A body longer than this is not read to its end, whatever it is. */
const BODY_AT_MOST = 1024 * 1024 * 1024;

/** Keeps `connections` open. `headers` go with every question. */
export function makeClient(connections: number, headers: Readonly<Record<string, string>> = {}): Client {
  const agents = [
    new HttpAgent({ keepAlive: true, maxSockets: connections }),
    new HttpsAgent({ keepAlive: true, maxSockets: connections }),
  ];
  const [http, https] = agents as [HttpAgent, HttpsAgent];
  const ask = async (question: Question): Promise<Answer> => {
    const { url } = question;
    const options = { headers: { 'accept-encoding': 'identity', ...headers, ...question.headers }, timeout: SILENCE };
    return await new Promise((resolve, reject) => {
      const take = (response: IncomingMessage): void => {
        readAnswer(response, question.keep).then(resolve, reject);
      };
      const request =
        url.protocol === 'https:'
          ? requestHttps(url, { ...options, agent: https }, take)
          : requestHttp(url, { ...options, agent: http }, take);
      request.on('timeout', () => request.destroy(new Error(`no answer for ${SILENCE / 1000} s`)));
      request.on('error', reject);
      request.end();
    });
  };
  return { get: (question) => patiently(() => ask(question)), close: () => agents.forEach((agent) => void agent.destroy()) };
}

async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (const pause of PAUSES) {
    try {
      const answer = await ask();
      if (!PASSING.includes(answer.status)) return answer;
    } catch (error) {
      // A name that is not known or a certificate that is not trusted stays so.
      if (!['ECONNRESET', 'EPIPE', 'ETIMEDOUT', undefined].includes(errorCode(error))) throw error;
    }
    await wait(pause);
  }
  return await ask();
}

async function readAnswer(response: IncomingMessage, keep: number): Promise<Answer> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (bytes < keep) kept.push(chunk.subarray(0, keep - bytes));
    bytes += chunk.byteLength;
    if (bytes > BODY_AT_MOST) response.destroy(new Error('the answer has no end'));
  }
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  return { status: response.statusCode ?? 0, headers, bytes, sha256: hash.digest('hex'), body: Buffer.concat(kept) };
}
