// Renders a component the way a page does, and asks the result simple questions.
import type { VNode } from 'preact';
import { renderHtml } from '../../src/site/render-html.ts';

export function render(element: VNode): string {
  return renderHtml(element);
}

/** The words a reader sees, in their order. */
export function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

export function ids(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
}

/** Levels of the headings, in their order. */
export function headingLevels(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
}
