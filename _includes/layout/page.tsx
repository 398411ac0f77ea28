// The frame of every HTML page: head, header, main, footer.
import type { ComponentChildren } from 'preact';
import type { SiteConfig } from '../../src/core/model/site-config.ts';
import type { Standing } from '../../src/core/model/standing.ts';
import { Footer, type FooterProps } from './footer.tsx';
import { Head, type HeadProps } from './head.tsx';
import { type CurrentPlace, Header } from './header.tsx';

/** Paths of the bundled files, relative to the site's root. */
interface FrameAssets {
  readonly css: string;
  readonly js: string;
  readonly theme: string;
  readonly favicon: string;
}

/** What the frame of every page of a site has in common. */
export interface FrameSite {
  readonly config: SiteConfig;
  readonly assets: FrameAssets;
  /** Where the site is of a day that was asked for: how it is known what the archive was like then. */
  readonly standing?: Standing | undefined;
}

export interface PageProps
  extends Pick<HeadProps, 'description' | 'path' | 'styles' | 'modules' | 'alternates'>,
    Pick<FooterProps, 'built'> {
  readonly site: FrameSite;
  /** The way to the site's root: `'../../'` two folders down. */
  readonly root: string;
  /** Of the page alone; the site's title is added. The home page gives none. */
  readonly title?: string | undefined;
  /** The entry of the navigation this page belongs to. */
  readonly current?: CurrentPlace | undefined;
  /** The page has a search box of its own, so the header has none. */
  readonly hasSearch?: boolean | undefined;
  readonly children: ComponentChildren;
}

export function Page({ site, root, title, current, children, ...rest }: PageProps) {
  return (
    <html lang={site.config.language}>
      <Head
        site={site}
        root={root}
        title={title}
        description={rest.description}
        path={rest.path}
        styles={rest.styles}
        modules={rest.modules}
        alternates={rest.alternates}
      />
      <body>
        <a class="skip-link" href="#_main">
          Skip to the content
        </a>
        <Header title={site.config.title} root={root} current={current} hasSearch={rest.hasSearch} />
        <main class="main page" id="_main" tabindex={-1}>
          {children}
        </main>
        <Footer title={site.config.title} root={root} built={rest.built} standing={site.standing} />
      </body>
    </html>
  );
}
