// Marks on an incident's page the words that a search led here for (`?mark=connect+pool`: terms as the index has them), until the reader has them off.
import { foundWords } from '../core/search/marks.ts';
import { countOf } from '../core/text/count.ts';

const PARAMETER = 'mark';
/** A URL is anyone's to write. */
const MOST_TERMS = 100;

const BLOCK = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, pre, caption, figcaption, summary, blockquote, div, section';
/** What is no text of the incident, and times, which the script writes anew when the reader picks another zone. */
const PASSED_OVER = 'script, style, svg, template, button, select, textarea, nav, [data-show]';

/** Of the page's address; empty where nothing is to be marked. */
export function markedTerms(search: string): ReadonlySet<string> {
  const terms = new URLSearchParams(search).get(PARAMETER)?.split(/\s+/).filter(Boolean) ?? [];
  return new Set(terms.slice(0, MOST_TERMS));
}

/** `announce` is handed over: it speaks through what every page's script has prepared. */
export function showMarks(main: HTMLElement, announce: (text: string) => void): void {
  const terms = markedTerms(location.search);
  const marks = terms.size > 0 ? markWords(main, terms) : [];
  if (marks.length === 0) return;
  main.after(makeBar(main, marks, () => announce('The marks are off')));
}

/** Words may run over several elements (code highlighted in colours): they are looked for in the text of a block as a whole. */
export function markWords(main: HTMLElement, terms: ReadonlySet<string>): HTMLElement[] {
  return blocksOf(main).flatMap((nodes) => {
    const ranges = foundWords(nodes.map(({ data }) => data).join(''), terms);
    let start = 0;
    return nodes.flatMap((node) => {
      const marks = ranges.length === 0 ? [] : markRanges(node, ranges, start);
      start += node.length;
      return marks;
    });
  });
}

export function removeMarks(main: HTMLElement): void {
  for (const mark of main.querySelectorAll('mark[data-found]')) mark.replaceWith(...mark.childNodes);
  main.normalize();
}

/** Text nodes that follow each other within one block. */
function blocksOf(main: HTMLElement): Text[][] {
  const blocks: Text[][] = [];
  let last: Element | null = null;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(PASSED_OVER)) continue;
    const block = parent.closest(BLOCK);
    if (block === last) blocks.at(-1)?.push(node as Text);
    else blocks.push([node as Text]);
    last = block;
  }
  return blocks;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Ranges are of the block's text, in which this node begins at `start`. */
function markRanges(node: Text, ranges: readonly Range[], start: number): HTMLElement[] {
  const { data } = node;
  const pieces: (string | HTMLElement)[] = [];
  const marks: HTMLElement[] = [];
  let at = 0;
  for (const range of ranges) {
    const [from, to] = [Math.max(range.start - start, at), Math.min(range.end - start, data.length)];
    if (from >= to) continue;
    const mark = document.createElement('mark');
    mark.dataset.found = '';
    mark.textContent = data.slice(from, to);
    pieces.push(data.slice(at, from), mark);
    marks.push(mark);
    at = to;
  }
  if (marks.length > 0) node.replaceWith(...pieces, data.slice(at));
  return marks;
}

/** Stays at the lower edge of the window: who followed a link into the middle of the page sees it too. */
function makeBar(main: HTMLElement, marks: readonly HTMLElement[], removed: () => void): HTMLElement {
  const bar = document.createElement('aside');
  bar.className = 'marks-bar page';
  bar.setAttribute('aria-label', 'Words of the search');
  const count = document.createElement('span');
  count.textContent = `${countOf(marks.length, 'word')} of the search marked`;
  let current = firstBelow(marks) - 1;
  const next = makeButton('Next one', () => {
    current = (current + 1) % marks.length;
    marks[current]?.scrollIntoView({ block: 'center' });
  });
  const remove = makeButton('Take the marks off', () => {
    removeMarks(main);
    bar.remove();
    history.replaceState(history.state, '', addressWithoutMarks(location));
    main.focus({ preventScroll: true });
    removed();
  });
  bar.append(count, next, remove);
  return bar;
}

/** The first mark that is not above the window's upper edge. */
function firstBelow(marks: readonly HTMLElement[]): number {
  return Math.max(
    0,
    marks.findIndex((mark) => mark.getBoundingClientRect().top >= 0),
  );
}

function makeButton(text: string, pressed: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'text-button';
  button.textContent = text;
  button.addEventListener('click', pressed);
  return button;
}

function addressWithoutMarks({ pathname, search, hash }: Location): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(PARAMETER);
  const query = parameters.toString();
  return `${pathname}${query && `?${query}`}${hash}`;
}
