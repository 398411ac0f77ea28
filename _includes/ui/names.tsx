// Terms in a row, each with a link to its page where it has one.
import { Fragment } from '../jsx/jsx-runtime.ts';
import type { Named } from './view.ts';

export interface NamesProps {
  readonly of: readonly Named[];
  readonly class?: string | undefined;
}

/** `checkout, payments` */
export function Names({ of, class: className }: NamesProps) {
  return (
    <>
      {of.map(({ name, href }, index) => (
        <Fragment key={name}>
          {index > 0 && ', '}
          {href === undefined ? (
            <span class={className}>{name}</span>
          ) : (
            <a class={className} href={href}>
              {name}
            </a>
          )}
        </Fragment>
      ))}
    </>
  );
}
