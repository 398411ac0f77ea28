// /incidents/rows.json: the archive as columns, for filtering in the browser.
import type { Cascade } from '../site/cascade.ts';
import { rowsOf } from '../site/page-lists.ts';

export const data = { permalink: '/incidents/rows.json' };

export function render({ kb }: Cascade): string {
  return `${JSON.stringify(rowsOf(kb).rows)}\n`;
}
