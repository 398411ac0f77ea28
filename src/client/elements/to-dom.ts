// Turns what components return into elements, as `src/site/render-html.ts` turns it into text. Text stays text, attributes are set as such: nothing
// is ever read as HTML.
import type { ElementValue, Props } from './jsx-values.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function toDom(value: unknown): DocumentFragment {
  const fragment = document.createDocumentFragment();
  append(fragment, value, null);
  return fragment;
}

/** `namespace` is that of the parent's content: null for HTML. */
function append(parent: Node, value: unknown, namespace: string | null): void {
  if (typeof value === 'string' || typeof value === 'number') parent.appendChild(document.createTextNode(String(value)));
  else if (Array.isArray(value)) for (const child of value) append(parent, child, namespace);
  else if (isElement(value)) appendElement(parent, value, namespace);
}

function appendElement(parent: Node, { type, props }: ElementValue, namespace: string | null): void {
  if (typeof type === 'function') {
    append(parent, type(props), namespace);
    return;
  }
  const own = type === 'svg' ? SVG : namespace;
  const element = own === null ? document.createElement(type) : document.createElementNS(own, type);
  for (const [name, attribute] of Object.entries(props)) setAttribute(element, name, attribute);
  append(element, props.children, own);
  parent.appendChild(element);
}

function setAttribute(element: Element, name: string, value: Props[string]): void {
  if (value === undefined || value === null || name === 'children') return;
  if (typeof value !== 'boolean' || /^(?:aria|data)-/.test(name)) element.setAttribute(name, String(value));
  else if (value) element.setAttribute(name, '');
}

function isElement(value: unknown): value is ElementValue {
  return typeof value === 'object' && value !== null && 'type' in value;
}
