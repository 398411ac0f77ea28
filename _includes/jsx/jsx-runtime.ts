// What the JSX of pages becomes on the build machine: a component or the name of an element, and what it is given. Preact's own elements have a dozen fields
// for what happens to them in a browser; pages are made of millions, and each is written once.
import type { JSX } from 'preact';

export type { JSX } from 'preact';

export type Props = Readonly<Record<string, unknown>>;

/** A class, so that nothing that was read from a file can be taken for one. */
export class JsxElement {
  readonly type: string | ((props: Props) => unknown);
  readonly props: Props;

  constructor(type: JsxElement['type'], props: Props) {
    this.type = type;
    this.props = props;
  }
}

/** Typed as what components return: nobody but the renderer looks into it. Keys are for browsers. */
export function jsx(type: JsxElement['type'], props: Props): JSX.Element {
  return new JsxElement(type, props) as unknown as JSX.Element;
}

/** Of several children. */
export function jsxs(type: JsxElement['type'], props: Props): JSX.Element {
  return jsx(type, props);
}

export function Fragment({ children }: { readonly children?: unknown }): JSX.Element {
  return children as JSX.Element;
}
