// Writes an edited text back into its file, byte for byte as it was outside the edit: unless somebody else has changed the file meanwhile.
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { decode } from '../core/text/encoding.ts';
import { AppError } from './app-error.ts';
import { replaceFile } from './atomic.ts';
import { explainSystemError } from './system-error.ts';

export interface Rewriting {
  /** The text that was read, and edited. */
  readonly before: string;
  readonly after: string;
}

/** Follows a symbolic link to the file it means. Throws where the file is not the one that was read, or cannot be written. */
export function rewriteText(path: string, { before, after }: Rewriting): void {
  try {
    const file = realpathSync(path);
    // A file that may not be written could still be replaced by another: whoever protected it did not want that.
    accessSync(file, constants.W_OK);
    const bytes = readFileSync(file);
    // UTF-8 that decodes is what its text encodes to, but for the mark before it.
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
    const isUnchanged = (): boolean => isText(readFileSync(file), before);
    if (!isText(bytes, before) || !replaceFile(file, mark + after, { isUnchanged })) throw changedMeanwhile(path);
  } catch (error) {
    throw explainSystemError(error, path) ?? error;
  }
}

function isText(bytes: Uint8Array, text: string): boolean {
  const decoded = decode(bytes);
  return 'text' in decoded && decoded.text === text;
}

function changedMeanwhile(path: string): AppError {
  return new AppError('changed-meanwhile', `${path} was changed by somebody else just now, and was left alone.`, {
    hint: 'Run the command again.',
  });
}
