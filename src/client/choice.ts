// A set of radio buttons that stands for one choice of the reader: shown, remembered, and put back when the page returns.
import { type ChoiceName, type ChoiceOf, nextChoice, recall, remember, toChoice } from './preferences.ts';

export interface Choice<N extends ChoiceName> {
  /** In force on this page, remembered or not. */
  current(): ChoiceOf<N>;
  choose(value: ChoiceOf<N>): void;
  /** On to the next value, and round again. */
  cycle(): void;
}

/** `show` is called with the remembered value at once, and with every later one. */
export function connectChoice<N extends ChoiceName>(name: N, show: (value: ChoiceOf<N>, byReader: boolean) => void): Choice<N> {
  const radios = [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${name}"]`)];
  let current = recall(name);

  const display = (byReader: boolean) => {
    for (const radio of radios) radio.checked = radio.value === current;
    show(current, byReader);
  };
  const choose = (value: ChoiceOf<N>) => {
    current = value;
    remember(name, value);
    display(true);
  };

  for (const radio of radios) radio.addEventListener('change', () => radio.checked && choose(toChoice(name, radio.value)));
  // A page taken back out of the browser's memory does not know what was chosen since.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    current = recall(name);
    display(false);
  });
  display(false);

  return { current: () => current, choose, cycle: () => choose(nextChoice(name, current)) };
}
