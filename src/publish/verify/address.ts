// Where on a host the files of a site are.
import type { Client } from './get.ts';

export interface Host {
  /** Of the site's root; ends in a slash. */
  readonly base: URL;
  readonly client: Client;
  readonly atOnce: number;
}

/** The address of a page is that of its folder: what readers see, and what links lead to. */
export function addressOf(base: URL, path: string): URL {
  const shown = path.replace(/(^|\/)index\.html$/, '$1');
  return new URL(shown.split('/').map(encodeURIComponent).join('/'), base);
}

/** Without a name and a password that stand in it. */
export function sayAddress(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
