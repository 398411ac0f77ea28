// What publishing changes, for people: the plan of a dry run, and one line when it is done.
import { createColors } from 'picocolors';
import { countOf, sayCount } from '../../core/text/count.ts';
import { costOf, type Plan } from '../../publish/plan.ts';
import { visible } from './visible.ts';

/** Files shown of each kind; `--format json` has all of them. */
const SHOWN = 20;

export function reportPlan(plan: Plan, color: boolean): string {
  const { green, yellow, red } = createColors(color);
  const kinds = [
    { mark: green('+'), files: plan.added },
    { mark: yellow('~'), files: plan.changed },
    { mark: red('-'), files: plan.removed },
  ];
  return [
    ...kinds.flatMap(({ mark, files }) => [
      ...files.slice(0, SHOWN).map(({ path }) => `${mark} ${visible(path)}`),
      ...(files.length > SHOWN ? [`${mark} … and ${sayCount(files.length - SHOWN)} more`] : []),
    ]),
    sayPlan(plan),
  ].join('\n');
}

export function sayPlan(plan: Plan): string {
  const { added, changed, removed, unchanged } = plan;
  const { bytes } = costOf(plan);
  const counts = `${sayCount(added.length)} added, ${sayCount(changed.length)} changed, ${sayCount(removed.length)} removed`;
  return `${counts}, ${countOf(unchanged, 'file')} unchanged; ${sayBytes(bytes)} new`;
}

function sayBytes(bytes: number): string {
  if (bytes < 1000) return countOf(bytes, 'byte');
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
