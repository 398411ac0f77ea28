// Footnotes: markdown-it-footnote reads them; here they are moved to the end and rendered.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { slugify } from '../../text/slug.ts';
import { ownEnv } from '../env.ts';

interface Footnote {
  readonly label: string;
  /** How often it is referred to. */
  readonly count: number;
}

export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  // `^[…]` nests without a limit, which overflows the stack; GitHub does not know it either.
  md.inline.ruler.disable('footnote_inline');
  // The plugin's own rule copies the whole document once per footnote.
  md.core.ruler.at('footnote_tail', moveToEnd);
  Object.assign(md.renderer.rules, RENDERERS);
  md.renderer.rules.footnote_anchor_name = (tokens, index, _options, env) => {
    return `-${slugify(String(env?.docId ?? ''))}-${Number(tokens[index]?.meta?.id) + 1}`;
  };
}

const RENDERERS: MarkdownIt['renderer']['rules'] = {
  footnote_ref: (tokens, index, options, env, self) => {
    const meta = tokens[index]?.meta;
    const name = self.rules.footnote_anchor_name?.(tokens, index, options, env, self);
    const again = Number(meta?.subId) > 0 ? `-${Number(meta?.subId) + 1}` : '';
    const number = Number(meta?.id) + 1;
    return `<sup class="footnote-ref"><a href="#_fn${name}" id="_fnref${name}${again}" aria-label="Footnote ${number}">${number}</a></sup>`;
  },
  footnote_block_open: () => '<section class="footnotes" aria-label="Footnotes">\n<ol>\n',
  footnote_block_close: () => '</ol>\n</section>\n',
  footnote_open: (tokens, index, options, env, self) =>
    `<li id="_fn${self.rules.footnote_anchor_name?.(tokens, index, options, env, self)}">\n`,
  footnote_close: () => '</li>\n',
  footnote_anchor: (tokens, index, options, env, self) => {
    const meta = tokens[index]?.meta;
    const name = self.rules.footnote_anchor_name?.(tokens, index, options, env, self);
    const again = Number(meta?.subId) > 0 ? `-${Number(meta?.subId) + 1}` : '';
    return ` <a href="#_fnref${name}${again}" class="footnote-back" aria-label="Back to the text">\u21a9\uFE0E</a>`;
  },
};

function moveToEnd(state: StateCore): void {
  const found = state.env.footnotes as { list?: readonly Footnote[] } | undefined;
  if (found === undefined) return;
  const { body, definitions } = takeOut(state.tokens);
  if (found.list !== undefined) {
    body.push(new state.Token('footnote_block_open', '', 1));
    found.list.forEach((note, id) => {
      for (const token of written(state, { note, id, tokens: definitions.get(note.label) ?? [] })) body.push(token);
    });
    body.push(new state.Token('footnote_block_close', '', -1));
    const { anchors, docId } = ownEnv(state.env);
    for (const id of found.list.keys()) anchors.add(`_fn-${slugify(docId)}-${id + 1}`);
  }
  state.tokens = body;
}

/** The document without its definitions, and the definitions by label. */
function takeOut(tokens: readonly Token[]): { body: Token[]; definitions: Map<string, Token[]> } {
  const body: Token[] = [];
  const definitions = new Map<string, Token[]>();
  /** A definition may stand inside another: the inner one ends before the outer goes on. */
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const inside: Token[] = [];
      definitions.set(String(token.meta?.label), inside);
      open.push(inside);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else (open.at(-1) ?? body).push(token);
  }
  return { body, definitions };
}

function written(state: StateCore, footnote: { readonly note: Footnote; readonly id: number; readonly tokens: readonly Token[] }): Token[] {
  const make = (type: string, nesting: -1 | 0 | 1, subId = 0): Token => {
    const token = new state.Token(type, '', nesting);
    token.meta = { id: footnote.id, subId };
    return token;
  };
  const last = footnote.tokens.at(-1);
  const backs = Array.from({ length: Math.max(1, footnote.note.count) }, (_, subId) => make('footnote_anchor', 0, subId));
  const isParagraph = last?.type === 'paragraph_close';
  const content = isParagraph ? [...footnote.tokens.slice(0, -1), ...backs, last] : [...footnote.tokens, ...backs];
  return [make('footnote_open', 1), ...content, make('footnote_close', -1)];
}
