// The first words of what a page says where its script does not run: in sites with explicit links a folder is no reason for that.
import type { SiteConfig } from '../../src/core/model/site-config.ts';

export interface NeedsScriptProps {
  /** `Searching` */
  readonly what: string;
  /** What browsers do not let such a page read. */
  readonly beside: string;
  readonly urls: SiteConfig['urls'];
}

export function NeedsScript({ what, beside, urls }: NeedsScriptProps) {
  if (urls === 'explicit') return <b>{what} needs a script.</b>;
  return (
    <>
      <b>{what} needs a script, and a web server:</b> browsers do not let a page opened from a folder read {beside}.
    </>
  );
}
