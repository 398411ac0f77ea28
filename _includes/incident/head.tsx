// The top of an incident's page: how grave, what it is called, and the three sentences someone on call needs.
import type { IncidentLink } from '../../src/core/archive/likeness.ts';
import type { Surroundings } from '../../src/core/archive/surroundings.ts';
import type { Digest, Quote } from '../../src/core/digest.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { sayBroken } from '../../src/core/promises/words.ts';
import { textAnchors } from '../../src/core/search/passage-sources.ts';
import { DocStatus } from '../ui/doc-status.tsx';
import { Notice } from '../ui/notice.tsx';
import { ReadyHtml } from '../ui/ready-html.tsx';
import { Severity } from '../ui/severity.tsx';
import { marked } from '../ui/title.tsx';
import type { View } from '../ui/view.ts';

export interface IncidentHeadProps {
  readonly incident: Incident;
  readonly surroundings: Surroundings;
  readonly digest: Digest;
  readonly view: View;
}

export function IncidentHead({ incident, surroundings, digest, view }: IncidentHeadProps) {
  const { absorbed } = digest;
  return (
    <header class="incident__head split">
      <div class="incident__marks">
        <Severity level={view.severity(incident.severity)} named />
        <DocStatus status={incident.status} />
      </div>
      <div class="incident__titles">
        <h1 id="_title" dir="auto">
          {marked(incident.title)}
        </h1>
        <p class="incident__id">
          <span class="mono">{incident.id}</span>{' '}
          <button class="copy-button needs-script" type="button">
            Copy link
          </button>
        </p>
        <Notices incident={incident} original={surroundings.duplicateOf} broken={surroundings.broken} view={view} />
        <dl class={digest.why === undefined && digest.fix === undefined ? 'digest digest--sparse' : 'digest'}>
          <DigestPart
            term="What happened"
            quote={digest.happened}
            id={absorbed?.heading?.id ?? textAnchors(incident.sections).get(absorbed)}
            more="Read on"
          />
          <DigestPart term="Why" quote={digest.why} more="Read on" />
          <DigestPart term="What fixed it" quote={digest.fix} more="How it was done" isFix />
        </dl>
      </div>
    </header>
  );
}

interface NoticesProps extends Pick<IncidentHeadProps, 'incident' | 'view'> {
  readonly original: IncidentLink | undefined;
  readonly broken: Surroundings['broken'];
}

function Notices({ incident, original, broken, view }: NoticesProps) {
  const isUndated = incident.milestones.started === undefined;
  if (original === undefined && broken.length === 0 && incident.status === 'published' && !isUndated) return null;
  return (
    <div class="incident__notices">
      {original && (
        <Notice word="Duplicate" isPlain>
          Another telling of <a href={view.incidentHref(original.id)}>{marked(original.title)}</a>. Lists and counts hold that one.
        </Notice>
      )}
      {incident.status === 'draft' && <Notice word="Draft">This incident is being written. Times and causes may change.</Notice>}
      {incident.status === 'in_review' && (
        <Notice word="In review">This postmortem has not been agreed on yet. Times and causes may change.</Notice>
      )}
      {broken.map((one) => (
        <BrokenNotice key={one.other.id} broken={one} incident={incident} view={view} />
      ))}
      {isUndated && (
        <Notice word="Undated" isPlain>
          When this began was not recorded, so lists have it last.
        </Notice>
      )}
    </div>
  );
}

interface BrokenNoticeProps extends Pick<IncidentHeadProps, 'incident' | 'view'> {
  readonly broken: Surroundings['broken'][number];
}

/** On both pages: the rows are those of the earlier incident. */
function BrokenNotice({ broken: { isLater, other, actions }, incident, view }: BrokenNoticeProps) {
  const earlier = isLater ? incident.id : other.id;
  const isBroken = actions.some(({ stateThen }) => stateThen !== 'unknown');
  return (
    <Notice word={isBroken ? 'Broken promise' : 'Promised'} isPlain={!isBroken}>
      {isLater ? 'It happened again, in ' : 'It happened before, in '}
      <a href={view.incidentHref(other.id)}>{marked(other.title)}</a>
      {isLater ? ', ' : '. This was '}
      {actions.map((action, index) => (
        <span key={action.id}>
          {index > 0 && '; '}
          <a href={view.actionHref(earlier, action)}>{sayBroken(action)}</a>
        </span>
      ))}
      .
    </Notice>
  );
}

interface DigestPartProps {
  readonly term: string;
  readonly quote: Quote | undefined;
  /** Words of the link to the section quoted. */
  readonly more: string;
  /** Anchor of a section that is said here in full. */
  readonly id?: string | undefined;
  readonly isFix?: boolean;
}

function DigestPart({ term, quote, more, id, isFix = false }: DigestPartProps) {
  const variant = quote === undefined ? ' digest__part--unknown' : isFix ? ' digest__part--fix' : '';
  // Who wants the fix wants to know how; of the rest, only what is cut has more to say.
  const anchor = quote && (isFix || 'text' in quote) ? quote.section?.heading?.id : undefined;
  return (
    <div class={`digest__part${variant}`} id={id}>
      <dt>{term}</dt>
      <dd>
        {quote === undefined ? 'Not recorded.' : 'html' in quote ? <ReadyHtml as="span" html={quote.html} /> : quote.text}
        {anchor !== undefined && (
          <>
            {' '}
            <a href={`#${encodeURIComponent(anchor)}`}>{more}</a>
          </>
        )}
      </dd>
    </div>
  );
}
