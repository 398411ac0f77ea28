// Fetching a file of the index: what goes wrong, in words, and what never ends.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadBytes } from '../../../src/client/search/load-file.ts';

const PATH = 'search/terms/x.bin';
const load = () => loadBytes(`https://site.test/${PATH}`, PATH, { cache: 'default' });
const answer = (how: (signal: AbortSignal | undefined) => Promise<Response>) =>
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => how(signal ?? undefined));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('self', { location: { protocol: 'https:' } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const rejected = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

it('tells the network from the file', async () => {
  answer(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(load()).rejects.toMatchObject({ path: PATH, why: 'the server cannot be reached', isUnreachable: true });
  answer(async () => new Response('', { status: 404 }));
  await expect(load()).rejects.toMatchObject({ why: 'the server answered 404', isUnreachable: false });
});

it('tells of a sign-in that has run out, by the status or by the page that comes in place of the file', async () => {
  const signIn = { why: expect.stringContaining('load the page again'), isUnreachable: false };
  answer(async () => new Response('', { status: 401 }));
  await expect(load()).rejects.toMatchObject(signIn);
  answer(async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  await expect(load()).rejects.toMatchObject(signIn);
});

it('says that the device is offline where the browser knows', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  answer(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(load()).rejects.toMatchObject({ why: 'this device is offline' });
});

it('gives up on a server that never answers', async () => {
  answer(rejected);
  const failed = expect(load()).rejects.toMatchObject({ why: 'the server has not answered for 15 seconds', isUnreachable: true });
  await vi.advanceTimersByTimeAsync(15_000);
  await failed;
});

it('gives up on an answer that stops in the middle, and not on one that is slow', async () => {
  const trickle = (pieces: number, ends: boolean) => async (signal: AbortSignal | undefined) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        signal?.addEventListener('abort', () => controller.error(signal.reason));
        for (let n = 1; n <= pieces; n++) setTimeout(() => controller.enqueue(Uint8Array.of(n)), n * 10_000);
        if (ends) setTimeout(() => controller.close(), pieces * 10_000 + 1);
      },
    });
    return new Response(body);
  };
  answer(trickle(3, true));
  const whole = load();
  await vi.advanceTimersByTimeAsync(30_001);
  expect(await whole).toEqual(Uint8Array.of(1, 2, 3));
  answer(trickle(2, false));
  const failed = expect(load()).rejects.toMatchObject({ why: 'the server has not answered for 15 seconds' });
  await vi.advanceTimersByTimeAsync(35_000);
  await failed;
});
