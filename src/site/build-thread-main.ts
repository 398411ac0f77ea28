// What runs in the thread that builds: says how far it is, and in the end what came of it.
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../io/failure.ts';
import { type BuildOptions, buildSite } from './build.ts';
import type { BuildMessage } from './build-thread.ts';

const { input } = workerData as { readonly input: BuildOptions };

try {
  send({ result: await buildSite(input, (event) => send({ event })) });
} catch (error) {
  send({ failure: failureOf(error) });
}

function send(message: BuildMessage): void {
  parentPort?.postMessage(message);
}
