// A new postmortem out of a template: some values of the front matter filled in, every other character left as it is.
import { isMap, isNode, isScalar, type Pair, parseDocument } from 'yaml';
import { yamlScalar } from '../core/front-matter/yaml-scalar.ts';
import { AppError } from '../io/app-error.ts';

/** What a new file says when the archive has no `_template.md` of its own. */
export const BUILT_IN_TEMPLATE = `---
title:
# One or two sentences, for lists and search results:
# summary:
# severity: SEV2
started:
# The moments of its life, as far as they are known, as 2026-11-20T14:02 or with an offset as 2026-11-20T14:02:00+01:00:
# detected:
# acknowledged:
# mitigated:
# resolved:
# services: []
# teams: []
# tags: []
# detected_by: monitoring
# root_causes: []
status: draft
---

## Summary

[//]: # (What happened, to whom, for how long, and what ended it.)

## Impact

## Timeline

## Root cause

## Resolution

## Lessons

### What went well

### What went wrong

### Where we got lucky

## Action items
`;

/** Values to put into the front matter, in the order in which missing ones are added. */
export type TemplateValues = Readonly<Record<string, string | undefined>>;

export function fillTemplate(template: string, values: TemplateValues): string {
  const text = template.replace(/^\uFEFF/, '');
  const fence = /^---(?:yaml)?[ \t]*\r?\n/.exec(text);
  if (fence === null) return `---\n${newLines(values)}---\n\n${text}`;
  const start = fence[0].length;
  const end = /^---[ \t]*\r?$/m.exec(text.slice(start));
  if (end === null) throw badTemplate('its front matter is not closed by a line of "---"');
  const head = text.slice(start, start + end.index);
  return text.slice(0, start) + fillFields(head, values) + text.slice(start + end.index);
}

function fillFields(head: string, values: TemplateValues): string {
  const document = parseDocument(head, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw badTemplate(error.message);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const edits: Edit[] = [];
  const missing: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const pair = pairs.find(({ key }) => isScalar(key) && key.value === field);
    if (pair === undefined) missing[field] = value;
    else edits.push(editOf(head, pair, value));
  }
  // From the end, so that the places of those still to come stay right.
  edits.sort((a, b) => b.from - a.from);
  const filled = edits.reduce((text, { from, to, text: inserted }) => text.slice(0, from) + inserted + text.slice(to), head);
  return withMissing(filled, missing);
}

/** A field that a template holds as a comment stands in its place; the others follow the title. */
function withMissing(head: string, missing: Record<string, string>): string {
  let text = head;
  const others: Record<string, string> = {};
  for (const [field, value] of Object.entries(missing)) {
    const comment = new RegExp(`^# ?${field}:.*$`, 'm');
    if (comment.test(text)) text = text.replace(comment, () => `${field}: ${yamlScalar(value)}`);
    else others[field] = value;
  }
  return text.replace(/^(?:title:.*\n)?/, (title) => title + newLines(others));
}

/** One stretch of the text and what comes in its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Comments stand outside the range of a value; the line end of a block scalar stands inside. */
function editOf(head: string, { key, value }: Pair, text: string): Edit {
  const [, keyEnd] = rangeOf(key);
  const [from, to] = rangeOf(value);
  const old = head.slice(from, to);
  if (old === '') {
    const colon = head.indexOf(':', keyEnd) + 1;
    return { from: colon, to: colon, text: ` ${yamlScalar(text)}` };
  }
  return { from, to: old.endsWith('\n') ? to - 1 : to, text: yamlScalar(text) };
}

function rangeOf(node: unknown): readonly [from: number, to: number] {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}

function newLines(values: TemplateValues): string {
  return Object.entries(values)
    .map(([field, value]) => (value === undefined ? '' : `${field}: ${yamlScalar(value)}\n`))
    .join('');
}

function badTemplate(why: string): AppError {
  return new AppError('bad-template', `The template _template.md cannot be used: ${why}.`, {
    hint: 'Mend it, or remove it to use the built-in one.',
  });
}
