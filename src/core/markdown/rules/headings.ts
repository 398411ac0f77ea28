// Headings: an id each, unique in the document, and levels that fit below the page's own title.
import type { MarkdownIt, StateCore } from 'markdown-it';
import { slugify } from '../../text/slug.ts';
import { ownEnv } from '../env.ts';
import { inlineText } from '../plain.ts';

export function headings(md: MarkdownIt): void {
  md.core.ruler.after('linkify', 'headings', nameHeadings);
}

function nameHeadings(state: StateCore): void {
  const env = ownEnv(state.env);
  // Counted per name: markdown-it-anchor tries -1, -2, … from the start each time, which takes minutes for 100,000 equal headings.
  const counts = new Map<string, number>();
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const level = Math.min(6, Math.max(2, Number(token.tag.slice(1)) + (env.headingShift ?? 0)));
    const title = inlineText(state.tokens[index + 1]?.children ?? []).trim();
    const id = freeName(slugify(title), { taken: env.anchors, counts });
    env.anchors.add(id);
    env.headings.push({ id, title, level });
    token.tag = `h${level}`;
    token.attrSet('id', id);
    const close = state.tokens[index + 2];
    if (close?.type === 'heading_close') close.tag = token.tag;
  });
}

function freeName(slug: string, names: { readonly taken: ReadonlySet<string>; readonly counts: Map<string, number> }): string {
  let name = slug;
  while (names.taken.has(name)) {
    const count = (names.counts.get(slug) ?? 1) + 1;
    names.counts.set(slug, count);
    name = `${slug}-${count}`;
  }
  return name;
}
