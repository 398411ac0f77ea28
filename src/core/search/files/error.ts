// What is thrown where a file of the search cannot be what it should be.

/** A file of the index that is truncated, damaged, of another release or not there. `message` says which and why. */
export class SearchFileError extends Error {
  /** From the site's root: `search/terms/Zk3-d0aQ.bin`. */
  readonly path: string;
  readonly why: string;
  /** The network failed, not the file: building the site anew would not help. */
  readonly isUnreachable: boolean;

  constructor(path: string, why: string, options?: ErrorOptions & { readonly isUnreachable?: boolean }) {
    super(`${path}: ${why}`, options);
    this.name = 'SearchFileError';
    this.path = path;
    this.why = why;
    this.isUnreachable = options?.isUnreachable ?? false;
  }
}
