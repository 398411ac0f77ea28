// When to build: soon after a change, never twice at once, and again when something changed during a build.
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Editors save in several steps within a few milliseconds. Longer than the 50 ms in which chokidar keeps a second change of the same file to
 * itself, so that the build reads that one too.
 */
const SETTLE = 60;

export interface RebuildLoop {
  /** Something changed. */
  readonly request: () => void;
  /** Resolves when everything that was requested is built. */
  readonly idle: () => Promise<void>;
}

/** `build` must not reject. */
export function startLoop(build: () => Promise<void>): RebuildLoop {
  let isWanted = false;
  let running: Promise<void> | undefined;

  const settle = async (): Promise<void> => {
    while (isWanted) {
      isWanted = false;
      await wait(SETTLE);
    }
  };
  const run = async (): Promise<void> => {
    while (isWanted) {
      await settle();
      await build();
    }
    running = undefined;
  };
  return {
    request: () => {
      isWanted = true;
      running ??= run();
    },
    idle: async () => {
      while (running !== undefined) await running;
    },
  };
}
