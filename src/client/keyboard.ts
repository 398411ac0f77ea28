// Listens for single keys and carries them out.
import { type Command, commandOf } from './shortcuts.ts';

/** `shift` alone does nothing; the boxes and lists below take letters themselves. */
const TAKES_TEXT =
  'input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"], [type="reset"]), textarea, select, [contenteditable]';

export type Commands = Readonly<Record<Exclude<Command, 'leave'>, () => void>>;

export function listenToKeys(commands: Commands, isOn: () => boolean): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const box = target.closest<HTMLElement>(TAKES_TEXT);
    const isInDialog = document.querySelector('dialog[open]') !== null;
    const command = commandOf(event, { isTyping: box !== null, isInDialog, isOn: isOn() });
    if (!command) return;
    if (command === 'leave') {
      // Not prevented: the browser's own meaning of Escape, clearing a search box, stands.
      box?.blur();
      return;
    }
    event.preventDefault();
    commands[command]();
  });
}
