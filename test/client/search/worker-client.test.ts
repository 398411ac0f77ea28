// The page's end of the worker: overtaken answers, and workers that die.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from '../../../src/client/search/messages.ts';
import { connectWorker, type WorkerLike } from '../../../src/client/search/worker-client.ts';

const QUESTION = { text: 'pool', offset: 0, limit: 10, isTyped: false };

class FakeWorker {
  readonly asked: ToWorker[] = [];
  isOver = false;
  answer: (told: FromWorker) => void = () => {};
  fail: () => void = () => {};

  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isOver = true;
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'message') this.answer = (data) => listener({ data } as never);
    if (type === 'error') this.fail = () => listener(undefined as never);
  }
}

let workers: FakeWorker[];
let heard: FromWorker[];

const connect = () =>
  connectWorker(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as WorkerLike;
    },
    (told) => heard.push(told),
  );
const counted = (number: number): FromWorker => ({ kind: 'counted', number, counts: { groups: [] } });

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  heard = [];
});
afterEach(() => vi.useRealTimers());

it('hears the answer to the last question alone', () => {
  const client = connect();
  client.ask(QUESTION);
  client.ask({ ...QUESTION, text: 'pools' });
  workers[0]?.answer(counted(1));
  expect(heard).toEqual([]);
  workers[0]?.answer(counted(2));
  expect(heard).toEqual([counted(2)]);
});

it('starts another worker for the question that one died over, and says so when that dies too', () => {
  const client = connect();
  client.ask(QUESTION);
  workers[0]?.fail();
  expect(workers[1]?.asked).toEqual(workers[0]?.asked);
  expect(heard).toEqual([]);
  workers[1]?.fail();
  expect(heard).toMatchObject([{ kind: 'failed', number: 1, failure: { why: /stopped working/ } }]);
  client.retry();
  workers[2]?.answer(counted(1));
  expect(heard.at(-1)).toEqual(counted(1));
});

it('asks the same worker again where it was the network that failed', () => {
  const client = connect();
  client.ask(QUESTION);
  workers[0]?.answer({ kind: 'failed', number: 1, failure: { why: 'No network.', isUnreachable: true } });
  client.retry(true);
  expect(workers).toHaveLength(1);
  expect(workers[0]?.asked.map(({ kind }) => kind)).toEqual(['search', 'search']);
  client.retry();
  expect(workers).toHaveLength(2);
});

it('says so where no worker can be started', () => {
  const client = connectWorker(
    () => {
      throw new Error('denied');
    },
    (told) => heard.push(told),
  );
  client.prepare();
  client.ask(QUESTION);
  expect(heard).toMatchObject([{ kind: 'failed', failure: { why: /stopped working/ } }]);
});

it('takes a worker for dead that does not even answer a ping', () => {
  connect().ask(QUESTION);
  vi.advanceTimersByTime(6000);
  expect(workers[0]?.asked.at(-1)).toEqual({ kind: 'ping' });
  vi.advanceTimersByTime(6000);
  expect(workers).toHaveLength(2);
  expect(workers[0]?.isOver).toBe(true);
});

it('waits for a worker that is alive, as long as the network takes', () => {
  connect().ask(QUESTION);
  for (let time = 0; time < 60_000; time += 1000) {
    vi.advanceTimersByTime(1000);
    if (workers[0]?.asked.at(-1)?.kind === 'ping') workers[0].answer({ kind: 'alive' });
  }
  expect(workers).toHaveLength(1);
  expect(heard).toEqual([]);
});

it('leaves a worker in peace that has answered', () => {
  connect().ask(QUESTION);
  workers[0]?.answer(counted(1));
  vi.advanceTimersByTime(60_000);
  expect(workers[0]?.asked).toHaveLength(1);
  expect(workers).toHaveLength(1);
});
