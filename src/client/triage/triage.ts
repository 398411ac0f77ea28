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

function startTriage(host: HTMLElement): void {
  const page = openPage(host);
  const url = new URL(host.dataset.worker ?? '', location.href);
  let worker: Worker | undefined;
  let number = 0;
  let isAnswered = true;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const settle = (): void => {
    clearTimeout(waiting);
    clearTimeout(silence);
    isAnswered = true;
  };
  const fail = (told: Extract<FromWorker, { kind: 'failed' }>['failure']): void => {
    settle();
    showFailure(page, told, () => {
      // Whatever the old one holds may be what is wrong.
      worker?.terminate();
      worker = undefined;
      page.input.focus();
      ask();
    });
  };
  const hear = (told: FromWorker): void => {
    if (told.number !== number) return;
    settle();
    if (told.kind === 'failed') fail(told.failure);
    else showFound(page, told.found);
  };
  const post = (message: ToWorker): void => {
    try {
      worker ??= startWorker(url, hear, () => {
        worker = undefined;
        if (!isAnswered) fail({ why: STOPPED });
      });
      worker.postMessage(message);
    } catch {
      // A browser that starts no worker is told of with the first question.
      if (message.kind === 'match') fail({ why: STOPPED });
    }
  };
  const ask = (): void => {
    clearTimeout(typing);
    clearTimeout(waiting);
    clearTimeout(silence);
    number++;
    // One unit more than counts: that there is more has to be said.
    const text = page.input.value.slice(0, PASTE_AT_MOST + 1);
    if (text.trim() === '') {
      isAnswered = true;
      showNothing(page);
      return;
    }
    isAnswered = false;
    waiting = setTimeout(() => showWaiting(page), WAIT_DELAY_MS);
    silence = setTimeout(() => fail({ why: STOPPED }), SILENCE_MS);
    post({ kind: 'match', ask: { number, text } });
  };

  page.input.addEventListener('input', (event) => {
    clearTimeout(typing);
    const isPasted = event instanceof InputEvent && event.inputType !== 'insertText' && event.inputType !== 'deleteContentBackward';
    typing = setTimeout(ask, isPasted ? 0 : TYPING_DELAY_MS);
  });
  find(host, '[data-triage-clear]').addEventListener('click', () => {
    page.input.value = '';
    page.input.focus();
    ask();
  });
  post({ kind: 'open' });
  // What was pasted while the script was on its way, or what the browser kept over a reload.
  if (page.input.value.trim() !== '') ask();
}

function startWorker(url: URL, hear: (told: FromWorker) => void, died: () => void): Worker {
  const worker = new Worker(url, { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  worker.addEventListener('error', died);
  worker.addEventListener('messageerror', died);
  return worker;
}
