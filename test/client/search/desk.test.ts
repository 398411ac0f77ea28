// The worker's order of work: the newest question, two attempts, and failures in words.
import { expect, it } from 'vitest';
import { openDesk, type Session } from '../../../src/client/search/desk.ts';
import type { Ask, Found, FromWorker } from '../../../src/client/search/messages.ts';
import { SearchFileError } from '../../../src/core/search/files/error.ts';

const ask = (number: number): { kind: 'search'; ask: Ask } => ({
  kind: 'search',
  ask: { number, text: 'pool', offset: 0, limit: 10, isTyped: false },
});
const FOUND = { total: 1 } as Found;
const finds: Session['find'] = async () => ({ found: FOUND, count: async () => ({ groups: [] }) });
/** Longer than counts wait, three times in a row: a machine that stops for a while lets every timer come in its order all the same. */
async function later(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 60));
}
const idle = { prepare: () => {}, gather: () => {} };

it('answers with results first and counts after', async () => {
  const told: FromWorker[] = [];
  openDesk(
    () => ({ find: finds, ...idle }),
    (message) => told.push(message),
  )(ask(1));
  await later();
  expect(told.map(({ kind }) => kind)).toEqual(['found', 'counted']);
});

it('drops a question that was overtaken', async () => {
  const told: FromWorker[] = [];
  const receive = openDesk(
    () => ({ find: finds, ...idle }),
    (message) => told.push(message),
  );
  receive(ask(1));
  receive(ask(2));
  await later();
  expect(told.every((message) => 'number' in message && message.number === 2)).toBe(true);
});

it('counts for the last question alone, and fetches ahead when there is nothing else to do', async () => {
  const done: string[] = [];
  const receive = openDesk(
    () => ({
      prepare: () => {},
      gather: () => done.push('gather'),
      find: async ({ number }) => ({
        found: FOUND,
        count: async () => {
          done.push(`count ${number}`);
          return { groups: [] };
        },
      }),
    }),
    ({ kind }) => done.push(kind),
  );
  receive(ask(1));
  await new Promise((resolve) => setTimeout(resolve, 10));
  receive(ask(2));
  await later();
  expect(done).toEqual(['found', 'found', 'gather', 'count 2', 'counted', 'gather']);
});

it('fetches nothing more for a question that was overtaken while it was searched', async () => {
  const fetched: number[] = [];
  const receive = openDesk(
    () => ({
      ...idle,
      find: async (asked, isWanted) => {
        if (!(await isWanted())) return undefined;
        fetched.push(asked.number);
        return { found: FOUND, count: async () => ({ groups: [] }) };
      },
    }),
    () => {},
  );
  receive(ask(1));
  receive(ask(2));
  await later();
  expect(fetched).toEqual([2]);
});

it('tries once more with everything fetched anew, and opens the index once otherwise', async () => {
  const opened: boolean[] = [];
  const told: FromWorker[] = [];
  const receive = openDesk(
    (isFresh) => {
      opened.push(isFresh);
      const fails = () => Promise.reject(new SearchFileError('search/terms/x.bin', 'it is damaged'));
      return { find: isFresh ? finds : fails, ...idle };
    },
    (message) => told.push(message),
  );
  receive(ask(1));
  await later();
  receive(ask(2));
  await later();
  expect(opened).toEqual([false, true]);
  expect(told.map(({ kind }) => kind)).toEqual(['found', 'counted', 'found', 'counted']);
});

it('names the file that could not be read, and begins anew with the next question', async () => {
  const opened: boolean[] = [];
  const told: FromWorker[] = [];
  const receive = openDesk(
    (isFresh) => {
      opened.push(isFresh);
      return { find: () => Promise.reject(new SearchFileError('search/terms/x.bin', 'the server answered 404')), ...idle };
    },
    (message) => told.push(message),
  );
  receive(ask(1));
  await later();
  const failure = { why: 'The search index could not be read: the server answered 404.', path: 'search/terms/x.bin' };
  expect(told).toEqual([{ kind: 'failed', number: 1, failure }]);
  receive(ask(2));
  await later();
  expect(opened).toEqual([false, true, false, true]);
});

it('keeps results where what decorates them cannot be read, and does not fetch everything anew with every question', async () => {
  const opened: boolean[] = [];
  const told: FromWorker[] = [];
  const count = () => Promise.reject(new SearchFileError('search/facts/x.bin', 'the server answered 404'));
  const receive = openDesk(
    (isFresh) => {
      opened.push(isFresh);
      return { find: async () => ({ found: FOUND, count }), ...idle };
    },
    (message) => told.push(message),
  );
  receive(ask(1));
  await later();
  const failure = { why: 'The search index could not be read: the server answered 404.', path: 'search/facts/x.bin' };
  expect(told.map(({ kind }) => kind)).toEqual(['found', 'found', 'counted']);
  expect(told.at(-1)).toEqual({ kind: 'counted', number: 1, counts: { groups: [], failure } });
  receive(ask(2));
  await later();
  expect(opened).toEqual([false, true]);
  expect(told.map(({ kind }) => kind).slice(3)).toEqual(['found', 'counted']);
});

it('keeps what it has while the network is down, and says that it is', async () => {
  const opened: boolean[] = [];
  const told: FromWorker[] = [];
  let error: SearchFileError | undefined;
  const receive = openDesk(
    (isFresh) => {
      opened.push(isFresh);
      return { find: async (...given) => (error ? Promise.reject(error) : finds(...given)), ...idle };
    },
    (message) => told.push(message),
  );
  receive(ask(1));
  await later();
  error = new SearchFileError('search/terms/x.bin', 'this device is offline', { isUnreachable: true });
  receive(ask(2));
  await later();
  const failure = { why: 'The search index could not be fetched: this device is offline.', isUnreachable: true };
  expect(told.at(-1)).toEqual({ kind: 'failed', number: 2, failure });
  error = undefined;
  receive(ask(3));
  await later();
  expect(told.at(-1)?.kind).toBe('counted');
  expect(opened).toEqual([false]);
});

it('goes back to what it had where fetching everything anew fails for the network', async () => {
  const opened: boolean[] = [];
  const receive = openDesk(
    (isFresh) => {
      opened.push(isFresh);
      const offline = new SearchFileError('search/index.json', 'this device is offline', { isUnreachable: true });
      const damaged = new SearchFileError('search/terms/x.bin', 'it is damaged or cut off');
      return {
        find: ({ number }) => (number === 1 ? Promise.reject(isFresh ? offline : damaged) : finds(ask(2).ask, async () => true)),
        ...idle,
      };
    },
    () => {},
  );
  receive(ask(1));
  await later();
  receive(ask(2));
  await later();
  expect(opened).toEqual([false, true]);
});

it('answers a ping while it waits', () => {
  const told: FromWorker[] = [];
  const receive = openDesk(
    () => ({ find: () => new Promise(() => {}), ...idle }),
    (message) => told.push(message),
  );
  receive(ask(1));
  receive({ kind: 'ping' });
  expect(told).toEqual([{ kind: 'alive' }]);
});
