// The Eleventy configuration: which folders it reads, how TypeScript pages render, and what happens before and after it writes.
import { isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EleventyConfig } from '@11ty/eleventy';
import { isValidElement, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { finishSite } from './finish.ts';
import { type BuildJob, defaultJob } from './job.ts';

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
  // https://www.11ty.dev/docs/languages/jsx/
  eleventy.addExtension(['11ty.ts', '11ty.tsx'], {
    key: '11ty.js',
    compile() {
      return async (data) => toBytes(await this.defaultRenderer(data));
    },
  });
  eleventy.addDataExtension('ts', {
    read: false,
    parser: async (path) => {
      const adapter = (await import(pathToFileURL(join(process.cwd(), path)).href)) as { default: (job: BuildJob) => unknown };
      return adapter.default(job);
    },
  });
  eleventy.on('eleventy.after', async ({ results, directories }) => {
    const output = isAbsolute(directories.output) ? directories.output : join(process.cwd(), directories.output);
    const pages = results.flatMap(({ outputPath, content }) =>
      outputPath === false ? [] : [{ path: relative(output, outputPath).replaceAll('\\', '/'), content }],
    );
    await finishSite(job, output, pages);
  });
}

/**
 * HTML pages return one element; the other files return their text. As bytes, because Eleventy keeps every page until the last one is
 * rendered: a rendered string is a rope of thousands of pieces that weighs several times its text.
 */
function toBytes(rendered: unknown): Buffer {
  return Buffer.from(isValidElement(rendered) ? `<!doctype html>\n${renderToString(rendered as VNode)}\n` : String(rendered));
}
