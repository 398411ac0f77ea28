// From the path of a request to a file of the site, as web servers do it, and never to anything outside the site.
import { join } from 'node:path';
import { statsOf } from '../../io/stats.ts';

export type Located =
  | { readonly kind: 'file'; readonly path: string }
  /** A folder asked for without its slash: relative links on its page would lead astray. */
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' };

const MISSING: Located = { kind: 'missing' };

/** `pathname` is as it came: encoded, and possibly hostile. */
export function locate(folder: string, pathname: string): Located {
  const names = decode(pathname);
  if (names === undefined) return MISSING;
  const isFolder = names.at(-1) === '';
  const path = join(folder, ...names, isFolder ? 'index.html' : '');
  const stats = statsOf(path);
  if (stats?.isDirectory()) return { kind: 'folder' };
  return stats?.isFile() ? { kind: 'file', path } : MISSING;
}

/** The names between the slashes; undefined when one of them could lead elsewhere. */
function decode(pathname: string): string[] | undefined {
  if (!pathname.startsWith('/')) return undefined;
  const names: string[] = [];
  const parts = pathname.slice(1).split('/');
  for (const [index, part] of parts.entries()) {
    const name = decodePart(part);
    const isLast = index === parts.length - 1;
    if (name === undefined || name === '.' || name === '..' || /[/\\\0]/.test(name) || (name === '' && !isLast)) return undefined;
    names.push(name);
  }
  return names;
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
