// The thread's end: prepares one file after another, each as it is asked for.
import { parentPort, workerData } from 'node:worker_threads';
import { type Preparation, type PrepareOptions, prepare, type Task, warmUp } from './prepare.ts';

/** `failed` is a mistake of the importer, told as such. */
export type Answer = { readonly done: Preparation } | { readonly failed: string };

const { input } = workerData as { readonly input: PrepareOptions };

parentPort?.on('message', (task: Task) => {
  prepare(task, input).then(
    (done) => send({ done }),
    (error: unknown) => send({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
warmUp(input);
send({ done: { documents: [] } });

function send(answer: Answer): void {
  parentPort?.postMessage(answer);
}
