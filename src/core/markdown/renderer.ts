// The one door to markdown-it: Markdown in, tokens and HTML that is safe to emit out. Never throws, and no HTML of an author survives.
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
// The bundle: one file instead of sixty is 45 ms less before anything begins. Its types differ from those of plugins in name only.
import bundle from 'markdown-it/dist/index.cjs.js';
import type { RichText } from '../model/incident.ts';
import { type MarkdownEnv, parserEnv } from './env.ts';
import { isAllowedTarget } from './link-target.ts';
import { plainText } from './plain.ts';
import { report } from './problems.ts';
import { alerts } from './rules/alerts.ts';
import { allowances } from './rules/allowances.ts';
import { breaks } from './rules/breaks.ts';
import { code } from './rules/code.ts';
import { direction } from './rules/direction.ts';
import { findings } from './rules/findings.ts';
import { footnotes } from './rules/footnotes.ts';
import { headings } from './rules/headings.ts';
import { incidentLinks } from './rules/incident-links.ts';
import { links } from './rules/links.ts';
import { tables } from './rules/tables.ts';
import { taskLists } from './rules/task-lists.ts';
import { withheld } from './rules/withheld.ts';

/** In characters: what is longer is not rendered, so that no text holds a build up for more than a second or two. */
export const LONGEST_TEXT = 500_000;

/** In the order in which they see a document. */
const RULES = [
  allowances,
  incidentLinks,
  tables,
  direction,
  alerts,
  footnotes,
  taskLists,
  links,
  withheld,
  headings,
  findings,
  code,
  breaks,
];

function makeMarkdown(): MarkdownIt {
  const md = new (bundle as unknown as typeof MarkdownIt)({ html: false, linkify: true });
  // `readme.md` and `example.com` in a text are words; only what begins with http:// and mail addresses are links.
  md.linkify.set({ fuzzyLink: false, fuzzyIP: false });
  // Its own test tries every character of every text for every scheme: a quarter of the whole time.
  md.linkify.pretest = (text) => text.includes('://') || text.includes('@');
  md.validateLink = isAllowedTarget;
  for (const rule of RULES) md.use(rule);
  return md;
}

let shared: MarkdownIt | undefined;

/** Made when first needed: a run that only prints help should not pay for it. */
function markdown(): MarkdownIt {
  shared ??= makeMarkdown();
  return shared;
}

/** The text as markdown-it's tokens; links, headings and problems found are added to `env`. */
export function parseMarkdown(source: string, env: MarkdownEnv): Token[] {
  if (source.length > LONGEST_TEXT) {
    report(env, 'body-too-large', { place: { line: env.bodyLine }, url: String(source.length) });
    return [];
  }
  return markdown().parse(source, parserEnv(env));
}

/** HTML of tokens from `parseMarkdown`, all of them or a run that is complete in itself. */
export function renderTokens(tokens: Token[], env: MarkdownEnv): string {
  const md = markdown();
  return md.renderer.render(tokens, md.options, parserEnv(env));
}

/** One line or paragraph of Markdown: emphasis, code, links; no blocks. */
export function richText(source: string, env: MarkdownEnv): RichText {
  const text = source.trim();
  if (!MARKUP.test(text)) return { source, plain: text, html: markdown().utils.escapeHtml(text) };
  if (text.length > LONGEST_TEXT) {
    report(env, 'body-too-large', { place: env.place ?? { line: env.bodyLine }, url: String(text.length) });
    return { source, plain: '', html: '' };
  }
  const md = markdown();
  const tokens = md.parseInline(text, parserEnv(env));
  return { source, plain: plainText(tokens), html: md.renderer.render(tokens, md.options, parserEnv(env)) };
}

/** Any character that can mean something within a line, and what stands for something withheld; most titles have none of them. */
const MARKUP = /[\\`*_~[\]<&\n\r\0:@!]|redacted-/;
