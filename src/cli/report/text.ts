// Problems for people: a line each, in the form that editors and terminals turn into links, with what to do about it below.

import { createColors } from 'picocolors';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { EditionName } from '../../core/model/edition.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import type { Findings, ReportStyle } from './formats.ts';
import { visible } from './visible.ts';

export function reportText(findings: Findings, { color }: ReportStyle): string {
  const { diagnostics, restricted, allowed } = findings;
  const last = [...listAllowed(allowed, color), summary(findings), ...sayRestricted(restricted)].join('\n');
  return diagnostics.length === 0 ? last : `${listProblems(diagnostics, color)}\n\n${last}`;
}

/** The problems alone, those of one file together. */
export function listProblems(diagnostics: readonly Diagnostic[], color: boolean): string {
  return groupByFile(diagnostics)
    .map((group) => group.map((diagnostic) => sayProblem(diagnostic, color)).join('\n'))
    .join('\n\n');
}

/** Every one of them, every time: nobody looks for what is not shown. */
function listAllowed(allowed: Findings['allowed'], color: boolean): string[] {
  if (allowed.length === 0) return [];
  const { bold, dim } = createColors(color);
  const lines = allowed.map(
    ({ file, line, column, message, reason }) =>
      `${bold(visible(file))}:${line}:${column} ${dim('allowed')}  ${visible(message)} Reason: ${visible(reason)}`,
  );
  return [...lines, '', `${countOf(allowed.length, 'credential')} ${allowed.length === 1 ? 'is' : 'are'} allowed, with the reasons above.`];
}

function groupByFile(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.file);
    if (group === undefined) groups.set(diagnostic.file, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()];
}

function sayProblem({ file, line, column, severity, code, message, hint }: Diagnostic, color: boolean): string {
  const { bold, dim, red, yellow } = createColors(color);
  const mark = severity === 'error' ? red : yellow;
  const first = `${bold(visible(file))}:${line}:${column} ${mark(severity)} ${dim(code)}  ${visible(message)}`;
  return hint === undefined ? first : `${first}\n    ${dim(visible(hint))}`;
}

/** Problems may also stand in the configuration, or be about a folder: counted are postmortems, of those that were checked. */
function summary({ diagnostics, checked }: Findings): string {
  const looked = `${countOf(checked.length, 'postmortem')} checked`;
  if (diagnostics.length === 0) return `${looked}, no problems.`;
  const places = new Set(diagnostics.map(({ file }) => file));
  const faulty = checked.filter((file) => places.has(file)).length;
  return `${countProblems(diagnostics)}. ${looked}, ${faulty === 0 ? 'none' : sayCount(faulty)} with problems.`;
}

/** Nothing when there is none: a line of its own that scripts and people find. */
export function sayRestricted(count: number): string[] {
  return count === 0 ? [] : [`${countOf(count, 'restricted incident')} ${count === 1 ? 'is' : 'are'} in no page.`];
}

/** `3 errors, 1 warning`. */
export function countProblems(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts = [...(errors > 0 ? [countOf(errors, 'error')] : []), ...(warnings > 0 ? [countOf(warnings, 'warning')] : [])];
  return parts.join(', ');
}

export function sayWithheld(count: number, edition: EditionName): string[] {
  return count === 0 ? [] : [`${countOf(count, 'other incident')} ${count === 1 ? 'is' : 'are'} not in the ${edition} edition.`];
}
