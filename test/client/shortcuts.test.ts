// Which key means what, and when no key may mean anything.
import { expect, test } from 'vitest';
import { commandOf, type KeyPress } from '../../src/client/shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});
const reading = { isTyping: false, isInDialog: false, isOn: true };

test.each([
  ['/', 'search'],
  ['?', 'keys'],
  ['j', 'next'],
  ['k', 'previous'],
  ['u', 'zone'],
])('%s asks for %s', (key, command) => {
  expect(commandOf(press(key), reading)).toBe(command);
});

test.each(['a', 'J', 'Enter', 'Escape', ' '])('%s means nothing while reading', (key) => {
  expect(commandOf(press(key), reading)).toBeUndefined();
});

test('no letter is taken from someone who is typing, and Escape lets go', () => {
  const typing = { ...reading, isTyping: true };
  expect(commandOf(press('/'), typing)).toBeUndefined();
  expect(commandOf(press('j'), typing)).toBeUndefined();
  expect(commandOf(press('Escape'), typing)).toBe('leave');
  expect(commandOf(press('Escape', { isComposing: true }), typing)).toBeUndefined();
});

test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'defaultPrevented'] as const)('a press with %s is not ours', (flag) => {
  expect(commandOf(press('j', { [flag]: true }), reading)).toBeUndefined();
});

test('with single keys off, none works, but Escape still leaves a box', () => {
  expect(commandOf(press('?'), { ...reading, isOn: false })).toBeUndefined();
  expect(commandOf(press('Escape'), { ...reading, isOn: false, isTyping: true })).toBe('leave');
});

test('an open dialog has its keys to itself', () => {
  expect(commandOf(press('u'), { ...reading, isInDialog: true })).toBeUndefined();
});

test('a key held down walks through a list but does nothing else twice', () => {
  expect(commandOf(press('j', { repeat: true }), reading)).toBe('next');
  expect(commandOf(press('u', { repeat: true }), reading)).toBeUndefined();
});
