// Sections of which the comment that a template put there is all there is.
import type { Section } from '../../model/incident.ts';
import type { IncidentRule } from '../rule.ts';
import { sayList, sayShort } from '../say.ts';

export const templateText: IncidentRule = {
  code: 'template-text',
  severity: 'warning',
  title: 'A section holds nothing but the comment of the template.',
  why: 'Whoever reads the page sees a heading with nothing below it, and cannot tell whether there was nothing to say or nobody said it.',
  bad: '## Impact\n\n[//]: # (Who could not do what, how many of them, from when to when.)',
  fixed: '## Impact\n\n38 % of checkouts failed for 22 minutes.',
  check({ sections }, { body, bodyLine, report }) {
    if (!body.includes(']: #')) return;
    const lines = body.split('\n');
    const untouched = sections.flatMap((section, index) => {
      const end = (sections[index + 1]?.line ?? bodyLine + lines.length) - bodyLine;
      const line = isBare(section) ? commentLine(lines, section.line + 1 - bodyLine, end) : undefined;
      return line === undefined ? [] : [{ title: section.heading?.title ?? '', line: line + bodyLine }];
    });
    const [first] = untouched;
    if (first === undefined) return;
    const names = sayList(untouched.slice(0, 5).map(({ title }) => sayShort(title)));
    const [many, what] = untouched.length === 1 ? ['section', 'it'] : ['sections', 'them'];
    const more = untouched.length > 5 ? `, and ${untouched.length - 5} more,` : '';
    const message = `The ${many} ${names}${more} ${untouched.length === 1 ? 'holds' : 'hold'} only what the template says.`;
    report({ line: first.line }, message, { hint: `Write ${what}, say that there was nothing, or delete ${what}.` });
  },
};

function isBare({ heading, html, subheadings }: Section): boolean {
  return heading !== undefined && html === '' && subheadings.length === 0;
}

/** `[//]: # (…)` shows nowhere: it is how Markdown writes a comment. */
const COMMENT = /^ {0,3}\[(?:\/\/|#|comment)\]: *#/i;

/** The line of the first comment between two lines, where nothing else stands there. */
function commentLine(lines: readonly string[], start: number, end: number): number | undefined {
  let first: number | undefined;
  for (let index = start; index < end; index++) {
    const isFirstOfBlock = (lines[index] ?? '').trim() !== '' && (index === start || (lines[index - 1] ?? '').trim() === '');
    if (!isFirstOfBlock) continue;
    if (!COMMENT.test(lines[index] ?? '')) return undefined;
    first ??= index;
  }
  return first;
}
