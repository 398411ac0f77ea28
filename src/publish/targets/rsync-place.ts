// `user@host:/path`, as rsync and scp write it, and what of it must not be handed on to them.
import { AppError } from '../../io/app-error.ts';

export interface RemotePlace {
  readonly typed: string;
  /** `user@host` or `host`. */
  readonly host: string;
  /** Of the link, without a slash at its end. */
  readonly path: string;
}

/** `user@host:/path`; undefined for what is not written like that. Throws for what is, and must not be handed on. */
export function parseRemote(typed: string): RemotePlace | undefined {
  const [, host, path] = /^((?:[^@/:\s]+@)?(?:\[[0-9a-f:.]+\]|[^@/:\s]+)):(.*)$/is.exec(typed) ?? [];
  if (host === undefined || path === undefined) return undefined;
  const why = whyRefused(host, path);
  if (why !== undefined) {
    throw new AppError('usage', `${typed} is no place to publish to: ${why}.`, { hint: 'Write it like user@host:/srv/www/pm' });
  }
  const clean = path.replace(/\/+$/, '');
  return { typed: `${host}:${clean}`, host, path: clean };
}

/** ssh and rsync would take a name that begins with a dash for an option. */
function whyRefused(host: string, path: string): string | undefined {
  if (path.startsWith(':')) return 'an rsync daemon has no ssh, and nobody to keep others out';
  if (host.startsWith('-') || host.includes('@-') || path.startsWith('-')) return 'a name cannot begin with "-"';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused.
  if (/[\u0000-\u001f]/.test(path)) return 'its path has control characters';
  const parts = path.replace(/\/+$/, '').split('/');
  return parts.at(-1) === '' || parts.some((part) => part === '.' || part === '..') ? 'its path has to name a folder' : undefined;
}
