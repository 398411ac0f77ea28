// A list of action items as the site's own CSV: the same columns, and no cell that a spreadsheet would run.
import { writeActionsCsv } from '../../core/api/actions-csv.ts';
import type { ListStyle } from './formats.ts';
import type { SelectedActions } from './select.ts';

export function csvOf({ actions }: SelectedActions, { config }: ListStyle): string {
  // What is printed ends with a line end of its own.
  return writeActionsCsv(actions, config).replace(/\r\n$/, '');
}
