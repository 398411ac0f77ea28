// `hindsight digest`: what a review of promises wants to know of the last days, as Markdown.
import type { Archive } from '../../core/model/archive.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { periodStart } from '../../core/tracker/period.ts';
import { openRecurring, reviewOf } from '../../core/tracker/review.ts';
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
  readonly asOf?: Day;
  /** `false` for `--no-history`. */
  readonly history: boolean;
}

/** Returns the exit code. */
export async function digest(options: DigestOptions): Promise<number> {
  const { team = [], owner = [], since } = options;
  const query = queryOf({ team, owner });
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
  const { actions, remarks } = selectActions(archive, query);
  for (const remark of remarks) note(visible(remark));
  const period = { after, asOf: archive.asOf };
  const whose = namesOf(archive, query.state.filters);
  const found = { review: reviewOf(actions, period, archive.ledger), recurring: openRecurring(archive.recurring, actions) };
  print(digestMarkdown(found, { config: archive.config, ledger: archive.ledger, period, ...(whose !== '' && { whose }) }));
  for (const line of sayAsOf({ standing: archive.standing, later: loaded.later })) note(line);
  if (archive.leftOut.length > 0) note(`Left out for their errors: ${archive.leftOut.map(paths.show).join(', ')}. See hindsight check.`);
  return EXIT.ok;
}

function namesOf(
  { owners, teams }: Archive,
  { owner, team }: { readonly owner: readonly string[]; readonly team: readonly string[] },
): string {
  const name = (of: Archive['owners'], id: string): string => of.find((each) => each.id.toLowerCase() === id.toLowerCase())?.name ?? id;
  return [...owner.map((id) => name(owners, id)), ...team.map((id) => name(teams, id))].join(', ');
}
