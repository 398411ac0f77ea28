// The links of a built site that lead nowhere.
import { posix } from 'node:path';
import { addressesOf, readTags } from './markup.ts';

/** `page: address` of every link without its file, and every fragment without its id on the page it leads to. Other sites are not asked. */
export function brokenLinks(files: ReadonlyMap<string, Buffer>): string[] {
  const pages = [...files].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => ({ path, tags: readTags(bytes.toString()) }));
  const ids = new Map(pages.map(({ path, tags }) => [path, new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []))]));
  const broken: string[] = [];
  for (const { path, tags } of pages) {
    for (const { url } of addressesOf(tags)) {
      if (/^(?:https?|mailto|data):/.test(url)) continue;
      const [address = '', fragment] = url.replace(/\?[^#]*/, '').split('#');
      const target = targetOf(path, address);
      const isThere = files.has(decodeURIComponent(target));
      const hasId = !fragment || (ids.get(decodeURIComponent(target))?.has(decodeURIComponent(fragment)) ?? false);
      if (!isThere || !hasId) broken.push(`${path}: ${url}`);
    }
  }
  return broken;
}

function targetOf(path: string, address: string): string {
  // The page for missing addresses is read at any depth: its links begin at the root of the server.
  const from = posix.join(posix.dirname(path), address.startsWith('/') ? `.${address}` : address);
  return address === '' ? path : address.endsWith('/') || from === '.' ? posix.join(from, 'index.html') : from;
}
