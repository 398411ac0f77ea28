// What JSX becomes in the browser: a component's name for an element and what it is given, as plain values. The bundler puts this in the place of
// preact's own, so that the components the build machine renders can be drawn again here without preact.
export interface ElementValue {
  readonly type: string | ((props: Props) => unknown);
  readonly props: Props;
}

export type Props = Readonly<Record<string, unknown>>;

export function jsx(type: ElementValue['type'], props: Props): ElementValue {
  return { type, props };
}

/** Of several children. */
export function jsxs(type: ElementValue['type'], props: Props): ElementValue {
  return jsx(type, props);
}

export function Fragment({ children }: Props): unknown {
  return children;
}
