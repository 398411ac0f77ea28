// One file of a loaded archive with another text: what an edit would make of it, before it is written.
import type { Reading } from '../core/edit/reread.ts';
import { readFrontMatter } from '../core/front-matter/read.ts';
import { compileFile, isRestricted } from './compile-files.ts';
import type { LoadCache, LoadedArchive } from './load.ts';
import { makeRegistry } from './registry.ts';

/** Reads a file of a loaded archive with another text, as often as asked: what it and the checks of it alone make of that. */
export function rereader(path: string, { archive }: LoadedArchive, cache: LoadCache): (text: string) => Reading {
  const { config, asOf } = archive;
  const known = [...cache.files.values()].map(({ frontMatter }) => frontMatter).filter((frontMatter) => !isRestricted(frontMatter, config));
  const registry = makeRegistry(known);
  return (text) => {
    const source = { path, text };
    const { frontMatter, incident, diagnostics } = compileFile(source, readFrontMatter(source, config), {
      config,
      asOf,
      known: cache.files,
      registry,
    });
    return { diagnostics, locate: frontMatter.locate, ...(incident && { incident }) };
  };
}
