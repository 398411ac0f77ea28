// /insights/rows.json: the figures of every incident, for working the insights out again in the browser.
import { insightsOf } from '../core/insights/of-archive.ts';
import type { Cascade } from '../site/cascade.ts';

export const data = { permalink: '/insights/rows.json' };

export function render({ kb }: Cascade): string {
  return `${JSON.stringify(insightsOf(kb).rows)}\n`;
}
