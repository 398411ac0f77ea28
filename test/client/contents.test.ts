// The contents follow the reader: the last heading that has passed the reading line is where they are.
// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { decodeHash, followContents } from '../../src/client/contents.ts';

afterEach(() => vi.unstubAllGlobals());

test('the last heading above the line is current, whatever order they were reported in', () => {
  document.body.innerHTML = `
    <a class="contents__link" href="#impact">Impact</a><a class="contents__link" href="#gone">Gone</a>
    <a class="contents__link" href="#r%C3%A9sum%C3%A9">Summary</a>
    <h2 id="impact">Impact</h2><h2 id="résumé">Summary</h2>`;
  let report: (entries: { target: Element; isIntersecting: boolean }[]) => void = () => {};
  const observed: string[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof report) {
        report = callback;
      }
      observe(element: Element) {
        observed.push(element.id);
      }
    },
  );
  followContents();
  const impact = document.getElementById('impact') as Element;
  const summary = document.getElementById('résumé') as Element;
  const current = () => [...document.querySelectorAll('[aria-current="true"]')].map((link) => link.textContent);

  expect(observed).toEqual(['impact', 'résumé']);
  report([
    { target: summary, isIntersecting: true },
    { target: impact, isIntersecting: true },
  ]);
  expect(current()).toEqual(['Summary']);
  report([{ target: summary, isIntersecting: false }]);
  expect(current()).toEqual(['Impact']);
  report([{ target: impact, isIntersecting: false }]);
  expect(current()).toEqual([]);
});

test('a hash that is not well encoded is taken as it stands', () => {
  expect(decodeHash('#%E9')).toBe('%E9');
  expect(decodeHash('#caf%C3%A9')).toBe('café');
});
