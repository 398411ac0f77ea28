// A copy of this package with a small archive, served by its own command: everything in it may be changed while a browser looks on.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PACKAGE = ['bin', 'src', '_includes', '_data', '.eleventy.js', 'package.json', 'tsconfig.json'];

/** A postmortem without problems. */
export const postmortem = (title: string, summary = 'It went wrong.'): string =>
  `---\ntitle: ${title}\nstarted: 2026-11-20T14:02:00Z\n---\n\n## Summary\n\n${summary}\n`;

const ARCHIVE = {
  '_data/site.yaml': 'title: Watched archive\n',
  'postmortems/2026-11-20-down.md': postmortem('Down'),
  'postmortems/2026-11-19-slow.md': postmortem('Slow'),
  'postmortems/2026-11-18-lost.md': postmortem('Lost'),
};

export interface Copy {
  /** Holds the package, and `tmp` for what its commands put aside. */
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly change: (path: string, from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** A running server of this copy; `port` 0 takes any. */
  readonly serve: (port?: number) => Promise<Served>;
  readonly clear: () => void;
}

export interface Served {
  /** Ends with a slash. */
  readonly url: string;
  readonly port: number;
  /** Sends the signal and resolves with the exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export function copyPackage(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'hindsight-copy-'));
  for (const name of PACKAGE) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'tmp'));
  const running = new Set<ChildProcess>();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(ARCHIVE)) write(path, text);
  return {
    folder,
    write,
    change: (path, from, to) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!text.includes(from)) throw new Error(`${path} holds no ${from}`);
      write(path, text.replace(from, to));
    },
    remove: (path) => rmSync(join(folder, path)),
    serve: (port = 0) => serve(folder, port, running),
    clear: () => {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function serve(folder: string, port: number, running: Set<ChildProcess>): Promise<Served> {
  const child = spawn(process.execPath, ['bin/hindsight.js', 'serve', '--port', String(port)], {
    cwd: folder,
    env: { ...process.env, TMPDIR: join(folder, 'tmp'), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const closed = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const url = await Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk).trim()),
    closed.then(() => Promise.reject(new Error(`the server ended: ${errors}`))),
  ]);
  return {
    url,
    port: Number(new URL(url).port),
    end: (signal) => {
      child.kill(signal);
      return closed;
    },
  };
}
