// "On this page": a link to each part, in the rail, with counts where parts are counted.
import type { Part } from './parts.ts';

export interface ContentsProps {
  readonly parts: readonly Part[];
  readonly actionCount: number;
  /** How many there are of what stands below the text. */
  readonly around: { readonly chain: number; readonly similar: number; readonly backlinks: number };
}

export function Contents({ parts, actionCount, around }: ContentsProps) {
  return (
    <nav class="contents" aria-label="On this page">
      <details class="contents__fold">
        <summary class="contents__toggle">On this page</summary>
        <ol class="contents__list">
          {parts.map(
            ({ heading, kind }) => heading && <Entry id={heading.id} title={heading.title} count={kind === 'actions' ? actionCount : 0} />,
          )}
          {around.chain > 0 && <Entry id="_recurrences" title="Each time it happened" count={around.chain} />}
          <Entry id="_resembles" title="Resembles" count={around.similar} />
          {around.backlinks > 0 && <Entry id="_links-here" title="What links here" count={around.backlinks} />}
        </ol>
      </details>
    </nav>
  );
}

interface EntryProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

function Entry({ id, title, count }: EntryProps) {
  return (
    <li>
      <a class="contents__link" href={`#${encodeURIComponent(id)}`}>
        {title}
        {count > 0 && (
          <>
            {' '}
            <span class="contents__count">{count}</span>
          </>
        )}
      </a>
    </li>
  );
}
