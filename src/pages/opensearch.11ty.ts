// opensearch.xml, for sites that know their own address.
import type { Cascade } from '../site/cascade.ts';
import { writeOpenSearch } from '../site/feeds/opensearch.ts';

export const data = {
  permalink: ({ kb }: Cascade) => (kb.config.url === undefined ? false : '/opensearch.xml'),
};

export function render({ kb }: Cascade): string {
  return writeOpenSearch(kb.config) ?? '';
}
