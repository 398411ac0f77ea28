// `/`: the box that says this key is its own, else the page that has one. The filter of a list is no search of the archive.

export function goToSearch(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[aria-keyshortcuts="/"]')];
  const box = boxes.find((candidate) => candidate.checkVisibility?.() ?? true);
  if (box) {
    box.focus();
    box.select();
    return;
  }
  document.querySelector<HTMLElement>('[data-search-link]')?.click();
}
