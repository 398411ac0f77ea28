// Links whose address holds more than an address: they are safe, and lead nowhere.
import { isFields } from './is-fields.ts';
import { isDoubtfulUrl, urlFault } from './schema/text-faults.ts';

interface DoubtfulLink {
  readonly path: readonly (string | number)[];
  readonly address: string;
}

export function findDoubtfulLinks(fields: Readonly<Record<string, unknown>>): DoubtfulLink[] {
  const links: readonly unknown[] = Array.isArray(fields.links) ? fields.links : [];
  return links.flatMap((link, index) => {
    const path = isFields(link) ? ['links', index, 'url'] : ['links', index];
    const written = isFields(link) ? link.url : link;
    const address = typeof written === 'string' ? written.trim() : '';
    return isDoubtfulUrl(address) && !urlFault(address) ? [{ path, address }] : [];
  });
}
