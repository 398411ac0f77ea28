// The pages of a long list, by number.
import { pageLinks } from '../../src/core/rows/page-links.ts';

export interface PageNavProps {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
}

/** Nothing where there is one page. */
export function PageNav({ page, pages, href }: PageNavProps) {
  const links = pageLinks(page, pages);
  if (links.length === 0) return null;
  return (
    <nav class="page-nav" aria-label="Pages">
      <ol class="page-nav__list">
        {page > 1 && <PageLink href={href(page - 1)} rel="prev" text="Previous" />}
        {links.map((link, index) =>
          link === 'gap' ? (
            <PageGap key={`gap-${links[index + 1]}`} />
          ) : (
            <PageLink key={link} href={href(link)} text={String(link)} isCurrent={link === page} />
          ),
        )}
        {page < pages && <PageLink href={href(page + 1)} rel="next" text="Next" />}
      </ol>
    </nav>
  );
}

export interface PageLinkProps {
  readonly href: string;
  readonly text: string;
  readonly rel?: 'prev' | 'next';
  readonly isCurrent?: boolean;
}

export function PageLink({ href, text, rel, isCurrent = false }: PageLinkProps) {
  return (
    <li>
      <a class="page-nav__link" href={href} rel={rel} aria-current={isCurrent ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
}

/** Its dots come from the style sheet. */
export function PageGap() {
  return <li class="page-nav__gap" aria-hidden="true" />;
}
