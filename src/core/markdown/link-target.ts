// Where a link leads: the one list of what may be linked to, and relative paths within the archive.

/** Everything but these, relative paths and `#anchor` stays text. */
const SCHEMES = new Set(['http', 'https', 'mailto']);

/** `scheme:` at the beginning, as RFC 3986 spells it. */
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** True for http, https, mailto, relative paths and anchors. Another host without a scheme (`//host`, `\\host`) is refused. */
export function isAllowedTarget(url: string): boolean {
  // Browsers drop control characters and blanks before they look for a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(url)) return false;
  const trimmed = url.trim();
  if (/^[/\\]{2}/.test(trimmed)) return false;
  const scheme = SCHEME.exec(trimmed)?.[1];
  return scheme === undefined || SCHEMES.has(scheme.toLowerCase());
}

export function isExternal(url: string): boolean {
  return SCHEME.test(url);
}

export interface RelativeTarget {
  /** Archive-relative, with forward slashes; begins with `../` or `/` where it leaves the archive; empty for the document itself. */
  readonly path: string;
  readonly anchor?: string;
}

/** `../2024/x.md#root-cause` seen from `2026/y.md` is `2024/x.md` and `root-cause`. */
export function resolveRelative(url: string, fromFile: string): RelativeTarget {
  const [beforeAnchor = '', ...anchors] = url.split('#');
  const typed = decode(beforeAnchor.split('?')[0] ?? '');
  const anchor = anchors.length > 0 ? { anchor: decode(anchors.join('#')) } : {};
  if (typed === '' || typed.startsWith('/')) return { path: typed, ...anchor };
  const folders = fromFile.split('/').slice(0, -1);
  return { path: joinPath(folders, typed), ...anchor };
}

function joinPath(folders: readonly string[], typed: string): string {
  const path: string[] = [...folders];
  for (const part of typed.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else path.push(part);
  }
  return path.join('/');
}

/** The folder in which the images of a file live: `2026/x/` beside `2026/x.md`. */
export function ownFolder(file: string): string {
  return `${file.replace(/\.md$/i, '')}/`;
}

/** A path as a relative URL; each segment is encoded, so that `%`, `#`, `?` and `:` in names stay names. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** One segment or anchor; half of a surrogate pair, which no URL can hold, becomes the replacement character. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
