// Slips of the pen that YAML takes for something else: a blank too many or too few. The lines show what was meant, and where.
import type { YAMLError } from 'yaml';

interface Slip {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const FIELD = /^ *[\w-]+:(?=\s|$)/;
/** `started:2026-11-20`, but not `https://` */
const NO_SPACE = /^ *(?:- )?[\w-]+:[^\s:/]/;
const BLOCK_TEXT = /: +[|>][-+\d]*\s*$/;
/** Fields are short; a line of thousands of mistakes must not be read thousands of times. */
const NEAR = 300;
const SAME_COLUMN = 'Fields of one level begin in the same column.';

/** What is said of a line whose colon has no space after it. */
export const NO_SPACE_AFTER_COLON = { message: 'The colon after the name has no space behind it.', hint: 'Write `name: value`.' };

export function hasNoSpaceAfterColon(line: string): boolean {
  return NO_SPACE.test(line);
}

/** Undefined where the error is none of these. */
export function findSlip({ code, message, pos: [offset] }: YAMLError, source: string): Slip | undefined {
  const near = source.slice(Math.max(0, offset - NEAR), offset);
  const start = offset - near.length + near.lastIndexOf('\n') + 1;
  const line = lineAt(source, start);
  const isNoKey = code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys');
  if (isNoKey && offset === start && NO_SPACE.test(line)) return { offset, ...NO_SPACE_AFTER_COLON };
  if (isNoKey && offset === start && BLOCK_TEXT.test(lineBefore(source, start))) {
    return {
      offset,
      message: 'The text of the field above begins here, and is not indented.',
      hint: 'Indent each of its lines by two spaces.',
    };
  }
  if (message.endsWith('at node end') && offset === start && FIELD.test(line)) {
    return { offset, message: 'The field begins left of those above.', hint: SAME_COLUMN };
  }
  return code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY' ? indentedField(source, start, offset) : undefined;
}

/** `title: Down`, and below it `  started: …`: the second line is read as more of the title. */
function indentedField(source: string, start: number, offset: number): Slip | undefined {
  const line = lineAt(source, start);
  if (!FIELD.test(line) || /:\s/.test(source.slice(offset, start + line.length))) return undefined;
  const below = lineAt(source, start + line.length + 1);
  const indent = below.search(/\S/);
  if (!FIELD.test(below) || indent <= line.search(/\S/)) return undefined;
  const at = start + line.length + 1 + indent;
  return { offset: at, message: 'The line is indented, and so is part of the value above it.', hint: SAME_COLUMN };
}

/** The line, or as much of it as is looked at. */
function lineAt(source: string, start: number): string {
  const [line = ''] = source.slice(start, start + NEAR).split('\n', 1);
  return line;
}

function lineBefore(source: string, start: number): string {
  return (
    source
      .slice(Math.max(0, start - NEAR), Math.max(0, start - 1))
      .split('\n')
      .at(-1) ?? ''
  );
}
