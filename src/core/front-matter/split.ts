// Splits a file into front matter and body. gray-matter does it, behind a guard: by default it would run `---js` front matter, take any
// line that begins with three dashes for the end, and swallow the whole file when the end is missing.
import matter from 'gray-matter';
import { errorAt, type Problem } from './problem.ts';

/** In UTF-16 units. No postmortem comes near it, and everything later may rely on it. */
const LARGEST_FRONT_MATTER = 256 * 1024;

/** gray-matter looks for comments with a pattern whose cost is the square of a stretch of blank text. */
const LONGEST_BLANK = 1000;

export interface Split {
  /** The front matter with the line break before it, so that its line numbers are those of the file. */
  readonly front: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** A file without usable front matter; its text is absent where nobody can tell where it begins. */
export interface Unsplit {
  readonly problem: Problem;
  readonly rest?: Pick<Split, 'body' | 'bodyLine'>;
}

/** Splits a text whose lines end in LF. */
export function splitFrontMatter(text: string): Split | Unsplit {
  const opening = firstLine(text);
  const isOpened = opening === '---' || opening === '---yaml';
  const fault = isOpened ? findFault(text, opening) : badOpening(text, opening);
  if (fault) {
    const rest = restOf(text);
    return { problem: fault, ...(rest && { rest }) };
  }

  let front = '\n';
  const { content } = matter(text, {
    language: 'yaml',
    engines: {
      ...DENIED,
      yaml: {
        parse(source) {
          front = source;
          return {};
        },
        stringify: refuse,
      },
    },
  });
  return { front, body: content, bodyLine: countLines(text.slice(0, text.length - content.length)) };
}

/** The text below front matter that is closed though something else is wrong with it; all of a file that has none, in whatever language. */
function restOf(text: string): Unsplit['rest'] {
  const [fence] = /^\s*---.*(?=\n|$)/.exec(text) ?? [];
  if (fence === undefined) return /^\s*(?:\+\+\+|\{)/.test(text) ? undefined : { body: text, bodyLine: 1 };
  const [closing, ...more] = text.slice(fence.length).split(/\n---[ \t]*(?=\n)/, 2);
  if (closing === undefined || more.length === 0) return undefined;
  const end = text.indexOf('\n', fence.length + closing.length + 1) + 1;
  return { body: text.slice(end), bodyLine: countLines(text.slice(0, end)) };
}

function refuse(): never {
  throw new Error('Only YAML front matter is read.');
}

/** Every language gray-matter knows by name, and what would be found on the prototype of its list of engines. */
const DENIED = Object.fromEntries(
  ['js', 'javascript', 'json', 'coffee', 'coffeescript', 'cson', 'toml', ...Object.getOwnPropertyNames(Object.prototype)]
    .filter((name) => name !== '__proto__')
    .map((name) => [name, { parse: refuse, stringify: refuse }]),
);

/** What is wrong after a good first line, if anything. */
function findFault(text: string, opening: string): Problem | undefined {
  const fence = text.indexOf('\n---', opening.length);
  const end = fence === -1 ? text.length : fence;
  const closing = fence === -1 ? undefined : firstLine(text.slice(fence + 1, fence + 200));
  if (closing !== '---') return badClosing(text, { fence, closing });
  if (end > LARGEST_FRONT_MATTER) {
    const message = `The front matter is ${Math.round(end / 1024)} kB long; at most ${LARGEST_FRONT_MATTER / 1024} kB are read.`;
    return errorAt(START, 'front-matter-too-large', { message, hint: 'Move long text into the body.' });
  }
  const blank = findLongBlank(text.slice(0, end));
  if (blank === undefined) return undefined;
  const message = `The front matter has more than ${LONGEST_BLANK} blank characters in a row.`;
  return errorAt({ line: countLines(text.slice(0, blank)), column: 1 }, 'front-matter-too-large', { message, hint: 'Delete them.' });
}

const START = { line: 1, column: 1 };

function badOpening(text: string, opening: string): Problem {
  if (text.trim() === '') {
    return errorAt(START, 'no-front-matter', {
      message: 'The file is empty.',
      hint: 'Begin with `---`, `title: …` and `started: …`, and close with `---`.',
    });
  }
  if (opening.startsWith('----')) {
    const message = `Front matter begins with exactly three dashes; the first line has "${shorten(opening)}".`;
    return errorAt(START, 'bad-fence', { message, hint: 'Write `---`.' });
  }
  if (opening.startsWith('---')) {
    const rest = opening.slice(3);
    const blank = rest.trim() === '';
    const message = blank
      ? 'The first line has blanks after its three dashes.'
      : `Only YAML front matter is read; the first line asks for "${shorten(rest.trim())}".`;
    return errorAt({ line: 1, column: 4 }, 'bad-fence', { message, hint: 'Write `---` alone on the first line.' });
  }
  return errorAt(START, 'no-front-matter', { message: 'The file does not begin with front matter.', hint: missingHint(text, opening) });
}

function missingHint(text: string, opening: string): string {
  if (/^\s+---\s/.test(text)) return 'Delete what stands before the first `---`: it must be the first line of the file.';
  if (opening.startsWith('+++')) return 'TOML is not read: write the fields as YAML between two lines of `---`.';
  if (opening.startsWith('{')) return 'JSON is not read: write the fields as YAML between two lines of `---`.';
  return 'Put `---`, `title: …`, `started: …` and another `---` before the text.';
}

function badClosing(text: string, found: { readonly fence: number; readonly closing: string | undefined }): Problem {
  if (found.closing === undefined) {
    const hint = /\n\.\.\.[ \t]*(\n|$)/.test(text) ? 'Close it with `---` instead of `...`.' : 'Put a line of `---` after the last field.';
    return errorAt(START, 'unclosed-front-matter', { message: 'The front matter is not closed: no later line is `---`.', hint });
  }
  const message = `Front matter is closed by a line of exactly three dashes; this one is "${shorten(found.closing)}".`;
  const hint =
    found.closing.trim() === '---' ? 'Delete the blanks after the dashes.' : 'Write `---`, or indent the line if it belongs to a value.';
  return errorAt({ line: countLines(text.slice(0, found.fence + 1)), column: 1 }, 'bad-fence', { message, hint });
}

function findLongBlank(text: string): number | undefined {
  if (text.length <= LONGEST_BLANK) return undefined;
  for (const run of text.matchAll(/\s+/g)) if (run[0].length > LONGEST_BLANK) return run.index;
  return undefined;
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

/** Number of the line on which the end of `text` stands. */
function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
