// Problems seen while Markdown is rendered: their texts, and how one is put at its place.
import type { Diagnostic, Place, Severity } from '../model/diagnostic.ts';
import type { MarkdownEnv } from './env.ts';
import type { Spot } from './rules/walk.ts';

/** What the generated list of checks says about a problem. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly bad: string;
  readonly fixed: string;
  message(found: string): string;
  readonly hint: string;
}

export const MARKDOWN_PROBLEMS = [
  {
    code: 'refused-link',
    severity: 'error',
    title: 'A link leads where no page of the archive may lead.',
    why: 'Addresses such as javascript: run in the browser of whoever clicks them. Only http, https, mailto and relative links become links.',
    bad: '[the log](file:///var/log/app.log)',
    fixed: '[the log](./2026-11-20-checkout-errors/app.log)',
    message: (found) => `A link to "${found}" is not allowed and stays text.`,
    hint: 'Link to an https: or mailto: address, or to a file beside this one.',
  },
  {
    code: 'raw-html',
    severity: 'warning',
    title: 'HTML in the text is shown as it is typed.',
    why: 'No HTML of an author reaches a page: it could carry scripts. Readers see the tag itself, or a comment that was not meant for them.',
    bad: 'The limit was <b>512</b>.',
    fixed: 'The limit was **512**.',
    message: (found) => `"${found}" is HTML and is shown to readers as it stands.`,
    hint: 'Write it in Markdown, delete it, or put it in `backticks` if it is meant literally.',
  },
  {
    code: 'remote-image',
    severity: 'warning',
    title: 'An image from another host is shown as a link.',
    why: 'Pages ask no other host for anything, so that reading a postmortem is not reported to anyone and an image cannot vanish.',
    bad: '![Error rate](https://charts.example/1.png)',
    fixed: '![Error rate](./2026-11-20-checkout-errors/error-rate.png)',
    message: (found) => `The image ${found} is on another host: a link stands in its place.`,
    hint: 'Save it in a folder with the name of this file and link to it there.',
  },
  {
    code: 'image-without-alt',
    severity: 'warning',
    title: 'An image has no alternative text.',
    why: 'Whoever cannot see the image learns nothing from it, and search cannot find it.',
    bad: '![](./2026-11-20-checkout-errors/error-rate.png)',
    fixed: '![Error rate rises from 0.1 % to 38 % at 14:02](./2026-11-20-checkout-errors/error-rate.png)',
    message: (found) => `The image ${found} has no alternative text.`,
    hint: 'Say in the square brackets what it shows.',
  },
  {
    code: 'body-too-large',
    severity: 'error',
    title: 'The text is longer than 500,000 characters.',
    why: 'Such a page can be neither read nor searched; such a text is nearly always a log that was pasted in.',
    bad: 'A log of 20,000 lines in the text.',
    fixed: 'The lines that matter, and the whole log as a file in the folder of the incident.',
    message: (found) => `The text is ${found} characters long; at most 500,000 can be rendered.`,
    hint: 'Put logs in a file beside this one and link to it.',
  },
] as const satisfies readonly Problem[];

export type MarkdownProblemCode = (typeof MARKDOWN_PROBLEMS)[number]['code'];

/** Records a problem; `url` is what was found. */
export function report(env: MarkdownEnv, code: MarkdownProblemCode, found: { readonly place: Place; readonly url: string }): void {
  const problem: Problem | undefined = MARKDOWN_PROBLEMS.find((each) => each.code === code);
  if (problem === undefined) return;
  const { severity, hint } = problem;
  env.diagnostics.push({
    file: env.file,
    ...position(env, found.place),
    severity,
    code,
    message: problem.message(shorten(found.url)),
    hint,
  });
}

/** The place of `text` on the line the walk stands on; text of the front matter is at the place of its field. */
export function placeOf(env: MarkdownEnv, spot: Spot, text: string): Place {
  if (env.place !== undefined) return env.place;
  const column = spot.find(text);
  return { line: env.bodyLine + spot.line, ...(column === undefined ? {} : { column }) };
}

function position(env: MarkdownEnv, place: Place): Pick<Diagnostic, 'line' | 'column'> {
  return 'line' in place ? { line: place.line, column: place.column ?? 1 } : { line: env.bodyLine, column: 1 };
}

const LONGEST = 80;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST
    ? `${Array.from(line.slice(0, 2 * LONGEST))
        .slice(0, LONGEST)
        .join('')}…`
    : line;
}
