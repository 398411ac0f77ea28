// The way from one index to the others.
import { type Archive, INDEX_KINDS, type IndexKind } from '../../src/core/model/archive.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { indexPath } from '../../src/core/text/urls.ts';
import { INDEX_WORDS } from './index-words.ts';

export interface IndexRailProps {
  readonly indexes: Archive['indexes'];
  readonly current: IndexKind;
  readonly root: string;
}

export function IndexRail({ indexes, current, root }: IndexRailProps) {
  return (
    <nav class="saved-views rail" aria-label="Indexes">
      <h2 class="rail__label">Index</h2>
      <ul class="saved-views__list">
        {INDEX_KINDS.map((kind) => (
          <li key={kind}>
            <a class="saved-views__link" href={root + indexPath(kind)} aria-current={kind === current ? 'page' : undefined}>
              {INDEX_WORDS[kind].title} <span class="saved-views__count">{sayCount(indexes[kind].length)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
