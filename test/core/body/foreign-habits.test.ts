// Section names and times of day as Spanish, French, German and other reports write them.
import { describe, expect, it } from 'vitest';
import { roleOf } from '../../../src/core/body/section-role.ts';
import { readWhen } from '../../../src/core/body/when/read-when.ts';

describe('a section name in another language', () => {
  it.each([
    ['Cronología', 'timeline'],
    ["Chronologie de l'incident", 'timeline'],
    ['Zeitlicher Ablauf', 'timeline'],
    ['Causa raíz', 'root_cause'],
    ['Ursache', 'root_cause'],
    ['Actions correctives', 'action_items'],
    ['Maßnahmen', 'action_items'],
    ['D4 – Root cause', 'root_cause'],
  ])('%s is %s', (title, role) => {
    expect(roleOf(title)).toBe(role);
  });
});

describe('a time of day', () => {
  it.each([
    ['14 h 30 : retour', 14, 30],
    ['10h47 CEST retour', 10, 47],
    ['2100HRS WAT: users call', 21, 0],
    ['14:10 Uhr – Zertifikat', 14, 10],
  ])('%s', (text, hour, minute) => {
    expect(readWhen(text)?.at?.clock).toEqual({ hour, minute });
  });

  it('is not a length of time', () => {
    expect(readWhen('2 h 30 later it was back')?.at).toBeUndefined();
  });
});
