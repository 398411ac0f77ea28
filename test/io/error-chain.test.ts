// An error is told with everything that led to it, and a circle of causes ends.
import { expect, test } from 'vitest';
import { errorChain, tellError } from '../../src/io/error-chain.ts';

const inner = new Error('header.tsx:99:10: Unexpected ";"');
const middle = Object.assign(new Error('cannot import page.tsx'), { originalError: inner });

test('messages from the outside in, the stack of the innermost', () => {
  const told = tellError(new Error('the build failed', { cause: middle }));
  expect(told).toMatch(/^the build failed\ncannot import page\.tsx\nError: header\.tsx:99:10: Unexpected ";"\n {4}at /);
});

test('what is no error is told as it is', () => {
  expect(tellError('out of order')).toBe('out of order');
});

test('causes that go round in a circle are told a few times', () => {
  const snake = new Error('snake');
  snake.cause = snake;
  expect(errorChain(snake)).toHaveLength(10);
});
