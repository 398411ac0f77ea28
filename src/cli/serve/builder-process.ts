// The process that builds for `hindsight serve`: one build per message. It is replaced when the sources of Hindsight change, since Node never
// loads a module twice.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { tellError } from '../../io/error-chain.ts';
import { explainSystemError } from '../../io/system-error.ts';
import { buildSite } from '../../site/build.ts';
import type { BuildOrder, BuildReply } from './messages.ts';

let temporary: string | undefined;

process.on('message', (order: BuildOrder) => {
  temporary = dirname(order.staging);
  void obey(order).then((reply) => process.send?.(reply));
});

// The server was killed: it had no time to remove what is now nobody's.
process.on('disconnect', () => {
  if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  process.exit();
});

// Ctrl-C reaches every process of the terminal: the server decides when this one ends.
process.on('SIGINT', () => {});

async function obey(order: BuildOrder): Promise<BuildReply> {
  try {
    return { kind: 'done', result: await buildSite({ ...order, allowErrors: false, history: true, again: true }, () => {}) };
  } catch (error) {
    return { kind: 'failed', text: sayError(error) };
  }
}

function sayError(error: unknown): string {
  const known = explainSystemError(error, 'the temporary folder');
  if (known !== undefined) return known.hint === undefined ? known.message : `${known.message}\n${known.hint}`;
  return tellError(error);
}
