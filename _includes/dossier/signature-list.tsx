// Error strings and names of alerts that incidents have in common, each with the last incident that shows it.
import type { CountedSignature } from '../../src/core/dossier/counts.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { Time } from '../ui/time.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface SignatureListProps {
  readonly signatures: readonly CountedSignature[];
  readonly view: View;
}

const MOST = 12;

export function SignatureList({ signatures, view }: SignatureListProps) {
  return (
    <>
      <ul class="dossier-list">
        {signatures.slice(0, MOST).map(({ text, count, newest }) => (
          <li class="dossier-list__item" key={text}>
            <code class="dossier-list__code">{text}</code>
            <span class="dossier-list__note">
              {count > 1 && `${sayCount(count)} times, last in `}
              <a href={view.incidentHref(newest.id)}>{marked(newest.title)}</a>
              {newest.milestones.started && (
                <>
                  , <Time at={newest.milestones.started} show="day" />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {signatures.length > MOST && (
        <p class="list-foot">
          The first {MOST} of {sayCount(signatures.length)}.
        </p>
      )}
    </>
  );
}
