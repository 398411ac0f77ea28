// What a worker's script takes for its global scope in sites with explicit links: the worker's own, or the page's end of a channel (worker.ts).
import type { WorkerElement } from './worker.ts';

/** Read while the script begins to run: later nobody knows which one it was. */
const element = typeof document === 'undefined' ? undefined : (document.currentScript as WorkerElement | null);
const port = element?.port;

const scope: unknown = port
  ? {
      location: { href: element.src },
      postMessage: (message: unknown) => port.postMessage(message),
      addEventListener: (type: string, listener: EventListener) => {
        port.addEventListener(type, listener);
        port.start();
      },
    }
  : self;

/** Put in place of the real one by the bundler. */
export { scope as globalThis };
