// Text of an export as Markdown: systems let people write it, or HTML.
import { convertHtml } from '../html.ts';
import { textAt } from './record.ts';

/** An element that editors of such systems write. `<host>` and `<id>` are what people write in a hurry. */
const ELEMENT = /<(?:\/?(?:p|b|strong|i|em|u|ul|ol|li|h[1-6]|div|span|pre|code|blockquote|table|a)(?: [^<>]{0,1000})?|br ?\/?)>/i;

/** As `textAt`, converted where it is HTML. What cannot be converted stays as it is. */
export function proseAt(value: unknown, ...way: readonly string[]): string | undefined {
  const text = textAt(value, ...way);
  if (text === undefined || !ELEMENT.test(text)) return text;
  const html = convertHtml(text);
  return 'refusal' in html ? text : html.text.trim() || undefined;
}
