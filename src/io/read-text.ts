// One file as text, however large, odd or broken it is: never more of it in memory than a postmortem may have.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import { decode } from '../core/text/encoding.ts';
import { errorCode } from './system-error.ts';

/** A book of 300,000 words is smaller; a log pasted by accident is not. */
const LARGEST = 2 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;

/** A problem of a file whose name the caller knows. */
export type FileProblem = Omit<Diagnostic, 'file' | 'severity'>;

/** Reused for every file: decoding copies out of it. */
let buffer: Buffer | undefined;

export function readText(path: string): { readonly text: string } | { readonly problem: FileProblem } {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { problem: unreadable(error) };
  }
  try {
    return readOpen(file);
  } catch (error) {
    return { problem: unreadable(error) };
  } finally {
    closeSync(file);
  }
}

function readOpen(file: number): { readonly text: string } | { readonly problem: FileProblem } {
  const { size } = fstatSync(file);
  if (size > LARGEST) return { problem: tooLarge(size) };
  buffer ??= Buffer.allocUnsafeSlow(LARGEST + 1);
  let length = 0;
  // The size is only a promise: a file may grow while it is read.
  for (let read = -1; read !== 0 && length <= LARGEST; length += read) read = readSync(file, buffer, length, buffer.length - length, null);
  if (length > LARGEST) return { problem: tooLarge(length) };
  return decode(buffer.subarray(0, length));
}

function tooLarge(size: number): FileProblem {
  const megabytes = (size / MEGABYTE).toFixed(size < 10 * MEGABYTE ? 1 : 0);
  const message = `The file has ${megabytes} MB; a postmortem may have ${LARGEST / MEGABYTE} MB.`;
  return at('too-large', message, 'Move logs and dumps into files of their own, in the folder beside the postmortem.');
}

function unreadable(error: unknown): FileProblem {
  return at('unreadable', `The file cannot be read (${errorCode(error) ?? 'unknown error'}).`, 'Check its permissions.');
}

function at(code: string, message: string, hint: string): FileProblem {
  return { line: 1, column: 1, code, message, hint };
}
