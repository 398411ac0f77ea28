// `hindsight publish TARGET`: a built site goes to where it is read, whole or not at all.

import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { EditionName } from '../../core/model/edition.ts';
import { countOf } from '../../core/text/count.ts';
import { AppError } from '../../io/app-error.ts';
import { stopwatch } from '../../io/clock.ts';
import { clearProgress, note, print, progress, wantsColor } from '../../io/log.ts';
import { explainSystemError } from '../../io/system-error.ts';
import { chooseTarget } from '../../publish/choose.ts';
import { credentialsIn } from '../../publish/credentials.ts';
import { openSite, type Site } from '../../publish/open-site.ts';
import { makePlan, type Plan } from '../../publish/plan.ts';
import { requireEdition } from '../../publish/same-edition.ts';
import type { Published, Target } from '../../publish/target.ts';
import { type ArchiveOptions, archivePaths } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { saySource } from '../report/copy.ts';
import { reportPlan, sayPlan } from '../report/publish.ts';
import { listProblems } from '../report/text.ts';

interface PublishCommandOptions extends ArchiveOptions {
  readonly branch?: string;
  /** Absent for the one that the place shows. */
  readonly edition?: EditionName;
  readonly site: string;
  readonly keep: number;
  readonly dryRun?: boolean;
  readonly rollback?: boolean;
  readonly format: 'text' | 'json';
}

/** Returns the exit code. */
export async function publish(typed: string | undefined, options: PublishCommandOptions): Promise<number> {
  const name = typed ?? (options.branch === undefined ? undefined : 'origin');
  if (name === undefined)
    throw new AppError('usage', 'Where to publish to is not given.', { hint: 'hindsight publish --help lists the kinds of places.' });
  const { keep, branch } = options;
  const repository = dirname(archivePaths(options).input);
  const target = chooseTarget(name, { keep, repository, ...(branch !== undefined && { branch }) });
  try {
    return options.rollback ? await rollBack(target, options) : await publishSite(target, options);
  } catch (error) {
    throw explainSystemError(error, target.name) ?? error;
  }
}

async function rollBack(target: Target, { dryRun, format }: PublishCommandOptions): Promise<number> {
  if (dryRun) throw new AppError('usage', '--rollback and --dry-run do not go together.');
  if (target.rollBack === undefined) {
    throw new AppError('usage', `${target.name} keeps no releases to go back to.`, {
      hint: 'On a branch, revert the last commit with git; to a storage, publish the earlier site again.',
    });
  }
  const name = await target.rollBack();
  print(format === 'json' ? JSON.stringify({ target: target.name, shown: name }, null, 2) : `${target.name}: ${name} is shown again`);
  return EXIT.ok;
}

async function publishSite(target: Target, options: PublishCommandOptions): Promise<number> {
  const elapsed = stopwatch();
  const site = openSite(options.site);
  const current = await target.current();
  requireEdition(site.manifest, current, options.edition);
  const plan = makePlan(current, site.manifest);
  const credentials = await credentialsIn(site, plan);
  if (credentials.length > 0) return refuse(credentials, options);
  const published = options.dryRun ? undefined : await target.publish(site, progress);
  clearProgress();
  if (options.format === 'json') print(toJson(target, site, { plan, published }));
  else if (published === undefined) print(`${reportPlan(plan, wantsColor('stdout'))}\n${target.name} is as it was: this was a dry run.`);
  else print(sayPublished(target, site, { plan, published, seconds: elapsed() / 1000 }));
  return EXIT.ok;
}

function refuse(credentials: readonly Diagnostic[], { site }: PublishCommandOptions): number {
  clearProgress();
  const list = credentials.map((problem) => ({ ...problem, file: join(site, problem.file) }));
  note(
    `${listProblems(list, wantsColor('stderr'))}\n\nNothing was published: ${countOf(list.length, 'credential')} in the site. Mend the archive, and build it again.`,
  );
  return EXIT.problems;
}

interface Outcome {
  readonly plan: Plan;
  readonly published: Published | undefined;
}

function sayPublished({ name }: Target, { manifest }: Site, outcome: Outcome & { readonly seconds: number }): string {
  const { plan, published, seconds } = outcome;
  const release = `${published?.name}${saySource(manifest)}`;
  return published?.isNew
    ? `${name}: ${release}; ${sayPlan(plan)}, ${seconds.toFixed(1)} s`
    : `${name}: ${release} is already there; nothing to do`;
}

function toJson({ name }: Target, { manifest, fingerprint }: Site, { plan, published }: Outcome): string {
  const paths = (files: Plan['added']): string[] => files.map(({ path }) => path);
  const { added, changed, removed, unchanged } = plan;
  return JSON.stringify(
    {
      target: name,
      published: published?.name ?? null,
      isNew: published?.isNew ?? null,
      manifest: fingerprint,
      source: manifest.source ?? null,
      ...{ added: paths(added), changed: paths(changed), removed: paths(removed), unchanged },
    },
    null,
    2,
  );
}
