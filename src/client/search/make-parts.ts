// Text with what was searched for marked: text nodes and <mark>, whatever the text holds.
import type { Part } from './messages.ts';

export function makeParts(parts: readonly Part[]): (Node | string)[] {
  return parts.map(({ text, isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
