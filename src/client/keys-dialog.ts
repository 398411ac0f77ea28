// The list of keys, made when it is first asked for: a page without it weighs less, and it is of no use without a script.
import type { Choice } from './choice.ts';

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [['/'], 'Search'],
  [['j', 'k'], 'Next and previous entry of a list'],
  [['Enter'], 'Open it'],
  [['u'], 'Times in the incident\u2019s zone, in UTC, in yours'],
  [['?'], 'This list'],
];

export interface KeysDialog {
  open(): void;
}

/** Any element with `data-open="keys"` opens it too, so that it can be reached with single keys off. */
export function prepareKeysDialog(shortcuts: Choice<'shortcuts'>): KeysDialog {
  let dialog: HTMLDialogElement | undefined;
  const open = () => {
    dialog ??= buildDialog(shortcuts);
    dialog.showModal();
  };
  for (const opener of document.querySelectorAll('[data-open="keys"]')) {
    opener.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
  }
  return { open };
}

function buildDialog(shortcuts: Choice<'shortcuts'>): HTMLDialogElement {
  const list = make('dl', 'keys__list');
  for (const [keys, meaning] of KEYS) {
    const term = make('dt');
    for (const key of keys) term.append(make('kbd', '', key), ' ');
    list.append(term, make('dd', '', meaning));
  }
  const title = make('h2', 'keys__title', 'Keys');
  title.id = 'keys-title';
  const close = make('form');
  close.method = 'dialog';
  const button = make('button', 'button', 'Close');
  // Not the switch, which stands first: a space pressed in passing would turn the keys off.
  button.autofocus = true;
  close.append(button);

  const dialog = make('dialog', 'keys');
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(title, list, buildSwitch(shortcuts), close);
  document.body.append(dialog);
  return dialog;
}

function buildSwitch(shortcuts: Choice<'shortcuts'>): HTMLElement {
  const input = make('input', 'switch__input');
  input.type = 'checkbox';
  input.setAttribute('role', 'switch');
  input.checked = shortcuts.current() === 'on';
  input.addEventListener('change', () => shortcuts.choose(input.checked ? 'on' : 'off'));
  const track = make('span', 'switch__track');
  track.setAttribute('aria-hidden', 'true');
  const label = make('label', 'switch');
  label.append(input, ' ', track, ' Single-key shortcuts');
  return label;
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
