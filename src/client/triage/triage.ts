// The triage page's script: hands what is pasted to the worker, and shows what comes back. The text goes nowhere else: no request, no URL, no storage.
import { PASTE_AT_MOST } from '../../core/triage/paste.ts';
import { find, readParts } from '../list/parts.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { showFailure, showFound, showNothing, showWaiting, type TriagePage } from './show.ts';

/** While somebody types, the answer follows at this distance; a paste stands still at once. */
const TYPING_DELAY_MS = 120;
/** Words about waiting would flicker where an answer comes at once. */
const WAIT_DELAY_MS = 300;
/** A worker that a browser ends to save memory says nothing: after this long it is taken for stopped. */
const SILENCE_MS = 60_000;
const STOPPED = 'The part of this page that compares stopped working.';

const host = document.querySelector<HTMLElement>('[data-triage]');
if (host) startTriage(host);

function openPage(host: HTMLElement): TriagePage {
  return {
    root: host.dataset.triage ?? '',
    parts: readParts(find<HTMLTemplateElement>(host, 'template')),
    input: find<HTMLTextAreaElement>(host, '[data-triage-input]'),
    status: find(host, '[data-triage-status]'),
    message: find(host, '[data-triage-message]'),
    results: find(host, '[data-triage-results]'),
    list: find(host, '.match-list'),
    nothing: find(host, '[data-triage-nothing]'),
    read: find(host, '[data-triage-read]'),
  };
}

/** The triage while its page is open. */
interface Triage {
  readonly page: TriagePage;
  /** Of the worker's script. */
  readonly url: URL;
  worker?: Worker | undefined;
  /** Of the last question. */
  number: number;
  isAnswered: boolean;
  typing?: ReturnType<typeof setTimeout>;
  waiting?: ReturnType<typeof setTimeout>;
  silence?: ReturnType<typeof setTimeout>;
}

function startTriage(host: HTMLElement): void {
  const page = openPage(host);
  const triage: Triage = { page, url: new URL(host.dataset.worker ?? '', location.href), number: 0, isAnswered: true };
  page.input.addEventListener('input', (event) => {
    clearTimeout(triage.typing);
    const isPasted = event instanceof InputEvent && event.inputType !== 'insertText' && event.inputType !== 'deleteContentBackward';
    triage.typing = setTimeout(() => ask(triage), isPasted ? 0 : TYPING_DELAY_MS);
  });
  find(host, '[data-triage-clear]').addEventListener('click', () => {
    page.input.value = '';
    page.input.focus();
    ask(triage);
  });
  post(triage, { kind: 'open' });
  // What was pasted while the script was on its way, or what the browser kept over a reload.
  if (page.input.value.trim() !== '') ask(triage);
}

function ask(triage: Triage): void {
  clearTimeout(triage.typing);
  settle(triage);
  triage.number++;
  const { page, number } = triage;
  // One unit more than counts: that there is more has to be said.
  const text = page.input.value.slice(0, PASTE_AT_MOST + 1);
  if (text.trim() === '') {
    showNothing(page);
    return;
  }
  triage.isAnswered = false;
  triage.waiting = setTimeout(() => showWaiting(page), WAIT_DELAY_MS);
  triage.silence = setTimeout(() => fail(triage, { why: STOPPED }), SILENCE_MS);
  post(triage, { kind: 'match', ask: { number, text } });
}

/** Nobody waits for an answer any more. */
function settle(triage: Triage): void {
  clearTimeout(triage.waiting);
  clearTimeout(triage.silence);
  triage.isAnswered = true;
}

function post(triage: Triage, message: ToWorker): void {
  try {
    triage.worker ??= startWorker(triage);
    triage.worker.postMessage(message);
  } catch {
    // A browser that starts no worker is told of with the first question.
    if (message.kind === 'match') fail(triage, { why: STOPPED });
  }
}

function startWorker(triage: Triage): Worker {
  const worker = new Worker(triage.url, { type: 'module' });
  const died = (): void => {
    triage.worker = undefined;
    if (!triage.isAnswered) fail(triage, { why: STOPPED });
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(triage, data));
  worker.addEventListener('error', died);
  worker.addEventListener('messageerror', died);
  return worker;
}

function hear(triage: Triage, told: FromWorker): void {
  if (told.number !== triage.number) return;
  settle(triage);
  if (told.kind === 'failed') fail(triage, told.failure);
  else showFound(triage.page, told.found);
}

function fail(triage: Triage, failure: Extract<FromWorker, { kind: 'failed' }>['failure']): void {
  settle(triage);
  showFailure(triage.page, failure, () => {
    // Whatever the old one holds may be what is wrong.
    triage.worker?.terminate();
    triage.worker = undefined;
    triage.page.input.focus();
    ask(triage);
  });
}
