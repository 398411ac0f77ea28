// The script on a page: themes, times, keys, links, as a reader meets them.
// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

const PAGE = `
  <header><form class="site-search"><input type="search" name="q" aria-keyshortcuts="/"></form></header>
  <main>
    <p>Times in <span data-zone-name>Europe/Copenhagen</span>. <button class="copy-button">Copy link</button></p>
    <p><time id="moment" data-show="datetime" datetime="2024-07-15T14:00:00+02:00">15&nbsp;Jul&nbsp;2024, <b>14:00</b></time>
       <time id="day" data-show="day" datetime="2024-07-15">15&nbsp;Jul&nbsp;2024</time></p>
    <ol><li><a class="row-link" id="a" href="#1">One</a></li><li hidden><a class="row-link" href="#2">Two</a></li>
        <li><a class="row-link" id="c" href="#3">Three</a></li></ol>
    <details id="fold"><summary>Figures</summary><p id="inside">12</p></details>
  </main>
  <footer>
    <label><input type="radio" name="zone" value="own" checked></label><label><input type="radio" name="zone" value="utc"></label>
    <label><input type="radio" name="zone" value="mine"></label>
    <label><input type="radio" name="theme" value="auto" checked></label><label><input type="radio" name="theme" value="dark"></label>
    <button data-open="keys">Keys</button>
  </footer>`;

const listeners: [EventTarget, string, EventListenerOrEventListenerObject | null][] = [];

beforeEach(async () => {
  for (const [target, type, listener] of listeners.splice(0)) target.removeEventListener(type, listener);
  vi.resetModules();
  localStorage.clear();
  location.hash = '';
  delete document.documentElement.dataset.theme;
  document.body.innerHTML = PAGE;
});

/** Runs the script on the page; its listeners go with the test. */
async function start(): Promise<void> {
  for (const target of [document, window] as EventTarget[]) {
    const add = target.addEventListener.bind(target);
    vi.spyOn(target, 'addEventListener').mockImplementation((type, listener) => {
      listeners.push([target, type, listener]);
      add(type, listener);
    });
  }
  await import('../../src/client/site.ts');
  vi.restoreAllMocks();
}

const byId = (id: string) => document.getElementById(id) as HTMLElement;
const plain = (id: string) => byId(id).textContent?.replaceAll('\u00a0', ' ');
const said = () => document.querySelector('[role="status"]')?.textContent;
const radio = (name: string, value: string) => document.querySelector(`input[name="${name}"][value="${value}"]`) as HTMLInputElement;
const type = (key: string, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const pick = (name: string, value: string) => {
  radio(name, value).checked = true;
  radio(name, value).dispatchEvent(new Event('change', { bubbles: true }));
};

test('a theme is painted, remembered and shown by its radio', async () => {
  localStorage.setItem('hindsight.theme', 'dark');
  await start();
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(radio('theme', 'dark').checked).toBe(true);
  pick('theme', 'auto');
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(localStorage.getItem('hindsight.theme')).toBe('auto');
});

test('the head script paints before anything else and says that there is a script', async () => {
  localStorage.setItem('hindsight.theme', 'dark');
  await import('../../src/client/theme.ts');
  expect(document.documentElement.className).toContain('has-script');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

test('u shows times in UTC, then in the reader\u2019s zone, then as written, and says which', async () => {
  await start();
  const written = byId('moment').innerHTML;
  type('u');
  expect(plain('moment')).toBe('15 Jul 2024, 12:00');
  expect(plain('day')).toBe('15 Jul 2024');
  expect(document.querySelector('[data-zone-name]')?.textContent).toBe('UTC');
  expect(said()).toBe('Times in UTC');
  expect(radio('zone', 'utc').checked).toBe(true);
  type('u');
  expect(said()).toContain('Times in your zone');
  type('u');
  expect(byId('moment').innerHTML).toBe(written);
  expect(document.querySelector('[data-zone-name]')?.textContent).toBe('Europe/Copenhagen');
  expect(localStorage.getItem('hindsight.zone')).toBe('own');
});

test('a remembered zone is shown without announcing it', async () => {
  localStorage.setItem('hindsight.zone', 'utc');
  await start();
  expect(plain('moment')).toBe('15 Jul 2024, 12:00');
  expect(said()).toBe('');
});

test('j and k walk the entries that are shown, with the focus, and stop at the ends', async () => {
  await start();
  type('j');
  expect(document.activeElement?.id).toBe('a');
  type('j');
  expect(document.activeElement?.id).toBe('c');
  expect(byId('c').closest('li')?.hasAttribute('data-current')).toBe(true);
  expect(document.querySelectorAll('[data-current]')).toHaveLength(1);
  type('j');
  expect(document.activeElement?.id).toBe('c');
  type('k');
  expect(document.activeElement?.id).toBe('a');
});

test('/ goes to the search box, where keys are letters until Escape', async () => {
  await start();
  type('/');
  const box = document.querySelector('input[type="search"]') as HTMLInputElement;
  expect(document.activeElement).toBe(box);
  type('u', box);
  expect(said()).toBe('');
  type('Escape', box);
  expect(document.activeElement).not.toBe(box);
});

test('? lists the keys, and its switch turns them off for good', async () => {
  await start();
  type('?');
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  expect(dialog.open).toBe(true);
  expect(dialog.getAttribute('aria-labelledby')).toBe('keys-title');
  const box = dialog.querySelector('input[role="switch"]') as HTMLInputElement;
  box.checked = false;
  box.dispatchEvent(new Event('change'));
  dialog.close();
  type('u');
  expect(said()).toBe('');
  expect(localStorage.getItem('hindsight.shortcuts')).toBe('off');
  // The button still opens the list, so that they can be turned on again.
  (document.querySelector('[data-open="keys"]') as HTMLElement).click();
  expect(document.querySelectorAll('dialog[open]')).toHaveLength(1);
});

test('a link into a closed fold opens it', async () => {
  await start();
  location.hash = '#inside';
  dispatchEvent(new Event('hashchange'));
  expect(byId('fold').hasAttribute('open')).toBe(true);
});

test('the copy button says in words whether it worked', async () => {
  const written: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
  await start();
  const button = document.querySelector('.copy-button') as HTMLElement;
  button.click();
  await vi.waitFor(() => expect(button.textContent).toBe('Link copied'));
  expect(written).toEqual([new URL(location.pathname, location.href).href]);
  vi.stubGlobal('navigator', {});
  button.click();
  await vi.waitFor(() => expect(said()).toBe('Not copied: the browser refused'));
  vi.unstubAllGlobals();
});

test('a browser without storage still has themes and times', async () => {
  vi.stubGlobal('localStorage', undefined);
  await start();
  pick('theme', 'dark');
  type('u');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(plain('moment')).toBe('15 Jul 2024, 12:00');
  vi.unstubAllGlobals();
});
