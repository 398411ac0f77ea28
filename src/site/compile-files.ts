// The files of an archive one by one, as far as each can be understood alone: fields, text, links, and the checks of it.
import { asItStood, type LastMoment } from '../core/archive/as-it-stood.ts';
import { runIncidentRules } from '../core/check/index.ts';
import { compileIncident } from '../core/compile.ts';
import { type FrontMatter, readFrontMatter } from '../core/front-matter/read.ts';
import type { Registry } from '../core/markdown/env.ts';
import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { Incident, Linking } from '../core/model/incident.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import type { Day } from '../core/model/timestamp.ts';
import type { SourceFile } from '../io/read-archive.ts';
import { type Lookup, makeRegistry, stillAnswered, trackLookups } from './registry.ts';

/** One file, with what it asked about the others. */
export interface CompiledFile {
  readonly source: SourceFile;
  readonly frontMatter: FrontMatter;
  readonly incident?: Incident;
  readonly unread?: Linking;
  readonly diagnostics: readonly Diagnostic[];
  readonly lookups: readonly Lookup[];
  /** Where it is read as it stood on a day: what it has of later. */
  readonly later?: { readonly isWhole: boolean; readonly reopened: number };
}

export interface CompileContext {
  readonly config: SiteConfig;
  readonly asOf: Day;
  /** What was compiled before; replaced by what is compiled now. */
  readonly known: Map<string, CompiledFile>;
  /** Files that are left out: no link leads to them. */
  readonly leftOut?: ReadonlySet<string>;
  /** An edition has been cut: whatever is still there may be linked to. */
  readonly isWhole?: boolean;
  /** What the dates in a file put after it has not happened. */
  readonly last?: LastMoment;
  /** What else is withheld than the file itself says. */
  readonly guard?: (frontMatter: FrontMatter) => FrontMatter;
}

export function isRestricted(frontMatter: FrontMatter | undefined, config: SiteConfig): boolean {
  return (frontMatter?.data?.visibility ?? config.visibility) === 'restricted';
}

export function compileAll(sources: readonly SourceFile[], context: CompileContext): CompiledFile[] {
  const { config, guard = (frontMatter) => frontMatter } = context;
  const read = sources.map((source) => {
    const known = context.known.get(source.path);
    return { source, known, frontMatter: known?.source === source ? known.frontMatter : guard(readFrontMatter(source, config)) };
  });
  // A link to a restricted incident stays text: neither its page nor its title is in the site.
  const linkable = read.filter(
    ({ frontMatter }) => (context.isWhole || !isRestricted(frontMatter, config)) && !context.leftOut?.has(frontMatter.file),
  );
  const registry = makeRegistry(linkable.map(({ frontMatter }) => frontMatter));
  const files = read.map(({ source, known, frontMatter }) =>
    known?.frontMatter === frontMatter && stillAnswered(registry, known.lookups)
      ? known
      : compileFile(source, frontMatter, { ...context, registry }),
  );
  context.known.clear();
  for (const file of files) context.known.set(file.source.path, file);
  return files;
}

export function compileFile(source: SourceFile, frontMatter: FrontMatter, context: CompileContext & { registry: Registry }): CompiledFile {
  const { config, asOf, last } = context;
  const { registry, lookups } = trackLookups(context.registry);
  const { incident: written, unread, diagnostics } = compileIncident(frontMatter, { config, registry });
  const stood = written && last && asItStood(written, last);
  const incident = stood ? stood.incident : written;
  const later = stood?.isOther ? { isWhole: incident === undefined, reopened: stood.reopened } : undefined;
  // Nobody could have written it by then, let alone mend it.
  if (later?.isWhole) return { source, frontMatter, diagnostics: [], lookups, later };
  const checks = incident === undefined ? [] : runIncidentRules(incident, { ...frontMatter, config, asOf });
  return {
    source,
    frontMatter,
    ...(incident && { incident }),
    ...(unread && { unread }),
    diagnostics: [...frontMatter.diagnostics, ...diagnostics, ...checks],
    lookups,
    ...(later && { later }),
  };
}
