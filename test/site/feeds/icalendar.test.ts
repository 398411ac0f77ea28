// Lines of iCalendar: as long as they may be, whole characters, and text that comes back as it was.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { component, property, textProperty } from '../../../src/site/feeds/icalendar.ts';

const inCalendar = (lines: string) =>
  new ICAL.Component(ICAL.parse(component('VCALENDAR', component('VEVENT', lines)))).getFirstSubcomponent('vevent');
const readBack = (text: string) => inCalendar(textProperty('SUMMARY', text))?.getFirstPropertyValue('summary');

test('no line is longer than 75 octets, and none ends within a character', () => {
  for (const text of [
    'x'.repeat(500),
    'é'.repeat(300),
    '障害'.repeat(150),
    '🔥'.repeat(120),
    `${'x'.repeat(66)}🔥`,
    'x'.repeat(67),
    `${'x'.repeat(67)}é`,
  ]) {
    const bytes = Buffer.from(textProperty('SUMMARY', text));
    for (const line of bytes.toString('latin1').split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow();
    }
    expect(readBack(text)).toBe(text);
  }
});

test('a line that fits is left alone, to the octet', () => {
  expect(property('SUMMARY', 'x'.repeat(67))).toBe(`SUMMARY:${'x'.repeat(67)}\r\n`);
  expect(property('SUMMARY', 'x'.repeat(68))).toBe(`SUMMARY:${'x'.repeat(67)}\r\n x\r\n`);
});

test('text cannot end its property, whatever it holds', () => {
  const hostile = 'a\r\nEND:VEVENT\r\nBEGIN:VEVENT\rX:1\u2028Y:2\u0085Z:3\u0000; b, c\\n "d"';
  expect(
    textProperty('SUMMARY', hostile)
      .split('\r\n')
      .every((line) => /^(?:SUMMARY:| )|^$/.test(line)),
  ).toBe(true);
  expect(readBack(hostile)).toBe('a\nEND:VEVENT\nBEGIN:VEVENT\nX:1\nY:2\nZ:3; b, c\\n "d"');
});

test('any text comes back, but for what no text has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const kept = text
        .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
        .replaceAll('\t', ' ')
        .replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
      expect(readBack(text) ?? '').toBe(kept);
    }),
    { numRuns: 500 },
  );
});
