// "Copy link": the address of the page, as a rule without search or fragment, and word of whether it worked.
import { announce } from './announce.ts';

const SAID_FOR_MS = 3000;

export function connectCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.copy-button')) {
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const said = (await copyText(addressOf(button))) ? 'Link copied' : 'Not copied: the browser refused';
      button.textContent = said;
      announce(said);
      setTimeout(() => {
        button.textContent = label;
      }, SAID_FOR_MS);
    });
  }
}

/** `data-copy` names another address, relative to the page; `view` is that of the page with its filters. */
function addressOf(button: HTMLElement): string {
  const path = button.dataset.copy === 'view' ? location.pathname + location.search : (button.dataset.copy ?? location.pathname);
  return new URL(path, location.href).href;
}

/** Internal sites are often plain http, where browsers withhold the clipboard: the old way still works there. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.className = 'visually-hidden';
  box.value = text;
  document.body.append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
