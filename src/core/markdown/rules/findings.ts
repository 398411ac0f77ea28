// What stayed text although its author meant more: HTML, and links to places that are refused.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { type MarkdownEnv, ownEnv } from '../env.ts';
import { isAllowedTarget } from '../link-target.ts';
import { placeOf, report } from '../problems.ts';
import { eachInline, type Spot } from './walk.ts';

/** The beginning of a link's target, in each of the three ways to write one. */
const TARGET =
  /(?:\]\(\s*<?|\]:\s*<?|<(?=(?:javascript|vbscript|data|file):))((?:[a-z][a-z0-9+.-]*:|[/\\]{2})(?:[^\s()>]|\([^\s()>]*\))*)/gi;

/** Names of elements only: `<service>` and `List<String>` are text. */
const HTML =
  /<!--|<\/?(?:a|abbr|audio|b|base|blockquote|body|br|button|center|code|details|div|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|kbd|li|link|math|meta|object|ol|p|pre|s|script|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|thead|tr|u|ul|video)(?=[\s/>])[^>]{0,200}>?/i;

/** One warning about HTML per text: a table pasted as HTML is one mistake. */
interface Seen {
  html: boolean;
}

export function findings(md: MarkdownIt): void {
  md.core.ruler.push('findings', (state: StateCore) => {
    const env = ownEnv(state.env);
    const seen: Seen = { html: false };
    eachInline(state, isSuspect, (inline, spot) => {
      for (const child of inline.children ?? []) {
        if (isSuspect(child)) lookAt(child, { env, spot, seen });
        spot.follow(child);
      }
    });
  });
}

/** A cheap look first: nearly all text holds neither. */
function isSuspect(token: Token): boolean {
  const text = token.content;
  return token.type === 'text' && (text.includes('<') || text.includes('](') || text.includes(']:'));
}

function lookAt(token: Token, at: { readonly env: MarkdownEnv; readonly spot: Spot; readonly seen: Seen }): void {
  const text = token.content;
  const found = [...text.matchAll(TARGET)].flatMap(({ 1: url = '', index, 0: { length } }) =>
    isAllowedTarget(url) ? [] : [{ code: 'refused-link' as const, url, end: index + length }],
  );
  const tag = at.seen.html ? null : HTML.exec(text);
  const html = tag === null ? [] : [{ code: 'raw-html' as const, url: tag[0], end: tag.index + tag[0].length }];
  at.seen.html ||= tag !== null;
  // The spot finds pieces in the order of the text only.
  for (const { code, url } of [...found, ...html].sort((a, b) => a.end - b.end)) {
    report(at.env, code, { place: placeOf(at.env, at.spot, url), url });
  }
}
