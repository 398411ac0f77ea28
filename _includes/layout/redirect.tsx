// The page at an old address of an incident: it leads on by itself, and says where to.
import { explicitLink } from '../../src/core/text/explicit-links.ts';
import { Policy } from './head.tsx';
import type { FrameSite } from './page.tsx';

export interface RedirectProps {
  readonly site: FrameSite;
  readonly root: string;
  /** Relative to this page. */
  readonly to: string;
  readonly title: string;
}

export function Redirect({ site, root, to, title }: RedirectProps) {
  const address = site.config.urls === 'explicit' ? explicitLink(to) : to;
  return (
    <html lang={site.config.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Policy />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content={`0; url=${address}`} />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={to} />
        <link rel="stylesheet" href={root + site.assets.css} />
        <link rel="icon" href={root + site.assets.favicon} type="image/svg+xml" />
      </head>
      <body>
        <main class="main page">
          <h1>Moved</h1>
          <p>
            This incident is now at <a href={to}>{title}</a>.
          </p>
        </main>
      </body>
    </html>
  );
}
