// /actions/rows.json: the tracker as columns, for filtering in the browser.
import { packActionRows } from '../core/tracker/rows-file.ts';
import type { Cascade } from '../site/cascade.ts';
import { trackerOf } from '../site/page-lists.ts';

export const data = { permalink: '/actions/rows.json' };

export function render({ kb }: Cascade): string {
  return `${JSON.stringify(packActionRows(trackerOf(kb).table.rows))}\n`;
}
