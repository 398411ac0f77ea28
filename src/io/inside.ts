// Whether one path lies within another.
import { isAbsolute, relative, sep } from 'node:path';

/** Also true when they are the same. Both absolute; symbolic links are not looked through. */
export function isWithin(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
