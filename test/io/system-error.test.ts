// What the system refuses, in words.
import { describe, expect, test } from 'vitest';
import { AppError, isUsageError } from '../../src/io/app-error.ts';
import { explainSystemError } from '../../src/io/system-error.ts';

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(code), { code, syscall: 'write', ...(path !== undefined && { path }) });
}

describe('explaining', () => {
  test('names the file where the system does', () => {
    const explained = explainSystemError(systemError('EACCES', '/srv/site'), '_site');
    expect(explained?.code).toBe('no-permission');
    expect(explained?.message).toBe('No permission for /srv/site.');
  });

  test('names the place where the system does not', () => {
    expect(explainSystemError(systemError('ENOSPC'), '_site')?.message).toBe('The disk is full: a file in _site could not be written.');
  });

  test('looks behind the errors that others wrap around it', () => {
    const wrapped = new Error('Having trouble writing', {
      cause: Object.assign(new Error('b'), { originalError: systemError('EROFS', '/mnt') }),
    });
    expect(explainSystemError(wrapped, '_site')?.code).toBe('read-only');
  });

  test('leaves bugs alone, also circular ones', () => {
    const circular = new Error('a');
    circular.cause = circular;
    expect(explainSystemError(circular, '_site')).toBeUndefined();
    expect(explainSystemError(new TypeError('x is not a function'), '_site')).toBeUndefined();
    expect(explainSystemError('thrown text', '_site')).toBeUndefined();
  });

  test('hands through what is explained already', () => {
    const known = new AppError('locked', 'Another build is running.');
    expect(explainSystemError(new Error('outer', { cause: known }), '_site')).toBe(known);
    expect(isUsageError(known)).toBe(false);
    expect(isUsageError(new AppError('usage', 'No.'))).toBe(true);
  });
});
