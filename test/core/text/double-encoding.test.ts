// Text that was encoded as UTF-8 twice, and good text that only looks like it.
import { expect, test } from 'vitest';
import { findDoubleEncoding } from '../../../src/core/text/double-encoding.ts';
import { inTime } from '../../processor-time.ts';

const WINDOWS_1252 = new TextDecoder('windows-1252');
const twice = (text: string): string => WINDOWS_1252.decode(new TextEncoder().encode(text));

test.each(['é', 'ü', '—', '“', '…', '™', '°', '→', '🔥', 'Ó', 'ß', 'ж', 'привет', '障害'])(
  '%s encoded twice is found and repaired',
  (text) => {
    expect(findDoubleEncoding(`before ${twice(text)} after`)).toEqual({ offset: 7, found: twice(text), repaired: text });
  },
);

test('the first occurrence is told', () => {
  expect(findDoubleEncoding('From 2:00 PM â€” 4:00 AM, cafÃ©')).toEqual({ offset: 13, found: 'â€”', repaired: '—' });
});

test.each([
  'plain text',
  'naïve café, Ærø, São Paulo, Übergröße',
  '„MENÜ“ und „MENÜ” – so stand es da',
  'l’été”– voilà',
  'AMANHÃ”',
  'CAFÉ® and CAFÉ™, 20 °C, à la carte',
  '“É” — «É»',
  'Łódź, привет, 障害 🔥',
])('%s is left alone', (text) => {
  expect(findDoubleEncoding(text)).toBeUndefined();
});

test('a megabyte of accents is read quickly', async () => {
  const text = 'é”–Ü“ '.repeat(200_000);
  await inTime(1500, () => findDoubleEncoding(text));
});
