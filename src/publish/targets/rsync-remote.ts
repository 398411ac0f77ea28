// The calls of rsync that publishing is made of. The state of the other machine is read by copying it: links as links, folders without what is in them.
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path/posix';
import { AppError } from '../../io/app-error.ts';
import { onEnd } from '../../io/cleanup.ts';
import { MANIFEST } from '../../site/manifest.ts';
import type { Site } from '../open-site.ts';
import { parseRelease, type Release, sortReleases } from '../releases.ts';
import { type ProgramAnswer, runProgram } from '../run-program.ts';
import { rsyncFailure } from './rsync-failures.ts';
import type { RemotePlace } from './rsync-place.ts';

interface UploadOptions {
  /** Releases whose files may be linked to. */
  readonly like: readonly Release[];
  readonly report: (step: string) => void;
}

export interface Remote {
  readonly typed: string;
  /** Undefined where there is nothing, or an empty folder. Throws where there is something that is not ours. */
  readonly shown: () => Promise<Release | undefined>;
  readonly releases: () => Promise<readonly Release[]>;
  readonly readManifest: (release: Release) => Promise<string>;
  readonly makeFolder: (release: Release) => Promise<void>;
  /** All but the manifest; what an earlier call broke off is gone on with. */
  readonly upload: (site: Site, release: Release, options: UploadOptions) => Promise<void>;
  readonly uploadManifest: (site: Site, release: Release) => Promise<void>;
  readonly show: (release: Release) => Promise<void>;
  readonly remove: (releases: readonly Release[]) => Promise<void>;
  /** Forgets what was copied here. */
  readonly close: () => void;
}

/** Seconds without a byte after which the other machine counts as gone. */
const SILENCE = 60;

/**
 * `-s`: names are not given to the shell of the other machine to read. Modes are ours to choose, because those of a temporary folder let nobody in.
 * Without `-t`, files are the same when their content is.
 */
const ALWAYS = ['-s', `--timeout=${SILENCE}`, '--chmod=D755,F644'];

export function remoteOf(place: RemotePlace): Remote {
  const { typed, host, path } = place;
  const work = mkdtempSync(join(tmpdir(), 'hindsight-rsync-'));
  const close = (): void => {
    forget();
    rmSync(work, { recursive: true, force: true });
  };
  const forget = onEnd(close);
  const name = basename(path);
  const at = `${host}:${dirname(path)}/`;
  const releases = `${at}.${name}.releases/`;
  const calls = { work, place };
  let folders = 0;
  const newFolder = (): string => {
    const folder = join(work, String(folders++));
    mkdirSync(folder);
    return `${folder}/`;
  };
  /** Names in a folder there: it is copied without what its folders hold. */
  const listed = async (folder: string): Promise<string[]> => {
    const copy = newFolder();
    return (await fetchIfThere(calls, ['-dl', folder, copy])) ? readdirSync(copy) : [];
  };
  return {
    typed,
    close,
    shown: async () => {
      const copy = newFolder();
      if (!(await fetchIfThere(calls, ['-dl', `${at}${name}`, copy]))) return undefined;
      if (lstatSync(join(copy, name)).isDirectory() && (await listed(`${at}${name}/`)).length > 0) {
        throw notOurs(typed, 'is a folder that is not empty, and not a link that "hindsight publish" made');
      }
      return shownIn(join(copy, name), typed);
    },
    releases: async () => sortReleases(await listed(releases)),
    readManifest: async (release) => {
      const copy = newFolder();
      if (await fetchIfThere(calls, [`${releases}${release.name}/${MANIFEST}`, copy])) return readFileSync(join(copy, MANIFEST), 'utf8');
      throw new AppError('broken-release', `${typed}: the release ${release.name} is not whole.`, {
        hint: 'Remove the link there and publish again.',
      });
    },
    makeFolder: async (release) => {
      const tree = newFolder();
      mkdirSync(join(tree, `.${name}.releases`, release.name), { recursive: true });
      await send(calls, ['-r', tree, at]);
    },
    upload: async (site, release, { like, report }) => {
      const links = like.map((one) => `--link-dest=../${one.name}`);
      const onOutput = progressReader(report);
      const what = ['-rc', '--delete', '--delete-after', '--partial-dir=.rsync-partial', `--exclude=/${MANIFEST}`];
      await send(
        calls,
        [
          ...what,
          '--exclude=.DS_Store',
          '--exclude=.directory',
          '--info=progress2',
          ...links,
          `${site.folder}/`,
          `${releases}${release.name}/`,
        ],
        onOutput,
      );
    },
    uploadManifest: async (site, release) => {
      const copy = newFolder();
      writeFileSync(join(copy, MANIFEST), site.manifestText);
      await send(calls, ['-c', join(copy, MANIFEST), `${releases}${release.name}/`]);
    },
    show: async (release) => {
      const copy = newFolder();
      symlinkSync(`.${name}.releases/${release.name}`, join(copy, name));
      // --force: an empty folder makes way for the link.
      await send(calls, ['-l', '--force', join(copy, name), at]);
    },
    remove: async (old) => {
      const chosen = old.map((release) => `--include=/${release.name}/***`);
      await send(calls, ['-r', '--delete', ...chosen, '--exclude=*', newFolder(), releases]);
    },
  };
}

