// What must not be left behind when a command is broken off: temporary folders and locks, removed on Ctrl-C as on a normal end.

const tasks = new Set<() => void>();
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let isListening = false;

/** Runs the task when the process ends in any way but a kill that cannot be caught; the returned function forgets it again. */
export function onEnd(task: () => void): () => void {
  listen();
  tasks.add(task);
  return () => tasks.delete(task);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.on('exit', runAll);
  for (const [signal, number] of Object.entries(SIGNALS)) {
    // 128 + number is what a shell reports for a program that a signal ended.
    process.once(signal, () => process.exit(128 + number));
  }
}

/** Newest first, as things are unwound; one that fails must not keep the others from running. */
function runAll(): void {
  for (const task of [...tasks].reverse()) {
    try {
      task();
    } catch {
      // The process is going away, and what remains is removed by the next build.
    }
  }
  tasks.clear();
}
