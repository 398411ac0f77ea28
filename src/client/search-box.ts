// `/`: the search box of the page, else that of the header, else the page that has one.

export function goToSearch(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('main input[type="search"], input[type="search"]')];
  const shown = boxes.filter((box) => box.checkVisibility?.() ?? true);
  const box = shown.find((candidate) => candidate.closest('main')) ?? shown[0];
  if (box) {
    box.focus();
    box.select();
    return;
  }
  document.querySelector<HTMLElement>('.site-search-link')?.click();
}
