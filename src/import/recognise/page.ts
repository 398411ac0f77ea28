// A document laid out, and the questions that every rule asks of it.
import type { Receipt, RecogniseOptions, SourceDocument, Sureness } from '../model.ts';
import { type Language, languageOf } from './language.ts';
import { type Field, readFields } from './layout/fields.ts';
import { type Line, readLines } from './layout/lines.ts';
import { readSections, type Section, within } from './layout/outline.ts';
import type { Role } from './layout/role-names.ts';
import { type Found, findMoments } from './times/find.ts';

export interface Page {
  readonly source: SourceDocument;
  readonly options: RecogniseOptions;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  readonly language: Language;
}

export type Layout = Pick<Page, 'lines' | 'sections' | 'fields'>;

const layouts = new WeakMap<SourceDocument, Layout>();

/** What the look of a document says of it, before anything is asked: read once, also for whoever writes it down again. */
export function layoutOf(source: SourceDocument): Layout {
  const known = layouts.get(source);
  if (known) return known;
  const lines = readLines(firstLines(source.text));
  const sections = readSections(lines);
  const layout = { lines, sections, fields: readFields(lines, sections) };
  layouts.set(source, layout);
  return layout;
}

export function layOut(source: SourceDocument, options: RecogniseOptions): Page {
  const layout = layoutOf(source);
  return { source, options, ...layout, language: languageOf(layout.lines) };
}

/** What comes after so many lines is a log or a dump: a report has said all by then. */
export const MOST_LINES = 10_000;

function firstLines(text: string): string {
  let end = -1;
  for (let count = 0; count < MOST_LINES; count++) {
    end = text.indexOf('\n', end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end);
}

/** The fields whose name a pattern takes, in order; where a text repeats itself, the first is the one its author began with. */
export function fieldsNamed(page: Page, pattern: RegExp): Field[] {
  return page.fields.filter(({ name }) => pattern.test(name));
}

/** Sections of a role that stand in no other of it, with all that is within them. */
export function sectionsOf(page: Page, role: Role): Section[] {
  return page.sections.filter((section) => section.roles.includes(role) && !within(section.parent, role));
}

/** Lines of a section and of those within it, headings among them, without its own. */
export function linesUnder(page: Page, section: Section): readonly Line[] {
  const own = section.lines[0];
  const start = section.at + 1;
  let end = page.lines.length;
  for (let next = section.index + 1; next < page.sections.length; next++) {
    const other = page.sections[next];
    if (other && !isInside(other, section)) {
      end = other.at;
      break;
    }
  }
  const below = page.lines.slice(start, end);
  return section.isRunIn && own ? [own, ...below] : below;
}

function isInside(section: Section, outer: Section): boolean {
  for (let up: Section | undefined = section; up; up = up.parent) if (up === outer) return true;
  return false;
}

const moments = new WeakMap<Line, readonly Found[]>();

/** Dates and times in the words of a line; of code there are none. */
export function momentsIn(line: Line): readonly Found[] {
  if (line.kind === 'code') return [];
  const known = moments.get(line);
  if (known) return known;
  const found = findMoments(line.words);
  moments.set(line, found);
  return found;
}

const LONGEST_QUOTE = 200;

export function receipt<T>(value: T, line: Pick<Line, 'number' | 'words'> | undefined, how: { sure: Sureness; why: string }): Receipt<T> {
  const words = line?.words ?? '';
  return { value, line: line?.number ?? 0, text: words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words, ...how };
}
