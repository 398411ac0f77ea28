// Arrow keys go from the box into the results and back, Escape goes back and empties the box; everything else is the browser's and the site's.

export interface BoxKeys {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  clear(): void;
}

export function listenToBoxKeys({ input, list, clear }: BoxKeys): void {
  const links = () => [...list.querySelectorAll<HTMLElement>('.row-link')];
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || hasModifier(event)) return;
    if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      clear();
    }
    if (event.key === 'ArrowDown' && links().length > 0) {
      event.preventDefault();
      mark(links()[0], list);
    }
  });
  const backToBox = () => {
    unmark(list);
    input.focus();
  };
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !hasModifier(event)) backToBox();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = event.target instanceof Element ? event.target.closest('li.result-list__item') : null;
    if (step === 0 || !from || hasModifier(event)) return;
    event.preventDefault();
    const all = links();
    const position = all.findIndex((link) => from.contains(link)) + step;
    if (position < 0) backToBox();
    else mark(all[Math.min(position, all.length - 1)], list);
  });
}

/** As `j` and `k` do: the focus goes along, so Enter opens the result by itself. */
function mark(link: HTMLElement | undefined, list: HTMLElement): void {
  const item = link?.closest('li');
  if (!link || !item) return;
  unmark(list);
  item.setAttribute('data-current', '');
  link.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
}

function unmark(list: HTMLElement): void {
  for (const marked of list.querySelectorAll('[data-current]')) marked.removeAttribute('data-current');
}

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}
