// The Eleventy configuration: which folders it reads, how TypeScript pages render, and what happens before and after it writes.
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EleventyConfig } from '@11ty/eleventy';
import { JsxElement } from '../../_includes/jsx/jsx-runtime.ts';
import type { SiteConfig } from '../core/model/site-config.ts';
import { searchHeadOf } from '../core/search/build.ts';
import { countOf } from '../core/text/count.ts';
import { note, print } from '../io/log.ts';
import { finishSite } from './finish.ts';
import { type BuildJob, defaultJob } from './job.ts';
import { keptPage } from './kept-pages.ts';
import { renderPage } from './render-html.ts';
import { MANY_INCIDENTS, makeWriter } from './writer.ts';

/** Folders, relative to the input folder where Eleventy wants them so. */
export const config = {
  dir: { input: 'src/pages', includes: '../../_includes', data: '../../_data' },
  templateFormats: ['11ty.ts', '11ty.tsx'],
};

/**
 * Registers everything with Eleventy. The job (the loaded archive and where it came from) is handed in by the command line as global data;
 * `npx @11ty/eleventy` brings none and gets the default one: `postmortems/` and `_data/site.yaml`.
 */
export default async function configure(eleventy: EleventyConfig): Promise<void> {
  const job = (eleventy.globalData.job as BuildJob | undefined) ?? (await defaultJob());
  eleventy.setUseGitIgnore(false);
  eleventy.setQuietMode(true);
  if (job.isInPlace) eleventy.logger.overrideLogger(QUIET_LOGGER);
  eleventy.on('eleventy.before', async ({ directories }) => {
    const { edition, thread, loaded } = job;
    const folder = resolve(directories.output);
    if (thread) {
      const once = { thread, shown: job.shown(), head: searchHeadOf(loaded.archive), orderWith: job.orderWith() };
      job.writer = makeWriter(folder, { edition, once });
      return;
    }
    const orders = [...job.orders()];
    job.writer = makeWriter(folder, { edition, isLarge: orders.length >= MANY_INCIDENTS });
    for (const order of orders) job.writer.writeIncident(order);
  });
  // https://www.11ty.dev/docs/languages/jsx/
  eleventy.addExtension(['11ty.ts', '11ty.tsx'], {
    key: '11ty.js',
    compile() {
      // Rendering nothing tells Eleventy to write nothing. It would keep every page until the last one is rendered: at 10,000 incidents, gigabytes.
      return async (data) => {
        const { writer } = job;
        const { outputPath } = data.page;
        if (writer === undefined || outputPath === false) return;
        const path = relative(writer.folder, resolve(outputPath)).replaceAll('\\', '/');
        // What no later build asks for need not be remembered.
        const kept = job.isOnce ? undefined : data.shows && keptPage(job, path, data.shows(data));
        if (kept === undefined) writer.write(path, contentOf(await this.defaultRenderer(data), job.edition.config));
        else job.kept.set(path, kept);
        await writer.turn();
      };
    },
  });
  eleventy.addDataExtension('ts', {
    read: false,
    parser: async (path) => {
      const adapter = (await import(pathToFileURL(resolve(path)).href)) as { default: (job: BuildJob) => unknown };
      return adapter.default(job);
    },
  });
  eleventy.on('eleventy.after', async () => {
    if (job.writer === undefined) return;
    await finishSite(job, job.writer);
    if (job.isInPlace) print(`Wrote ${countOf(job.files?.size ?? 0, 'file')} to ${relative('', job.writer.folder) || '.'}`);
  });
}

/** All that Eleventy says but how many files it wrote: it counts none of those that our writer writes. */
const QUIET_LOGGER = {
  log: (message: string) => {
    if (!/\bWrote \S*0\S* files in /.test(message)) print(message);
  },
  ...{ info: note, warn: note, error: note },
};

/** HTML pages return one element; the other files return their text. */
function contentOf(rendered: unknown, config: SiteConfig): string | Uint8Array {
  return rendered instanceof JsxElement ? renderPage(rendered, config) : String(rendered);
}
