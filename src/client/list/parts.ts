// The pieces of markup the server left in a <template>, by name. Everything the script shows is a copy of one of them.

export type Parts = ReadonlyMap<string, Element>;

export function readParts(template: HTMLTemplateElement): Parts {
  const parts = template.content.querySelectorAll<HTMLElement>('[data-part]');
  return new Map([...parts].map((part) => [part.dataset.part ?? '', part]));
}

/** A copy of the nth element within a part, ready to be filled. */
export function copyPart(parts: Parts, name: string, nth = 0): HTMLElement {
  const original = parts.get(name)?.children[nth];
  if (!original) throw new Error(`the page has no part ${name}/${nth}`);
  return document.importNode(original, true) as HTMLElement;
}

/** A copy of the part itself. */
export function copyWhole(parts: Parts, name: string): HTMLElement {
  const original = parts.get(name);
  if (!original) throw new Error(`the page has no part ${name}`);
  const copy = document.importNode(original, true) as HTMLElement;
  copy.removeAttribute('data-part');
  return copy;
}

/** The element a selector must find: its absence is a mistake in our markup. */
export function find<T extends Element = HTMLElement>(within: ParentNode, selector: string): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A text that is written again, though it is the same, is laid out again. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** A mark of the archive's own scale; of a severity the page knows nothing about, its word. */
export function severityMark(parts: Parts, label: string): Node {
  const name = `severity-${label}`;
  return parts.has(name) ? copyPart(parts, name) : document.createTextNode(label);
}
