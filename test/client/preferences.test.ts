// Choices are remembered, and a browser that denies storage costs nothing but the memory.
// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { nextChoice, recall, remember, toChoice } from '../../src/client/preferences.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('a choice is recalled on the next page', () => {
  remember('theme', 'dark');
  expect(recall('theme')).toBe('dark');
});

test('nothing remembered, or something unknown, is the default', () => {
  expect(recall('zone')).toBe('own');
  localStorage.setItem('hindsight.zone', '<script>');
  expect(recall('zone')).toBe('own');
  expect(toChoice('theme', null)).toBe('auto');
});

test('the choices go round', () => {
  expect(nextChoice('zone', 'own')).toBe('utc');
  expect(nextChoice('zone', 'utc')).toBe('mine');
  expect(nextChoice('zone', 'mine')).toBe('own');
});

test('a browser that denies storage is asked without harm', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied });
  expect(() => remember('theme', 'dark')).not.toThrow();
  expect(recall('theme')).toBe('auto');
});
