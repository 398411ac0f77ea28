// What is wrong with a copy of a site, for people: a line a problem, and one line for a setting that many files lack.
import { createColors } from 'picocolors';
import { countOf } from '../../core/text/count.ts';
import type { CopyProblem } from '../../publish/verify/problem.ts';
import type { Manifest } from '../../site/manifest.ts';
import { visible } from './visible.ts';

interface Copy {
  readonly place: string;
  readonly manifest: Manifest;
  readonly problems: readonly CopyProblem[];
}

export function reportCopy({ place, manifest, problems }: Copy, color: boolean): string {
  const { red, yellow, dim } = createColors(color);
  const lines = [...gather(problems).values()].map(([first, ...others]) => {
    const { path, severity, code, message } = first as CopyProblem;
    const more = others.length === 0 ? '' : `; so with ${countOf(others.length, 'other file')}`;
    return `${severity === 'error' ? red(severity) : yellow(severity)} ${dim(code)}  ${visible(path)} ${visible(message)}${more}`;
  });
  const { length: errors } = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.length - errors;
  const counts = [...(errors > 0 ? [countOf(errors, 'error')] : []), ...(warnings > 0 ? [countOf(warnings, 'warning')] : [])];
  const verdict = errors > 0 ? 'not the site of the manifest' : 'every byte as in the manifest';
  const what = `${visible(place)}: ${countOf(manifest.files.length, 'file')}${saySource(manifest)}, ${verdict}`;
  return [...lines, counts.length > 0 ? `${what}; ${counts.join(', ')}` : what].join('\n');
}

/** Files that lack the same header are one line; every file of its own content is its own. */
function gather(problems: readonly CopyProblem[]): Map<string, CopyProblem[]> {
  const groups = new Map<string, CopyProblem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code} ${problem.severity === 'error' ? problem.path : problem.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return groups;
}

export function saySource({ source }: Manifest): string {
  if (source === undefined) return '';
  return ` of commit ${source.commit.slice(0, 12)}${source.modified ? ' with changes' : ''}`;
}
