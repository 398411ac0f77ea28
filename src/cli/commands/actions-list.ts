// `hindsight actions list`: the tracker in the terminal, with the filters of its page, the same rows and the same order.
import type { Day } from '../../core/model/timestamp.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import { AppError } from '../../io/app-error.ts';
import { note, print, terminalWidth, wantsColor } from '../../io/log.ts';
import { loadArchive } from '../../site/load.ts';
import { LIST_FORMATS, type ListFormatName } from '../actions/formats.ts';
import { type QueryOptions, queryOf } from '../actions/query.ts';
import { type SelectedActions, selectActions } from '../actions/select.ts';
import { type ArchiveOptions, archivePaths } from '../archive-paths.ts';
import { asOfOptions, sayAsOf } from '../as-of.ts';
import { EXIT } from '../exit-codes.ts';
import { visible } from '../report/visible.ts';

interface ListOptions extends ArchiveOptions, QueryOptions {
  readonly format: ListFormatName;
  readonly json?: boolean;
  readonly asOf?: Day;
}

/** Returns the exit code. */
export async function listActions(options: ListOptions): Promise<number> {
  const format = options.json === true ? 'json' : options.format;
  if (format === 'csv' && options.group !== undefined)
    throw new AppError('usage', 'A CSV file has no groups.', { hint: 'Leave out --group, or print --format json or markdown.' });
  const query = queryOf(options);
  const paths = archivePaths(options);
  const { input, config } = paths;
  const loaded = await loadArchive({
    ...{ input, allowErrors: true },
    ...(config !== undefined && { config }),
    ...asOfOptions(options),
  });
  loaded.release();
  const { archive } = loaded;
  const selected = selectActions(archive, query);
  for (const remark of selected.remarks) note(visible(remark));
  const width = terminalWidth();
  const style = { config: archive.config, show: paths.show, color: wantsColor('stdout'), ...(width !== undefined && { width }) };
  if (selected.actions.length > 0 || format !== 'table') print(LIST_FORMATS[format](selected, style));
  if (format === 'table') for (const line of besides(selected, archive.asOf)) note(line);
  for (const line of sayAsOf({ standing: archive.standing, later: loaded.later })) note(line);
  if (archive.leftOut.length > 0) note(`Left out for their errors: ${archive.leftOut.map(paths.show).join(', ')}. See hindsight check.`);
  return EXIT.ok;
}

/** How many there are, and as of when. */
function besides({ actions, total }: SelectedActions, asOf: Day): string[] {
  const late = actions.filter(({ overdueDays = 0 }) => overdueDays > 0).length;
  const of = actions.length === total ? countOf(total, 'action item') : `${sayCount(actions.length)} of ${countOf(total, 'action item')}`;
  const byPolicy = actions.some(({ item }) => item.dueFrom === 'policy');
  return [`${of}, ${sayCount(late)} overdue, as of ${asOf}.`, ...(byPolicy ? ['* due by the policy of the site (due_days)'] : [])];
}
