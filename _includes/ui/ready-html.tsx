// The one door through which ready-made HTML gets into a page: only what our own Markdown renderer made may be passed.
import { jsx } from '../jsx/jsx-runtime.ts';

export interface ReadyHtmlProps {
  readonly html: string;
  /** Default: `div`. */
  readonly as?: 'div' | 'span' | 'p' | 'dd' | 'li' | undefined;
  readonly class?: string | undefined;
}

/** An element whose content is HTML that is already safe to emit. */
export function ReadyHtml({ html, as = 'div', class: className }: ReadyHtmlProps) {
  return jsx(as, { class: className, dangerouslySetInnerHTML: { __html: html } });
}
