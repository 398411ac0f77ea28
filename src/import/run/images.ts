// Images beside a Markdown source, taken along: the site shows only what lies in the folder of its incident.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { PUBLISHED_EXTENSIONS } from '../../io/assets.ts';
import { isWithin } from '../../io/inside.ts';
import type { ImportNote } from '../model.ts';

export interface Images {
  /** The body, with the links to what was taken along leading there. */
  readonly body: string;
  readonly copies: readonly { readonly from: string; readonly to: string }[];
  readonly notes: readonly ImportNote[];
}

interface Around {
  /** Id of the incident, and so the name of its folder. */
  readonly id: string;
  /** The source, absolute. */
  readonly path: string;
  /** Nothing outside of it is read. */
  readonly root: string;
}

const IMAGE = /(!\[[^\]\n]{0,500}\]\(\s*<?)([^\s)<>]{1,500})/g;

export function takeImages(body: string, { id, path, root }: Around): Images {
  const copies = new Map<string, string>();
  const missing: string[] = [];
  const outside: string[] = [];
  const moved = body.replace(IMAGE, (whole, before: string, target: string) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(target)) return whole;
    const source = resolve(dirname(path), decoded(target.replace(/[?#].*$/, '')));
    if (!isWithin(root, source) || (existsSync(source) && !isWithin(realpathSync(root), realpathSync(source)))) outside.push(target);
    else if (!isImage(source)) missing.push(target);
    else {
      const to = `${id}/${freeName(posix.basename(source.replaceAll('\\', '/')), source, copies, id)}`;
      copies.set(to, source);
      return `${before}${encodeURI(to)}`;
    }
    return whole;
  });
  return {
    body: moved,
    copies: [...copies].map(([to, from]) => ({ from, to })),
    notes: [...said('image-copied', [...copies.keys()]), ...said('image-missing', missing), ...said('image-outside', outside)],
  };
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function isImage(path: string): boolean {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? '';
  return PUBLISHED_EXTENSIONS.includes(extension) && existsSync(path) && statSync(path).isFile();
}

/** Two images of one name in different folders stay two. */
function freeName(name: string, source: string, copies: ReadonlyMap<string, string>, id: string): string {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? safe : safe.replace(/(\.[^.]*)?$/, `-${number}$1`);
    const other = copies.get(`${id}/${candidate}`);
    if (other === undefined || other === source) return candidate;
  }
}

const SENTENCES = {
  'image-copied': 'Copied into the folder of the incident, and the links to them changed:',
  'image-missing': 'Images that are not there; their links are left as they are:',
  'image-outside': 'Images outside of the folder that is imported; their links are left as they are:',
} as const;

function said(code: keyof typeof SENTENCES, targets: readonly string[]): ImportNote[] {
  if (targets.length === 0) return [];
  const names = [...new Set(targets)];
  const shown = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
  return [{ code, message: `${SENTENCES[code]} ${shown}.`, severity: code === 'image-copied' ? 'info' : 'warning' }];
}
