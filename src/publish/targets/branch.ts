// A branch of a git repository, as hosts of pages serve it: one commit for each publish, made in a repository of its own, so that neither the user's
// files nor their index, branches and objects are touched.
import { AppError } from '../../io/app-error.ts';
import { MANIFEST, type Manifest } from '../../site/manifest.ts';
import { readSiteFile } from '../copy-site.ts';
import type { Site } from '../open-site.ts';
import { parseManifest } from '../parse-manifest.ts';
import { lastLines, withoutSecrets } from '../run-program.ts';
import type { Published, Target } from '../target.ts';
import { type Git, scratchRepository } from './scratch-repository.ts';

export interface BranchPlace {
  readonly branch: string;
  /** Name of a remote, address or path. */
  readonly remote: string;
  /** A folder of the repository whose remotes and credentials are used. */
  readonly folder: string;
}

/** GitHub would have Jekyll leave out what begins with an underscore. */
const NO_JEKYLL = '.nojekyll';
/** The commit that is shown, in the scratch repository, and the one that is to be. */
const SHOWN = 'refs/heads/shown';
const NEXT = 'refs/heads/next';

export function branchTarget(place: BranchPlace): Target {
  const name = `${place.branch} of ${withoutSecrets(place.remote)}`;
  return {
    name,
    current: () =>
      withGit(place, async (git) => ((await shownCommit(git, place, name)) === undefined ? undefined : await readManifest(git, name))),
    publish: (site, report) => withGit(place, (git) => publish(git, site, { place, name, report })),
  };
}

async function withGit<Result>(place: BranchPlace, work: (git: Git) => Promise<Result>): Promise<Result> {
  if (place.remote.startsWith('-')) throw new AppError('usage', `A remote cannot begin with "-": ${place.remote}`);
  const git = await scratchRepository(place.folder);
  try {
    const checked = await git.run(['check-ref-format', `refs/heads/${place.branch}`]);
    if (checked.code !== 0 || place.branch.startsWith('-')) throw new AppError('usage', `${place.branch} is no name for a branch.`);
    return await work(git);
  } finally {
    git.close();
  }
}

/** Fetches the last commit of the branch; undefined when the remote has no such branch. */
async function shownCommit(git: Git, { branch, remote }: BranchPlace, name: string): Promise<string | undefined> {
  const listed = await git.run(['ls-remote', '--', remote, `refs/heads/${branch}`]);
  if (listed.code !== 0) throw unreachable(name, listed.complaint);
  if (listed.output.trim() === '') return undefined;
  const fetched = await git.run(['fetch', '--quiet', '--depth=1', '--no-tags', '--', remote, `+refs/heads/${branch}:${SHOWN}`]);
  if (fetched.code !== 0) throw unreachable(name, fetched.complaint);
  return (await git.must(['rev-parse', SHOWN])).trim();
}

async function readManifest(git: Git, name: string): Promise<Manifest> {
  const shown = await git.run(['cat-file', 'blob', `${SHOWN}:${MANIFEST}`]);
  if (shown.code === 0) return parseManifest(shown.output, `${MANIFEST} in ${name}`);
  throw new AppError('foreign-target', `${name} holds something that "hindsight publish" did not put there. Nothing was changed.`, {
    hint: 'Publish to a branch of its own, such as gh-pages; a publish replaces everything in it.',
  });
}

interface PublishOptions {
  readonly place: BranchPlace;
  readonly name: string;
  readonly report: (step: string) => void;
}

async function publish(git: Git, site: Site, { place, name, report }: PublishOptions): Promise<Published> {
  const parent = await shownCommit(git, place, name);
  if (parent !== undefined) await readManifest(git, name);
  const imported = await git.run(
    ['fast-import', '--quiet', '--date-format=now'],
    commitStream(site, { parent, identity: git.identity, report }),
  );
  if (imported.code !== 0) throw new AppError('git-failed', `git could not take the site: ${lastLines(imported.complaint)}`);
  if (parent !== undefined && (await treeOf(git, NEXT)) === (await treeOf(git, SHOWN))) return { isNew: false, name: parent.slice(0, 12) };
  report('Pushing…');
  // Not by force: who has published meanwhile is not overwritten.
  const pushed = await git.run(['push', '--quiet', '--', place.remote, `${NEXT}:refs/heads/${place.branch}`]);
  if (pushed.code !== 0) throw notPushed(name, pushed.complaint);
  return { isNew: true, name: (await git.must(['rev-parse', NEXT])).trim().slice(0, 12) };
}

function treeOf(git: Git, commit: string): Promise<string> {
  return git.must(['rev-parse', `${commit}^{tree}`]);
}

interface CommitOptions {
  readonly parent: string | undefined;
  readonly identity: string;
  readonly report: (step: string) => void;
}

/** https://git-scm.com/docs/git-fast-import: the whole commit, with every file compared with the manifest as it is read. */
async function* commitStream(site: Site, { parent, identity, report }: CommitOptions): AsyncIterable<string | Uint8Array> {
  const message = Buffer.from(sayCommit(site));
  yield `commit ${NEXT}\ncommitter ${identity} now\ndata ${message.length}\n`;
  yield message;
  yield parent === undefined ? '\n' : `\nfrom ${SHOWN}\ndeleteall\n`;
  yield* addFile(NO_JEKYLL, Buffer.alloc(0));
  yield* addFile(MANIFEST, Buffer.from(site.manifestText));
  const { files } = site.manifest;
  for (const [index, file] of files.entries()) {
    report(`Took ${index} of ${files.length} files…`);
    yield* addFile(file.path, await readSiteFile(site, file));
  }
  yield 'done\n';
}

function* addFile(path: string, content: Uint8Array): Iterable<string | Uint8Array> {
  yield `M 100644 inline ${quote(path)}\ndata ${content.byteLength}\n`;
  yield content;
  yield '\n';
}

/** As fast-import reads names; those of a manifest have neither line ends nor backslashes. */
function quote(path: string): string {
  return `"${path.replaceAll('"', '\\"')}"`;
}

function sayCommit({ manifest, fingerprint }: Site): string {
  const { source, version } = manifest;
  const of = source === undefined ? '' : ` of ${source.commit.slice(0, 12)}${source.modified ? ' with changes' : ''}`;
  const trailers = [
    ...(source === undefined ? [] : [`Source-Commit: ${source.commit}`]),
    ...(source?.modified ? ['Source-Modified: yes'] : []),
    `Manifest-SHA256: ${fingerprint}`,
    `Generator: hindsight ${version}`,
  ];
  return `Publish the site${of}\n\n${trailers.join('\n')}\n`;
}

function unreachable(name: string, complaint: string): AppError {
  return new AppError('unreachable', `${name} cannot be read: ${lastLines(complaint)}`, {
    hint: 'Check the name of the remote, the network and the credentials that git uses.',
  });
}

function notPushed(name: string, complaint: string): AppError {
  if (/\[rejected\]|fetch first|non-fast-forward|stale info|cannot lock ref/i.test(complaint)) {
    return new AppError('overtaken', `Somebody else has published to ${name} meanwhile; nothing was changed.`, { hint: 'Publish again.' });
  }
  return new AppError('not-pushed', `${name} did not take the commit: ${lastLines(complaint)}`, {
    hint: 'Check the rights of the credentials, and whether the branch is protected.',
  });
}
