// /actions/actions.csv: the tracker for spreadsheets.
import { writeActionsCsv } from '../site/actions-csv.ts';
import type { Cascade } from '../site/cascade.ts';

export const data = { permalink: '/actions/actions.csv' };

export function render({ kb }: Cascade): string {
  return writeActionsCsv(kb);
}
