// A title as it is read: what an edition withholds of it stands in a box, as on the pages.
import { redactedPieces } from '../../core/text/redacted.ts';

/** To be put into an element. */
export function markedTitle(title: string): (string | HTMLElement)[] {
  return (redactedPieces(title) ?? [{ text: title, isRedacted: false }]).map(({ text, isRedacted }) => {
    if (!isRedacted) return text;
    const box = document.createElement('span');
    box.className = 'redacted';
    box.textContent = text;
    return box;
  });
}
