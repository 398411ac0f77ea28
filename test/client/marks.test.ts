// @vitest-environment happy-dom
// The words of a search on the page of an incident.
import { beforeEach, expect, it } from 'vitest';
import { markedTerms, markWords, removeMarks, showMarks } from '../../src/client/marks.ts';
import { termsOf } from '../../src/core/search/terms.ts';
import { words } from '../../src/core/search/words.ts';

const PAGE = `<h1>Connection pool exhausted</h1><p>The <em>pools</em> of <a href="x">connections</a>; at <time data-show="time">pool</time>.</p>
<pre><code><span>ERR</span><span>_POOL_</span>TIMEOUT</code></pre><ul><li>pool</li></ul><script>pool</script><p>A whirlpool, a carpool</p>`;
const termsFor = (query: string): ReadonlySet<string> => new Set(words(query).flatMap(termsOf));
let main: HTMLElement;

beforeEach(() => {
  history.replaceState(null, '', '/incidents/x/');
  document.body.innerHTML = `<main tabindex="-1">${PAGE}</main>`;
  main = document.querySelector('main') as HTMLElement;
});

const marked = (): (string | null)[] => [...main.querySelectorAll('mark')].map(({ textContent }) => textContent);

it('are found in all their forms, outside scripts and times, and not within other words', () => {
  markWords(main, termsFor('connection pool'));
  expect(marked().filter((text) => !/ERR|POOL|TIMEOUT/.test(text ?? ''))).toEqual(['Connection', 'pool', 'pools', 'connections', 'pool']);
  expect(main.querySelector('time mark, script mark')).toBeNull();
});

it('may run over the colours of code', () => {
  markWords(main, termsFor('ERR_POOL_TIMEOUT'));
  expect(main.querySelector('pre')?.textContent).toBe('ERR_POOL_TIMEOUT');
  expect(marked().join('')).toContain('ERR_POOL_TIMEOUT');
});

it('leave the page as it was when they are taken off', () => {
  const before = main.innerHTML;
  markWords(main, termsFor('connection pool err_pool_timeout'));
  expect(main.innerHTML).not.toBe(before);
  removeMarks(main);
  expect(main.innerHTML).toBe(before);
});

it('are told of in a bar that takes them off the page and out of its address', () => {
  history.replaceState(null, '', '/incidents/x/?mark=pool&a=b#c');
  showMarks(main, () => {});
  const bar = document.querySelector('aside');
  expect(bar?.textContent).toMatch(/\d words of the search marked/);
  [...(bar?.querySelectorAll('button') ?? [])].at(-1)?.click();
  expect(marked()).toEqual([]);
  expect(document.querySelector('aside')).toBeNull();
  expect(location.search + location.hash).toBe('?a=b#c');
});

it('of a hostile address are only text, and few', () => {
  expect(markedTerms(`?mark=${encodeURIComponent(`<img> ${'x '.repeat(1e5)}`)}`).size).toBe(2);
  expect(markedTerms(`?mark=${Array.from({ length: 5000 }, (_, index) => index).join('+')}`).size).toBe(100);
  history.replaceState(null, '', `/?mark=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  showMarks(main, () => {});
  expect(document.querySelector('img, aside')).toBeNull();
});
