// A credential found in a text, and what can be said of it without showing it.

/** `what` completes "… stands here": `A private key`. */
export interface Credential {
  /** Offsets in the text, of what must not be read by anyone: the value, not the name before it. */
  readonly start: number;
  readonly end: number;
  readonly what: string;
  /** Its beginning, where that says only what kind it is: the `ghp_` of every GitHub token. */
  readonly shown?: string;
  /** The name it is given by, where it is: `db_password`. */
  readonly name?: string;
}
