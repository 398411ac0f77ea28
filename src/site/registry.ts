// All incidents as links see them, and a view of them that remembers what it was asked.
import type { Registry, Target } from '../core/markdown/env.ts';

/** What the registry needs to know of a file before any body is read. */
export interface Entry {
  readonly file: string;
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title?: string;
}

/** Of two files that claim one id or alias the first wins; a check names both. */
export function makeRegistry(entries: readonly Entry[]): Registry {
  const byName = new Map<string, Target>();
  const byFile = new Map<string, Target>();
  for (const { file, id, title } of entries) {
    const target = { id, title: title ?? id };
    byFile.set(file, target);
    if (!byName.has(id)) byName.set(id, target);
  }
  for (const { id, aliases } of entries) {
    for (const alias of aliases) if (!byName.has(alias)) byName.set(alias, byName.get(id) ?? { id, title: id });
  }
  return { resolve: (name) => byName.get(name), resolveFile: (path) => byFile.get(path) };
}

/** One question and the answer it got. */
export interface Lookup {
  readonly kind: 'resolve' | 'resolveFile';
  readonly name: string;
  readonly answer: string;
}

/** Passes every question on and writes it down: a file has to be read again only when one of its answers would be another. */
export function trackLookups(registry: Registry): { readonly registry: Registry; readonly lookups: readonly Lookup[] } {
  const lookups: Lookup[] = [];
  const ask = (kind: Lookup['kind'], name: string): Target | undefined => {
    const target = registry[kind](name);
    lookups.push({ kind, name, answer: sayTarget(target) });
    return target;
  };
  return { registry: { resolve: (name) => ask('resolve', name), resolveFile: (path) => ask('resolveFile', path) }, lookups };
}

export function stillAnswered(registry: Registry, lookups: readonly Lookup[]): boolean {
  return lookups.every(({ kind, name, answer }) => sayTarget(registry[kind](name)) === answer);
}

function sayTarget(target: Target | undefined): string {
  return target === undefined ? '' : `${target.id}\n${target.title}`;
}
