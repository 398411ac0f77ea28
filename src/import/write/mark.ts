// How the importer knows its own files again, and whether somebody has changed one since: the last line of the front matter says what it was.
import { createHash } from 'node:crypto';

const MARK = /^# Imported by hindsight: ([0-9a-f]{16})\. Edit freely: a file that has been changed is never written over\.$/m;

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A whole file out of the lines of its front matter and its body, with its mark. */
export function markedFile(front: readonly string[], body: string): string {
  const start = `---\n${front.join('\n')}\n`;
  const end = `---\n${body}`;
  return `${start}# Imported by hindsight: ${hashOf(start + end)}. Edit freely: a file that has been changed is never written over.\n${end}`;
}

/** Whether the text is of the importer: as it left it, or changed since. Line ends do not count. */
export function readMark(text: string): 'none' | 'untouched' | 'changed' {
  const plain = text.replaceAll('\r\n', '\n');
  const match = MARK.exec(plain);
  if (match === null) return 'none';
  const rest = plain.slice(0, match.index) + plain.slice(match.index + match[0].length + 1);
  return hashOf(rest) === match[1] ? 'untouched' : 'changed';
}

function hashOf(text: string): string {
  return sha256(text).slice(0, 16);
}
