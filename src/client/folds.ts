// Opens the folds around what a link points at: a link into a closed fold would lead nowhere.
import { decodeHash } from './contents.ts';

export function openFoldsForHash(): void {
  reveal();
  addEventListener('hashchange', reveal);
}

function reveal(): void {
  const target = document.getElementById(decodeHash(location.hash));
  if (!target?.closest('details:not([open])')) return;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
  target.scrollIntoView();
}
