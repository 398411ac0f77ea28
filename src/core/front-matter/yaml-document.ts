// The full YAML reader: every error with its place, and the guards against what YAML allows and an archive must not.
import { type Document, isCollection, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, visit, type YAMLError } from 'yaml';
import type { LineColumn } from '../text/line-index.ts';
import { errorAt, type Found, type Problem } from './problem.ts';
import { sayYamlError } from './yaml-errors.ts';
import { sourceOf, type YamlSource } from './yaml-locate.ts';
import { findSlip } from './yaml-slips.ts';
import { findForbidden, TOO_MANY_ALIASES } from './yaml-tokens.ts';

/** One mistake may make a hundred lines wrong; more than these help nobody. */
const MOST_PROBLEMS = 20;

/** Each use of a repeated part is counted with all it holds; ten lines of YAML could otherwise become gigabytes. */
const MOST_REPETITIONS = 50;

export interface YamlReading {
  /** Undefined where problems leave none, null for an empty document. Of a name that is given twice, the value is the last one. */
  readonly value: unknown;
  /** Names that stand twice at the top level: which of their values is meant cannot be told. */
  readonly doubled: readonly string[];
  readonly problems: readonly Problem[];
  readonly source: YamlSource;
}

export function readYamlDocument(source: string): YamlReading {
  const lines = new LineCounter();
  const at = (offset: number): LineColumn => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const { forbidden, isReadable } = findForbidden(source);
  if (!isReadable) {
    lines.addNewLine(0);
    for (let offset = source.indexOf('\n'); offset !== -1; offset = source.indexOf('\n', offset + 1)) lines.addNewLine(offset + 1);
    return {
      value: undefined,
      doubled: [],
      problems: forbidden.map(({ offset, ...said }) => errorAt(at(offset), said.code, said)),
      source: NOWHERE,
    };
  }
  const document = parse(source, lines);
  const found = [...forbidden, ...syntaxErrors(document, source), ...keyProblems(document, at), ...aliasProblems(document)];
  const problems = limit(found.map(({ offset, code, message, hint }) => errorAt(at(offset), code, { message, ...(hint && { hint }) })));
  const text = sourceOf(document, at);
  // What is given twice can still be read, and all else in the document be checked.
  if (problems.some(({ code }) => code !== 'duplicate-key')) return { value: undefined, doubled: [], problems, source: text };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_REPETITIONS });
    return { value, doubled: problems.length > 0 ? doubledNames(document) : [], problems, source: text };
  } catch {
    return {
      value: undefined,
      doubled: [],
      problems: [errorAt(at(firstAlias(document)), 'yaml-repetition', TOO_MANY_ALIASES)],
      source: text,
    };
  }
}

/** A document that was not parsed has no places. */
const NOWHERE: YamlSource = { locate: () => ({ line: 1, column: 1 }), written: () => undefined };

/** Errors here are values: the stack trace of each would cost more than all the rest of a document with thousands of them. */
function parse(source: string, lineCounter: LineCounter): Document.Parsed {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, lineCounter });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function syntaxErrors(document: Document.Parsed, source: string): Found[] {
  const errors = withoutEchoes(document.errors.filter((error) => error.code !== 'TAG_RESOLVE_FAILED'));
  const quotes = errors.some(isUnclosedQuote) ? quotedRanges(document) : [];
  const brackets = errors.some((error) => unclosedBracket(error)) ? bracketRanges(document) : [];
  return errors.map((error) => {
    const [end] = error.pos;
    // An unclosed quote or bracket is noticed lines later or where the document ends, and wrong where it begins.
    const bracket = unclosedBracket(error);
    const ranges = isUnclosedQuote(error) ? quotes : brackets.filter((range) => range[2] === bracket);
    const start = ranges.find((range) => range[0] < end && end <= range[1])?.[0];
    // A directive is noticed by what is missing after it.
    const directive = /directives-end/.test(error.message) ? Math.max(0, source.search(/^%/m)) : undefined;
    return { offset: start ?? directive ?? end, code: 'invalid-yaml', ...(findSlip(error, source) ?? sayYamlError(error)) };
  });
}

/** Where the document is over before its text is, every word of the rest is an error of its own. */
function withoutEchoes(errors: readonly YAMLError[]): readonly YAMLError[] {
  const isOver = errors.some(({ message }) => message.endsWith('at node end'));
  return isOver ? errors.filter(({ message }) => !message.includes(' in YAML stream')) : errors;
}

