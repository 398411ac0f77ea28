// What can be wrong with a copy of a site.

export interface CopyProblem {
  /** From the site's root; of a rule that many files break, that of the first. */
  readonly path: string;
  /** `missing`, `changed`, `extra` are about bytes; the others about how a server sends them. */
  readonly code:
    | 'missing'
    | 'changed'
    | 'extra'
    | 'unreachable'
    | 'content-type'
    | 'compression'
    | 'not-found-page'
    | 'listing'
    | HeaderCode;
  /** An error is a copy that is not the site, or that a browser would not show; a warning is a setting that should be another. */
  readonly severity: 'error' | 'warning';
  /** What is wrong, after the path. */
  readonly message: string;
}

type HeaderCode = 'cache' | 'nosniff' | 'policy' | 'framing' | 'referrer' | 'transport';

const ORDER = ['error', 'warning'] as const;

/** Errors first, then by path. */
export function compareProblems(a: CopyProblem, b: CopyProblem): number {
  return ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || compare(a.path, b.path) || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
