// Text with what was searched for marked: text nodes and <mark>, whatever the text holds.
import { markedTitle } from '../list/marked-title.ts';
import type { Part } from './messages.ts';

export function makeParts(parts: readonly Part[]): (Node | string)[] {
  return parts.flatMap(({ text, isMarked }) => {
    if (!isMarked) return markedTitle(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
