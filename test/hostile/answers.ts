// What is said of a hostile document that lies beside a good one, in how long, and what was said of it when the expectations were reviewed.
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect } from 'vitest';
import { type LoadedArchive, type LoadOptions, loadArchive } from '../../src/site/load.ts';
import { temporaryFolder } from '../io/temporary.ts';
import { inTime } from '../processor-time.ts';

/** Milliseconds a document may take: five times what is promised of one alone on the machine, since other tests' threads are counted too. What grows with the square of its length takes minutes. */
const LIMIT = 10_000;
/** A document with more problems has the rest counted. */
const MOST_LINES = 6;

export const GOOD = '---\ntitle: The neighbour\nstarted: 2026-01-01T10:00:00Z\n---\n\n## Summary\n\nIt broke and was mended.\n';

/** A folder with the good postmortem in it, and with `files`, until the test is over. */
export function archiveWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return temporaryFolder({ 'good.md': GOOD, ...files });
}

/** Fails where reading takes too long. */
export async function loadInTime(input: string, options: Pick<LoadOptions, 'config'> = {}): Promise<LoadedArchive> {
  return inTime(LIMIT, () => loadArchive({ input, asOf: '2026-11-22', allowErrors: true, ...options }));
}

/** `bad.md:4:1 error unknown-field`, in the order in which they are told. */
export function sayProblems({ diagnostics }: LoadedArchive): string[] {
  const lines = diagnostics.map(({ file, line, column, severity, code }) => {
    const name = file.split('/').at(-1);
    return `${name}:${line}:${column} ${severity} ${code}`;
  });
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more`] : lines;
}

/**
 * The reviewed answers of a file of test/fixtures/hostile, by case. `UPDATE_HOSTILE=1` writes what the cases are answered with now: every line
 * that changes is to be judged by a person before it is committed.
 */
export function reviewed(name: string): { expectAnswer(key: string, answer: readonly string[]): void; keys(): string[] } {
  const file = new URL(`../fixtures/hostile/${name}`, import.meta.url);
  const isUpdate = process.env.UPDATE_HOSTILE === '1';
  const answers: Record<string, readonly string[]> = isUpdate ? {} : JSON.parse(readFileSync(file, 'utf8'));
  if (isUpdate) afterAll(() => writeFileSync(file, writeAnswers(answers)));
  return {
    expectAnswer(key, answer) {
      if (isUpdate) answers[key] = answer;
      expect(answer).toEqual(answers[key]);
    },
    keys: () => Object.keys(answers).sort(),
  };
}

/** A line for every answer, so that a change of one is a change of one line. */
function writeAnswers(answers: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(answers).map(([key, lines]) => {
    const list = lines.map((line) => `\n    ${JSON.stringify(line)}`).join(',');
    return `  ${JSON.stringify(key)}: [${list}${lines.length > 0 ? '\n  ' : ''}]`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}
