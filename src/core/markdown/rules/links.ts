// Every link and image after parsing: relative ones are resolved within the archive, and each mention is recorded with its line.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type MarkdownEnv, ownEnv } from '../env.ts';
import { encodePath, encodeSegment, isExternal, ownFolder, resolveRelative } from '../link-target.ts';
import { inlineText } from '../plain.ts';
import { placeOf, report } from '../problems.ts';
import { incidentHref } from './incident-links.ts';
import { eachInline, type Spot } from './walk.ts';

export function links(md: MarkdownIt): void {
  md.core.ruler.after('linkify', 'links', resolveLinks);
}

function resolveLinks(state: StateCore): void {
  const env = ownEnv(state.env);
  eachInline(state, isLink, (inline, spot) => {
    inline.children = resolveChildren(inline.children ?? [], env, spot);
  });
}

function isLink(token: Token): boolean {
  return token.type === 'link_open' || token.type === 'image' || token.type === 'missing_open';
}

function resolveChildren(children: readonly Token[], env: MarkdownEnv, spot: Spot): Token[] {
  const out: Token[] = [];
  /** Links cannot nest, so the close that comes next belongs to the open that came last. */
  let isDemoted = false;
  let isInLink = false;
  for (const token of children) {
    spot.follow(token);
    if (token.type === 'image') {
      out.push(...resolveImage(token, env, { spot, isInLink }));
      continue;
    }
    if (token.type === 'missing_open') recordIncident(token, env, spot);
    if (token.type === 'link_open') {
      isDemoted = !resolveLink(token, env, spot);
      isInLink = !isDemoted;
    } else if (token.type === 'link_close') {
      if (isDemoted) demote(token);
      isInLink = false;
    }
    out.push(token);
  }
  return out;
}

/** False where the link leads nowhere: its words stay, marked as missing. */
function resolveLink(token: Token, env: MarkdownEnv, spot: Spot): boolean {
  if (token.meta?.incident !== undefined) {
    recordIncident(token, env, spot);
    return true;
  }
  const url = String(token.attrGet('href') ?? '');
  if (isExternal(url)) {
    if (!/^mailto:/i.test(url)) token.attrSet('rel', 'noreferrer noopener');
    return true;
  }
  const href = resolveHref(url, env, spot);
  if (href === undefined) demote(token);
  else token.attrSet('href', href);
  return href !== undefined;
}

function resolveHref(url: string, env: MarkdownEnv, spot: Spot): string | undefined {
  const { path, anchor } = resolveRelative(url, env.file);
  const place = placeOf(env, spot, url);
  if (path === '') {
    // `#` alone is the top of the page.
    if (anchor) env.references.push({ kind: 'anchor', anchor, place });
    return `#${encodeSegment(anchor ?? '')}`;
  }
  if (/\.md$/i.test(path)) {
    env.references.push({ kind: 'file', path, ...(anchor ? { anchor } : {}), place });
    const target = env.registry.resolveFile(path);
    return target && incidentHref(target, anchor || undefined, env.docId);
  }
  env.references.push({ kind: 'asset', path, place });
  const folder = ownFolder(env.file);
  return path.startsWith(folder) ? encodePath(path.slice(folder.length)) : undefined;
}

function recordIncident(token: Token, env: MarkdownEnv, spot: Spot): void {
  const id = String(token.meta?.incident ?? '');
  const anchor = token.meta?.anchor;
  const place = placeOf(env, spot, `[[${id}`);
  env.references.push({ kind: 'incident', id, ...(typeof anchor === 'string' ? { anchor } : {}), place });
}

function demote(token: Token): void {
  token.tag = 'span';
  token.type = token.nesting === 1 ? 'missing_open' : 'missing_close';
  token.attrs = token.nesting === 1 ? [['class', 'missing']] : null;
}

/** Images of the incident's own folder are shown; one from elsewhere is a link, so that no page asks another host for anything. */
function resolveImage(token: Token, env: MarkdownEnv, at: { readonly spot: Spot; readonly isInLink: boolean }): Token[] {
  const url = String(token.attrGet('src') ?? '');
  const place = placeOf(env, at.spot, url);
  const alt = inlineText(token.children ?? []);
  if (isExternal(url)) {
    report(env, 'remote-image', { place, url });
    const words = textToken(token, alt || url);
    if (at.isInLink) return [words];
    return wrap(
      token,
      [
        ['href', url],
        ['rel', 'noreferrer noopener'],
      ],
      words,
    );
  }
  const { path } = resolveRelative(url, env.file);
  env.references.push({ kind: 'asset', path, place });
  if (alt.trim() === '') report(env, 'image-without-alt', { place, url });
  const folder = ownFolder(env.file);
  if (!path.startsWith(folder)) return wrap(token, [['class', 'missing']], textToken(token, alt || path));
  // Not `loading="lazy"`: without its size known, an image that comes late would move what a link has just led to.
  token.attrSet('src', encodePath(path.slice(folder.length)));
  // markdown-it leaves code out of an alternative text.
  token.children = [textToken(token, alt)];
  return [token];
}

function textToken(like: Token, content: string): Token {
  const token = makeToken(like, 'text', { tag: '', nesting: 0 });
  token.content = content;
  return token;
}

function wrap(like: Token, attrs: [string, string][], words: Token): Token[] {
  const isLink = attrs.some(([name]) => name === 'href');
  const [type, tag] = isLink ? ['link', 'a'] : ['missing', 'span'];
  const open = makeToken(like, `${type}_open`, { tag, nesting: 1 });
  open.attrs = attrs;
  return [open, words, makeToken(like, `${type}_close`, { tag, nesting: -1 })];
}

function makeToken(like: Token, type: string, shape: { readonly tag: string; readonly nesting: -1 | 0 | 1 }): Token {
  const TokenClass = like.constructor as new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  return new TokenClass(type, shape.tag, shape.nesting);
}
