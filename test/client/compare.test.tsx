// A comparison drawn in the browser from the files of incidents: text that stays text, whatever an author wrote.
// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawComparison } from '../../src/client/compare/draw.tsx';
import { entry, on, recordFor } from '../core/compare/records.ts';

const EVIL = '"><img src=x onerror=alert(1)>\u202e</title>';

function drawn(comparison: Parameters<typeof drawComparison>[0]): HTMLElement {
  const { body, suggested } = drawComparison(comparison);
  const place = document.createElement('div');
  place.append(body, suggested);
  return place;
}

test('what authors wrote is text, in words, images, tables and links', () => {
  const milestones = { started: on('10:00'), detected: on('10:20') };
  const hostile = { title: EVIL, severity: EVIL, services: [EVIL], rootCauses: [EVIL], trigger: EVIL, milestones };
  const text = { source: EVIL, plain: EVIL, html: EVIL };
  const records = ['one', 'two'].map((id) => ({
    ...recordFor({ id, more: hostile, entries: [{ ...entry('10:30'), text }] }),
    similar: [{ id: 'three', title: EVIL, reasons: [EVIL] }],
  }));
  const page = drawn({ root: '../', asked: ['one', 'two'], remarks: [EVIL], loaded: records });
  expect(page.querySelectorAll('img, [onerror]')).toHaveLength(0);
  expect(page.querySelector('.compare__title')?.textContent).toBe(EVIL);
  expect(page.querySelector('.compare__common')?.textContent).toContain(`service ${EVIL}; cause ${EVIL}`);
  expect(page.querySelector('svg[role="img"] title')?.textContent).toBe(EVIL);
  expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    ...['../incidents/one/', '?ids=two', '../incidents/two/', '?ids=one', '?ids=one,two,three'],
  ]);
});

test('one that could not be read is named, and the rest is drawn', () => {
  const missing = { id: 'two', why: 'it is damaged.', isPassing: true };
  const page = drawn({ root: '../', asked: ['one', 'two'], remarks: [], loaded: [recordFor({ more: { title: 'First' } }), missing] });
  expect(page.querySelector('.notice')?.textContent).toContain('two: it is damaged.');
  expect(page.querySelectorAll('.notice button')).toHaveLength(1);
  expect(page.querySelectorAll('.compare__lane')).toHaveLength(1);
  expect(page.querySelector('.compare__lane')?.textContent).toContain(
    'When it was detected was not recorded, so it has no place on the axis.',
  );
});

test('an id that nothing has leads to its page: of an old one that is the way to the new one', () => {
  const missing = { id: 'old', why: 'no incident of this archive has that id.', isPassing: false };
  const page = drawn({ root: '../', asked: ['old'], remarks: [], loaded: [missing] });
  expect([...page.querySelectorAll('.notice a')].map((link) => link.getAttribute('href'))).toEqual(['../incidents/old/', './']);
});

test('thousands of entries are a mark for each place on the axis, and two hundred rows', () => {
  const entries = Array.from({ length: 3000 }, (_, n) => entry(`1${1 + (n % 3)}:${String(n % 60).padStart(2, '0')}`));
  const record = recordFor({ milestones: { started: '10:00', detected: '10:20', resolved: '14:00' }, entries });
  const page = drawn({ root: '../', asked: ['one'], remarks: [], loaded: [record] });
  expect(page.querySelectorAll('svg[role="img"] circle').length).toBeLessThanOrEqual(180);
  expect(page.querySelectorAll('table')[1]?.querySelectorAll('tbody tr')).toHaveLength(200);
  expect(page.querySelectorAll('caption')[1]?.textContent).toContain('the first 200 of 3000 entries');
});