function shownIn(copy: string, typed: string): Release | undefined {
  const stats = lstatSync(copy);
  if (stats.isDirectory()) return undefined;
  const [folder, name = ''] = stats.isSymbolicLink() ? readlinkSync(copy).split('/') : [];
  const release = folder === `.${basename(copy)}.releases` ? parseRelease(name) : undefined;
  if (release !== undefined) return release;
  throw notOurs(typed, stats.isSymbolicLink() ? 'is a symbolic link that "hindsight publish" did not make' : 'is a file');
}

function notOurs(typed: string, what: string): AppError {
  return new AppError('foreign-target', `${typed} ${what}. Nothing was changed.`, {
    hint: 'Publish to a name that is free, or move away what is there.',
  });
}

interface Calls {
  /** Where the shared connection has its socket. */
  readonly work: string;
  readonly place: RemotePlace;
}

/** False when there is no such file there. */
async function fetchIfThere({ work, place }: Calls, args: readonly string[]): Promise<boolean> {
  const answer = await rsync(work, args);
  if (answer.code === 0) return true;
  if (answer.code === 23 && /No such file or directory/.test(answer.complaint)) return false;
  throw rsyncFailure(answer, place);
}

async function send({ work, place }: Calls, args: readonly string[], onOutput?: (text: string) => void): Promise<void> {
  const answer = await rsync(work, args, onOutput);
  if (answer.code !== 0) throw rsyncFailure(answer, place);
}

function rsync(work: string, args: readonly string[], onOutput?: (text: string) => void): Promise<ProgramAnswer> {
  // Whoever has set it knows what they do.
  const env = { RSYNC_RSH: process.env.RSYNC_RSH ?? sshCommand(work) };
  return runProgram({ program: 'rsync', args: [...ALWAYS, ...args], env, ...(onOutput && { onOutput }) });
}

/** Nobody sits there to type a password; and all calls share one connection, which ends by itself. rsync splits this at spaces. */
function sshCommand(work: string): string {
  const shared = /\s/.test(work) ? '' : ` -o ControlMaster=auto -o ControlPath=${work}/s -o ControlPersist=5`;
  return `ssh -o BatchMode=yes${shared}`;
}

/** Of `  1,234,567  45%  1.23MB/s  0:00:12 …`, the share. */
function progressReader(report: (step: string) => void): (text: string) => void {
  return (text) => {
    const share = /(\d{1,3})%/.exec(text)?.[1];
    if (share !== undefined) report(`Sent ${share} %…`);
  };
}
