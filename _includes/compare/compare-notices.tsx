// What of a comparison is not there, and what can be done about it.
export interface CompareNoticesProps {
  /** Sentences about the address. */
  readonly remarks: readonly string[];
  /** Incidents that could not be read, with why. */
  readonly missing: readonly MissingIncident[];
}

interface MissingIncident {
  readonly id: string;
  /** A sentence. */
  readonly why: string;
  /** Asking once more may help. */
  readonly isPassing: boolean;
  /** Its page, which leads on where the id is an old one. */
  readonly page: string;
  /** The page without it. */
  readonly without: string;
}

export function CompareNotices({ remarks, missing }: CompareNoticesProps) {
  return (
    <>
      {remarks.map((remark) => (
        <p class="notice notice--plain" key={remark}>
          <b>Left out</b> <span dir="auto">{remark}</span>
        </p>
      ))}
      {missing.map(({ id, why, isPassing, page, without }) => (
        <p class="notice" key={id}>
          <b>Not shown</b>{' '}
          <span>
            {isPassing ? (
              <code>{id}</code>
            ) : (
              <a href={page}>
                <code>{id}</code>
              </a>
            )}
            : {why}
          </span>{' '}
          {isPassing && (
            <button class="text-button" type="button" data-compare-again="">
              Try again
            </button>
          )}{' '}
          <a class="more screen-only" href={without}>
            Remove<span class="visually-hidden"> {id}</span>
          </a>
        </p>
      ))}
    </>
  );
}
