// What an edition withholds, as readers meet it: `redacted-1` is marked as such, and an address that held something withheld is no link.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { sayToken } from '../../text/redacted.ts';
import { eachInline } from './walk.ts';

const TOKEN = /\bredacted-(?:\d+|name|incident)\b/g;
const IN_ADDRESS = /redacted-(?:\d+|name|incident)/;

export function withheld(md: MarkdownIt): void {
  md.core.ruler.after('links', 'withheld', markTokens);
  md.renderer.rules[REDACTED] = (tokens, index) => `<span class="redacted">${sayToken(tokens[index]?.content ?? '')}</span>`;
}

/** As its own kind of token, it stays `redacted-1` where only words are taken: what shows them knows it again. */
const REDACTED = 'redacted';

function markTokens(state: StateCore): void {
  if (!state.src.includes('redacted-')) return;
  eachInline(state, isConcerned, (inline) => {
    inline.children = unlinked(inline.children ?? []).flatMap((token) => (token.type === 'text' ? marked(token, state) : token));
  });
}

function isConcerned({ type, content }: Token): boolean {
  return type === 'link_open' || (type === 'text' && IN_ADDRESS.test(content));
}

/** Only addresses outside: pages and images of the site have their names replaced as well. */
function unlinked(children: readonly Token[]): Token[] {
  let isOff = false;
  return children.map((token) => {
    if (token.type === 'link_open') isOff = isElsewhere(String(token.attrGet('href') ?? ''));
    if (!isOff || (token.type !== 'link_open' && token.type !== 'link_close')) return token;
    token.tag = 'span';
    token.type = token.nesting === 1 ? 'missing_open' : 'missing_close';
    token.attrs = token.nesting === 1 ? [['class', 'missing']] : null;
    return token;
  });
}

function isElsewhere(href: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(href) && IN_ADDRESS.test(href);
}

function marked(token: Token, state: StateCore): Token[] {
  const out: Token[] = [];
  let done = 0;
  const push = (type: string, content: string): void => {
    const made = new state.Token(type, '', 0);
    made.content = content;
    out.push(made);
  };
  for (const { 0: found, index } of token.content.matchAll(TOKEN)) {
    if (index > done) push('text', token.content.slice(done, index));
    done = index + found.length;
    // The link that led there named nothing else.
    if (found === 'redacted-incident') push('text', 'another incident');
    else push(REDACTED, found);
  }
  if (done === 0) return [token];
  if (done < token.content.length) push('text', token.content.slice(done));
  return out;
}
