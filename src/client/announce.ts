// Says in words what a key or a button did, to readers who do not see it happen.

let region: HTMLElement | undefined;

/** Made when the page starts: a region that appears together with its first text is not read out. */
export function prepareAnnouncements(): void {
  region = document.createElement('p');
  region.className = 'announcement visually-hidden';
  region.setAttribute('role', 'status');
  document.body.append(region);
}

export function announce(text: string): void {
  if (region) region.textContent = text;
}
