// The surroundings in which test texts are read: an incident of 2024 in an archive of three.
import { type MarkdownEnv, makeEnv, type Registry, type Target } from '../../../src/core/markdown/env.ts';

const TARGETS: readonly (Target & { readonly file: string; readonly aliases: readonly string[] })[] = [
  { id: '2024-01-15-fpm-outage', title: 'Checkout & login down', file: '2024/2024-01-15-fpm-outage.md', aliases: ['INC-1'] },
  { id: '2024-06-01-here', title: 'This one', file: '2024/2024-06-01-here.md', aliases: [] },
  { id: 'odd id/100%?', title: 'Odd "<id>"', file: 'odd.md', aliases: [] },
];

const registry: Registry = {
  resolve: (id) => TARGETS.find((target) => target.id === id || target.aliases.includes(id)),
  resolveFile: (path) => TARGETS.find((target) => target.file === path),
};

/** The body begins on line 10 of its file. */
export function sampleEnv(): MarkdownEnv {
  return makeEnv({ docId: '2024-06-01-here', file: '2024/2024-06-01-here.md', registry, bodyLine: 10 });
}
