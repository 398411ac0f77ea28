// Why a call of rsync over ssh failed, in words, with what to do: ssh and rsync say it in many lines, or, when the other machine is faster, in none.
import { AppError } from '../../io/app-error.ts';
import { lastLines, type ProgramAnswer } from '../run-program.ts';
import type { RemotePlace } from './rsync-place.ts';

interface Known {
  readonly said: RegExp;
  readonly code: 'unreachable' | 'rsync-failed';
  /** Without its stop; what ssh or rsync said follows it. */
  readonly message: (place: RemotePlace) => string;
  readonly hint: (place: RemotePlace) => string;
}

/** In this order: a changed key is an unknown one too. */
const KNOWN: readonly Known[] = [
  {
    said: /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    code: 'unreachable',
    message: ({ host }) => `${host} shows another key than it did before`,
    hint: () => 'Either it was set up anew or somebody is in between: ask who runs it, then take the old key away with ssh-keygen -R HOST.',
  },
  {
    said: /Host key verification failed|No \S+ host key is known/i,
    code: 'unreachable',
    message: ({ host }) => `The key of ${host} is not known here`,
    hint: ({ host }) =>
      `Log in once by hand (ssh ${host}), or put its line into known_hosts: ssh-keyscan HOST, compared with what its owner says.`,
  },
  {
    said: /Permission denied \((?:publickey|password|keyboard|gssapi|hostbased)/i,
    code: 'unreachable',
    message: ({ host }) => `${host} does not let this key in`,
    hint: ({ host }) =>
      `Logging in by ssh ${host} has to work without asking: give ssh the key (~/.ssh/config, ssh-agent), and authorized_keys there its .pub.`,
  },
  {
    said: /Could not resolve hostname/,
    code: 'unreachable',
    message: ({ host }) => `There is no machine of the name in ${host}`,
    hint: () => 'Check how it is written, and the network.',
  },
  {
    said: /rsync: (?:command )?not found|rsync: No such file or directory|\(code 127\)/,
    code: 'rsync-failed',
    message: ({ host }) => `There is no rsync on ${host}`,
    hint: () => 'Install the package rsync there, 3.1 or newer.',
  },
  {
    said: /No space left on device|Disk quota exceeded/,
    code: 'rsync-failed',
    message: ({ host }) => `The disk of ${host} is full`,
    hint: () => 'Make room there, or keep fewer releases with --keep. What was shown before is shown still.',
  },
  {
    said: /Permission denied \(13\)|Read-only file system|Operation not permitted/,
    code: 'rsync-failed',
    message: ({ host, path }) => `Nothing may be written beside ${path} on ${host}`,
    hint: () => 'The login needs the right to write in the folder that the link lies in. What was shown before is shown still.',
  },
  {
    said: /mkdir .* failed: No such file or directory/,
    code: 'rsync-failed',
    message: ({ host, path }) => `The folder that ${path} is to lie in is not there on ${host}`,
    hint: () => 'Make it first.',
  },
];

/** https://download.samba.org/pub/rsync/rsync.1#EXIT_VALUES: start of the protocol, and connections that broke or fell silent. */
const CONNECTION = [5, 10, 12, 30, 35, 255];
/** An error of files, for which rsync may have ended before the other machine's words came through. */
const FILES = 11;

export function rsyncFailure({ code, complaint }: ProgramAnswer, place: RemotePlace): AppError {
  const cause = new Error(complaint);
  const said = saidBy(complaint);
  const known = KNOWN.find((one) => one.said.test(complaint));
  if (known !== undefined) return new AppError(known.code, `${known.message(place)}${said}`, { hint: known.hint(place), cause });
  if (code !== null && CONNECTION.includes(code)) {
    const hint = `Check the name, the network and the key: ssh ${place.host} must log in without asking. Running it again goes on where it stopped.`;
    return new AppError('unreachable', `The connection to ${place.host} failed${said}`, { hint, cause });
  }
  const hint =
    code === FILES
      ? 'Look whether the folder that it is to lie in is there, may be written and has room. What was shown before is shown still.'
      : 'What was shown before is shown still. Running it again goes on where it stopped.';
  return new AppError('rsync-failed', `rsync ended with ${code}${said}`, { hint, cause });
}

/** Without what rsync adds to everything. */
function saidBy(complaint: string): string {
  const lines = complaint.split(/\r?\n/).filter((line) => !/^rsync error: |connection unexpectedly closed|^\*\*\*|^@@@|^\s*$/.test(line));
  return lines.length === 0 ? '.' : `: ${lastLines(lines.join('\n'))}`;
}
