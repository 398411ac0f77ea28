// HTML pages: exports of Confluence and Google Docs, and whatever else a browser shows.
import type { ImportNote, Refusal } from '../model.ts';
import { cleanHtml } from './html-clean.ts';
import { readTree } from './html-tree.ts';
import { toMarkdown } from './to-markdown.ts';

/** In characters, of what is left without scripts and embedded images: more text than this is no postmortem. */
const LARGEST = 2_000_000;

export type Converted =
  | { readonly text: string; readonly title: string; readonly author?: string; readonly notes: readonly ImportNote[] }
  | Refusal;

const DROPPED: Readonly<Record<string, string>> = {
  script: 'scripts',
  noscript: 'scripts',
  iframe: 'embedded pages',
  object: 'embedded objects',
  svg: 'drawings',
  math: 'formulas',
  textarea: 'form fields',
  select: 'form fields',
};

export function convertHtml(source: string): Converted {
  const { html, css, dropped, isTooDeep } = cleanHtml(source);
  if (html.length > LARGEST) {
    return {
      code: 'too-large',
      refusal: `The page has ${(html.length / 1e6).toFixed(1)} MB without scripts and images; at most ${LARGEST / 1e6} MB are read.`,
    };
  }
  const { body, title, notes, author } = readTree(html, css);
  const names = new Set([...[...dropped.keys()].flatMap((name) => DROPPED[name] ?? []), ...notes.dropped]);
  const said: ImportNote[] = [];
  if (names.size > 0) said.push({ code: 'left-out', message: `Left out: ${[...names].sort().join(', ')}.`, severity: 'info' });
  if (isTooDeep)
    said.push({ code: 'too-deep', message: 'The page is nested too deep; its inner parts were read as text.', severity: 'warning' });
  return { text: toMarkdown(body), title: pageTitle(title), notes: said, ...(author !== undefined && { author }) };
}

/** Confluence puts the name of the space before, browsers that of the site after. */
function pageTitle(title: string): string {
  return title.replace(/^[^:]{1,60} : (?=\S)/, '').replace(/\s+/g, ' ');
}
