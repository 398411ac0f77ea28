// Reads fixture texts as markdown-it keeps them: a title, `.`, the input, `.`, the expected HTML, `.`.
import { readFileSync } from 'node:fs';

export interface FixtureCase {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

export function readFixture(name: string): FixtureCase[] {
  const text = readFileSync(new URL(`../../fixtures/markdown/${name}`, import.meta.url), 'utf8');
  const cases: FixtureCase[] = [];
  for (const match of text.matchAll(/^(?!\.$)(.+)\n\.\n([\s\S]*?)\n\.\n([\s\S]*?)^\.$/gm)) {
    cases.push({ title: match[1] ?? '', input: match[2] ?? '', expected: match[3] ?? '' });
  }
  return cases;
}
