// What authors mark `[internal]` in the text: the list item, row, paragraph or section that holds the mark is not in a public edition.
import type { Token } from 'markdown-it';
import { makeEnv } from '../markdown/env.ts';
import { parseMarkdown } from '../markdown/renderer.ts';

/** Not the beginning of a link or of its address. */
export const INTERNAL_MARK = /\[internal\](?![([:])/i;

const NO_REGISTRY = { resolve: () => undefined, resolveFile: () => undefined };

/** The text without them, line by line. */
export function withoutInternalParts(body: string): string {
  if (!INTERNAL_MARK.test(body)) return body;
  const lines = body.split('\n');
  const tokens = parseMarkdown(body, makeEnv({ docId: 'x', file: 'x.md', registry: NO_REGISTRY, bodyLine: 1 }));
  const open: { readonly type: string; readonly map: readonly [number, number] }[] = [];
  const gone = new Set<number>();
  const drop = (from: number, to: number): void => {
    for (let line = from; line < to; line++) gone.add(line);
  };
  /** Of the marked heading whose section has not ended yet. */
  let section: { readonly level: number; readonly line: number } | undefined;
  let heading: Token | undefined;
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ type: token.type, map: token.map ?? open.at(-1)?.map ?? [0, 0] });
    if (token.nesting === -1) open.pop();
    if (token.type === 'heading_open' && open.length === 1) {
      heading = token;
      if (section && levelOf(token) <= section.level) {
        drop(section.line, token.map?.[0] ?? 0);
        section = undefined;
      }
    }
    if (token.type !== 'inline' || !isMarked(token)) continue;
    const block = open.findLast(({ type }) => type === 'list_item_open' || type === 'tr_open') ?? open.at(-1);
    if (block?.type === 'heading_open' && open.length === 1 && heading) section ??= { level: levelOf(heading), line: block.map[0] };
    else if (block) drop(...block.map);
  }
  if (section) drop(section.line, lines.length);
  return lines.filter((_, line) => !gone.has(line)).join('\n');
}

function isMarked({ children }: Token): boolean {
  return (children ?? []).some(({ type, content }) => type === 'text' && INTERNAL_MARK.test(content));
}

/** As written: the tag of a heading says what it becomes below the page's own title. */
function levelOf({ markup }: Token): number {
  return markup.startsWith('#') ? markup.length : markup.startsWith('=') ? 1 : 2;
}