function isUnclosedQuote(error: YAMLError): boolean {
  return error.message.startsWith('Missing closing');
}

/** The bracket that is missing. */
function unclosedBracket({ message }: YAMLError): string | undefined {
  return /end with a ([\]}])/.exec(message)?.[1];
}

/** Ranges of the last lists and maps in brackets, inner ones first, each with what closes it. */
function bracketRanges(document: Document.Parsed): readonly (readonly [number, number, string])[] {
  const ranges: (readonly [number, number, string])[] = [];
  visit(document, {
    Collection(_, node) {
      if (isCollection(node) && node.flow && node.range) ranges.push([node.range[0], node.range[1], isMap(node) ? '}' : ']']);
    },
  });
  return ranges.slice(-MOST_PROBLEMS).reverse();
}

/** Ranges of the last values in quotes; the unclosed one is among them, for it swallows what follows. */
function quotedRanges(document: Document.Parsed): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range) ranges.push([range[0], range[1]]);
    },
  });
  return ranges.slice(-MOST_PROBLEMS);
}

function keyProblems(document: Document.Parsed, at: (offset: number) => LineColumn): Found[] {
  const found: Found[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const pair of map.items) {
        const offset = offsetOf(pair);
        const problem = isScalar(pair.key) ? nameProblem(String(pair.key.value ?? ''), pair) : NO_NAME;
        if (problem) found.push({ offset, ...problem });
        if (!isScalar(pair.key)) continue;
        const name = String(pair.key.value ?? '');
        const first = seen.get(name);
        if (first === undefined) seen.set(name, offset);
        else found.push({ offset, ...givenTwice(name, at(first).line) });
      }
    },
  });
  return found;
}

function doubledNames({ contents }: Document.Parsed): string[] {
  if (!isMap(contents)) return [];
  const names = contents.items.map(({ key }) => (isScalar(key) ? String(key.value ?? '') : ''));
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

/** Aliases that lead nowhere, or to a part that holds them. */
function aliasProblems(document: Document.Parsed): Found[] {
  const found: Found[] = [];
  visit(document, {
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      const offset = alias.range?.[0] ?? 0;
      if (target === undefined) found.push({ offset, code: 'invalid-yaml', ...UNKNOWN_ALIAS });
      else if (ancestors.includes(target)) found.push({ offset, code: 'yaml-repetition', ...CIRCLE });
    },
  });
  return found;
}

const UNKNOWN_ALIAS = {
  message: 'A value that begins with `*` repeats another part, and none has this name.',
  hint: 'Put the value in quotes.',
};
const CIRCLE = { message: 'An alias (`*name`) repeats the part it stands in.', hint: 'Write the value out.' };

function firstAlias(document: Document.Parsed): number {
  let first = 0;
  visit(document, {
    Alias(_, alias) {
      first = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return first;
}

const NO_NAME = { code: 'invalid-yaml', message: 'The name of a field must be a plain word, not a list or a map.' };

function nameProblem(name: string, pair: Pair): Omit<Found, 'offset'> | undefined {
  if (name === '') return { code: 'invalid-yaml', message: 'A value without a name before its colon.', hint: 'Write `name: value`.' };
  if (name === '__proto__' || name === 'constructor' || name === 'prototype') {
    return { code: 'unsafe-key', message: `"${name}" cannot be the name of a field.`, hint: 'Choose another name.' };
  }
  if (name === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
    return { code: 'yaml-merge-key', message: 'Merge keys (`<<`) are not read.', hint: 'Write the fields out.' };
  }
  return undefined;
}

function givenTwice(name: string, line: number): Omit<Found, 'offset'> {
  return { code: 'duplicate-key', message: `"${name}" is given twice: it stands in line ${line} already.`, hint: 'Keep one of the two.' };
}

function offsetOf(pair: Pair): number {
  return isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
}

/** In order of place, one of a kind per place, and no more than anyone reads. */
function limit(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const distinct = [...new Map(sorted.map((problem) => [`${problem.line} ${problem.column} ${problem.code}`, problem])).values()];
  const last = distinct[MOST_PROBLEMS - 1];
  if (distinct.length <= MOST_PROBLEMS || last === undefined) return distinct;
  const message = `… and ${distinct.length - MOST_PROBLEMS} more problems of the YAML below.`;
  return [...distinct.slice(0, MOST_PROBLEMS), { ...last, code: 'invalid-yaml', message, hint: 'Mend those above first.' }];
}
