// The script of the comparison: reads from the address which incidents are asked for, fetches the file of each, and has them drawn. Every way to
// add or remove one is a link or a form that leads to another address of this page.
import { type AskedIds, compareQuery, MOST_COMPARED, readIds } from '../../core/compare/ids.ts';
import { countOf } from '../../core/text/count.ts';
import { find } from '../list/parts.ts';
import { drawComparison } from './draw.tsx';
import { isLoaded, type Loaded, loadRecord } from './load-record.ts';

interface Page {
  readonly root: string;
  readonly results: HTMLElement;
  readonly status: HTMLElement;
  readonly body: HTMLElement;
}

const host = document.querySelector<HTMLElement>('[data-compare]');
if (host) startCompare(host);

function startCompare(host: HTMLElement): void {
  const page: Page = {
    root: host.dataset.compare ?? '',
    results: find(host, '[data-compare-results]'),
    status: find(host, '[data-compare-status]'),
    body: find(host, '[data-compare-body]'),
  };
  const asked = readIds(location.search);
  // What a form has added gets the address that can be sent on; one that asks for something else stays to be mended.
  if (asked.ids.length > 0 && asked.remarks.length === 0) history.replaceState(null, '', compareQuery(asked.ids) + location.hash);
  const add = host.querySelector<HTMLElement>('[data-compare-add]');
  if (add) offer(add, asked.ids);
  if (asked.ids.length + asked.remarks.length > 0) void show(page, asked, add);
}

/** What can be added is added to what is there. */
function offer(add: HTMLElement, ids: readonly string[]): void {
  const isFull = ids.length >= MOST_COMPARED;
  find(add, '[data-compare-full]').hidden = !isFull;
  find(add, '[data-compare-ways]').hidden = isFull;
  find<HTMLInputElement>(add, '[data-compare-chosen]').value = ids.join(',');
  for (const item of add.querySelectorAll<HTMLElement>('[data-compare-with]')) {
    const id = item.dataset.compareWith ?? '';
    item.hidden = ids.includes(id);
    find(item, 'a').setAttribute('href', compareQuery([...ids, id]));
  }
}

async function show(page: Page, asked: AskedIds, add: HTMLElement | null): Promise<void> {
  const { root, results, status, body } = page;
  results.hidden = false;
  status.textContent = asked.ids.length === 0 ? '' : `Reading ${countOf(asked.ids.length, 'incident')} ...`;
  const loaded = await Promise.all(asked.ids.map((id) => loadRecord(root, id)));
  const drawn = drawComparison({ root, asked: asked.ids, remarks: asked.remarks, loaded });
  body.replaceChildren(drawn.body);
  add?.querySelector('[data-compare-suggested]')?.replaceChildren(drawn.suggested);
  status.textContent = sayShown(loaded);
  for (const again of body.querySelectorAll('[data-compare-again]')) {
    again.addEventListener('click', () => {
      // The button goes with what it stands in.
      find(results, 'h2').focus();
      void show(page, asked, add);
    });
  }
}

function sayShown(loaded: readonly Loaded[]): string {
  const records = loaded.filter(isLoaded);
  const count = records.length;
  const isKnown = records.every(({ milestones: { detected } }) => detected !== undefined && detected.precision !== 'date');
  if (count === 0) return 'No incident to show.';
  return count === 1
    ? 'One incident: add another one to compare it with.'
    : `${countOf(count, 'incident')}, aligned at detection${isKnown ? '' : ' where its time of day is known'}.`;
}
