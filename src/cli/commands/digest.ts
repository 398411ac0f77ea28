// `hindsight digest`: what a review of promises wants to know of the last days, as Markdown.
import type { Archive } from '../../core/model/archive.ts';
import { personOf } from '../../core/model/site-config.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { periodStart } from '../../core/tracker/period.ts';
import { openRecurring, reviewOf } from '../../core/tracker/review.ts';
import type { TrackerState } from '../../core/tracker/state.ts';
import { AppError } from '../../io/app-error.ts';
import { note, print } from '../../io/log.ts';
import { loadArchive } from '../../site/load.ts';
import { queryOf } from '../actions/query.ts';
import { selectActions } from '../actions/select.ts';
import { type ArchiveOptions, archivePaths } from '../archive-paths.ts';
import { asOfOptions, sayAsOf } from '../as-of.ts';
import { digestMarkdown } from '../digest/markdown.ts';
import { EXIT } from '../exit-codes.ts';
import { visible } from '../report/visible.ts';

interface DigestOptions extends ArchiveOptions {
  readonly since: string;
  readonly team?: readonly string[];
  readonly owner?: readonly string[];
  readonly service?: readonly string[];
  readonly asOf?: Day;
  /** `false` for `--no-history`. */
  readonly history: boolean;
}

/** Returns the exit code. */
export async function digest(options: DigestOptions): Promise<number> {
  const { team = [], owner = [], service = [], since } = options;
  const query = queryOf({ team, owner, service });
  const paths = archivePaths(options);
  const { input, config } = paths;
  const loaded = await loadArchive({
    ...{ input, allowErrors: true, history: options.history },
    ...(config !== undefined && { config }),
    ...asOfOptions(options),
  });
  loaded.release();
  const { archive } = loaded;
  const after = periodStart(since, archive.asOf, archive.config.timezone);
  if (after === undefined)
    throw new AppError('usage', `--since ${visible(since)} is no stretch of time before ${archive.asOf}.`, {
      hint: 'Write 7d, 2w, 1m, or a day such as 2026-11-15.',
    });
  const { actions, remarks, state } = selectActions(archive, query);
  for (const remark of remarks) note(visible(remark));
  const period = { after, asOf: archive.asOf };
  const whose = namesOf(archive, state.filters);
  const found = { review: reviewOf(actions, period, archive.ledger), recurring: openRecurring(archive.recurring, actions) };
  print(digestMarkdown(found, { config: archive.config, ledger: archive.ledger, period, ...(whose !== '' && { whose }) }));
  for (const line of sayAsOf({ standing: archive.standing, later: loaded.later })) note(line);
  if (archive.leftOut.length > 0) note(`Left out for their errors: ${archive.leftOut.map(paths.show).join(', ')}. See hindsight check.`);
  return EXIT.ok;
}

function namesOf(
  { config, owners, teams, services }: Archive,
  { owner, team, service }: Pick<TrackerState['filters'], 'owner' | 'team' | 'service'>,
): string {
  const name = (of: Archive['owners'], id: string): string => of.find((each) => each.id === id)?.name ?? personOf(config, id)?.name ?? id;
  return [...owner.map((id) => name(owners, id)), ...team.map((id) => name(teams, id)), ...service.map((id) => name(services, id))].join(
    ', ',
  );
}
