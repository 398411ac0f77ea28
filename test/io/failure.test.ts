// What goes wrong in a thread is told here as if it had gone wrong here.
import { expect, test } from 'vitest';
import { AppError } from '../../src/io/app-error.ts';
import { errorChain, tellError } from '../../src/io/error-chain.ts';
import { errorOf, failureOf } from '../../src/io/failure.ts';
import { explainSystemError } from '../../src/io/system-error.ts';

const sent = (error: unknown): Error => errorOf(structuredClone(failureOf(error)));

test('a bug keeps its stack, and what it went through', () => {
  const inner = new TypeError('x is not a function');
  const outer = Object.assign(new Error('cannot render page.tsx'), { originalError: inner });
  const found = sent(outer);
  expect(tellError(found)).toBe(tellError(outer));
  expect(errorChain(found).map(({ name }) => name)).toEqual(['Error', 'TypeError']);
});

test('an error of the environment stays one, with its code and its hint', () => {
  const found = sent(new AppError('locked', 'Another build is at work.', { hint: 'Wait for it.', cause: new Error('EEXIST') }));
  expect(found).toBeInstanceOf(AppError);
  expect(found).toMatchObject({ code: 'locked', message: 'Another build is at work.', hint: 'Wait for it.', cause: { message: 'EEXIST' } });
  expect(sent(new AppError('locked', 'Again.'))).toMatchObject({ hint: undefined });
});

test('a refusal of the system is explained', () => {
  const refused = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write', path: '/site/index.html' });
  expect(explainSystemError(sent(new Error('writing failed', { cause: refused })), 'the site')).toMatchObject({
    code: 'disk-full',
    message: 'The disk is full: /site/index.html could not be written.',
  });
});

test('what is no error is told as it is', () => {
  expect(sent('out of order').message).toBe('out of order');
});
