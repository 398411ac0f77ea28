// What `hindsight serve` shows at the moment: the site, what keeps it from being built, or why building failed.
import type { EditionName } from '../../core/model/edition.ts';
import { countOf } from '../../core/text/count.ts';
import { randomName } from '../../io/atomic.ts';
import { stopwatch } from '../../io/clock.ts';
import { note, wantsColor } from '../../io/log.ts';
import { explainSystemError } from '../../io/system-error.ts';
import type { BuildResult } from '../../site/build.ts';
import { type ArchiveOptions, type ArchivePaths, archivePaths } from '../archive-paths.ts';
import { countProblems, listProblems } from '../report/text.ts';
import { type Builder, startBuilder } from './builder.ts';
import { failurePage, problemsPage } from './live-pages.ts';
import type { BuildReply } from './messages.ts';
import { startLoop } from './rebuild-loop.ts';

export interface SessionOptions extends ArchiveOptions {
  readonly edition: EditionName;
}

export type Shown =
  | { readonly kind: 'site'; readonly folder: string; readonly build: string }
  /** Instead of every page. Pages of the site before it, in `before`, may still be open and ask for their parts. */
  | { readonly kind: 'page'; readonly html: string; readonly build: string; readonly before?: string };

export interface Session {
  /** Resolves when no build is under way: half a site is never shown. */
  readonly shown: () => Promise<Shown>;
  /** Builds again: with a new process when Hindsight's own code changed. */
  readonly rebuild: (because: 'content' | 'code') => void;
}

/** Builds nothing until it is told to. `onBuild` hears of each build when it is done. */
export function startSession(options: SessionOptions, onBuild: (build: string) => void): Session {
  const builder = startBuilder();
  // Told apart from the builds of an earlier server on the same port, whose pages may still be open.
  const name = randomName();
  let builds = 0;
  let isCodeStale = false;
  let shown: Shown = { kind: 'page', html: failurePage('There was no build yet.'), build: name };

  const loop = startLoop(async () => {
    if (isCodeStale) builder.replace();
    isCodeStale = false;
    const before = shown.kind === 'site' ? shown.folder : shown.before;
    const built = await buildOnce(options, builder, `${name}-${++builds}`);
    shown = built.kind === 'page' && before !== undefined ? { ...built, before } : built;
    onBuild(shown.build);
  });
  return {
    shown: async () => {
      await loop.idle();
      return shown;
    },
    rebuild: (because) => {
      if (because === 'code') isCodeStale = true;
      loop.request();
    },
  };
}

async function buildOnce(options: SessionOptions, builder: Builder, build: string): Promise<Shown> {
  const elapsed = stopwatch();
  try {
    // Anew each time: the configuration may have come or gone.
    const paths = archivePaths(options);
    const reply = await builder.build({
      input: paths.input,
      edition: options.edition,
      ...(paths.config !== undefined && { config: paths.config }),
    });
    if (reply.kind === 'failed') return { ...showFailure(reply), build };
    if (reply.result.pages === 0) return { ...showProblems(reply.result, paths), build };
    note(`Built ${countOf(reply.result.incidents, 'incident')} in ${(elapsed() / 1000).toFixed(2)} s.`);
    return { kind: 'site', folder: builder.folder(), build };
  } catch (error) {
    return { ...showFailure({ text: explainSystemError(error, process.cwd())?.message ?? String(error) }), build };
  }
}

function showProblems({ diagnostics }: BuildResult, { show }: ArchivePaths): Omit<Shown & { kind: 'page' }, 'build'> {
  const shown = diagnostics.map((diagnostic) => ({ ...diagnostic, file: show(diagnostic.file) }));
  const errors = shown.filter(({ severity }) => severity === 'error');
  note(`${listProblems(errors, wantsColor('stderr'))}\n\n${countProblems(errors)}; the browser shows them until they are mended.`);
  return { kind: 'page', html: problemsPage(shown) };
}

function showFailure({ text }: Pick<BuildReply & { kind: 'failed' }, 'text'>): Omit<Shown & { kind: 'page' }, 'build'> {
  note(`The site could not be built:\n${text}`);
  return { kind: 'page', html: failurePage(text) };
}
