// The ways a list of action items can be printed. To add one, write it in a file of its own and register it here.
import type { SiteConfig } from '../../core/model/site-config.ts';
import { csvOf } from './format-csv.ts';
import { jsonOf } from './format-json.ts';
import { markdownOf } from './format-markdown.ts';
import { textOf } from './format-table.ts';
import type { SelectedActions } from './select.ts';

export interface ListStyle {
  readonly config: SiteConfig;
  /** A file of the archive as the user would type it. */
  readonly show: (file: string) => string;
  readonly color: boolean;
  /** Columns of the terminal; absent where nobody watches, and nothing is cut. */
  readonly width?: number;
}

export type ListFormat = (selected: SelectedActions, style: ListStyle) => string;

export const LIST_FORMATS = { table: textOf, json: jsonOf, csv: csvOf, markdown: markdownOf } as const satisfies Record<string, ListFormat>;

export type ListFormatName = keyof typeof LIST_FORMATS;
