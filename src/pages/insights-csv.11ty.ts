// /insights/*.csv: the figures behind each chart.
import { insightsOf } from '../core/insights/of-archive.ts';
import { type Cascade, opaque } from '../site/cascade.ts';
import { type CsvFile, insightsCsvFiles } from '../site/insights-csv.ts';

type CsvCascade = Cascade & { readonly file: CsvFile };

export const data = {
  pagination: {
    data: 'kb.incidents',
    size: 1,
    alias: 'file',
    before: (_: unknown, { kb }: Cascade) => insightsCsvFiles(kb.config.metrics).map(opaque),
    addAllPagesToCollections: false,
  },
  permalink: ({ file }: CsvCascade) => `/insights/${file.path}`,
};

export function render({ kb, file }: CsvCascade): string {
  const { rows, whole } = insightsOf(kb);
  return file.write(rows, whole);
}
