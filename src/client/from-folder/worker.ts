// `Worker` for sites with explicit links. From a folder browsers start none: there its script runs in the page, at the other end of a channel.

/** The script finds its end of the channel, and its own address, at its element: see worker-scope.ts. */
export interface WorkerElement extends HTMLScriptElement {
  port?: MessagePort;
}

class ScriptWorker {
  readonly #script: WorkerElement = document.createElement('script');
  readonly #port: MessagePort;

  constructor(url: URL | string) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#script.port = port2;
    this.#script.src = String(url);
    document.head.append(this.#script);
  }

  addEventListener(type: 'message' | 'messageerror' | 'error', listener: EventListener): void {
    (type === 'error' ? this.#script : this.#port).addEventListener(type, listener);
    this.#port.start();
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  terminate(): void {
    this.#port.close();
    this.#script.remove();
  }
}

/** Put in place of the browser's own by the bundler. */
const FolderWorker: unknown = self.location.protocol === 'file:' ? ScriptWorker : self.Worker;

export { FolderWorker as Worker };
