// What is said of a file that did not come: a server has answered, or a folder does not have it.

/** The end of a sentence. `self`, as in sites with explicit links the bundler answers for `location`: see src/site/assets-explicit.ts. */
export function sayRefusal({ status }: Response): string {
  return self.location.protocol === 'file:'
    ? 'it is not in the folder, or this browser does not let the page load it'
    : `the server answered ${status}${status === 401 || status === 403 ? `; ${SIGNED_OUT}` : ''}`;
}

/** Hosts that ask for a sign-in send their page in place of any file once it has run out. */
const SIGNED_OUT = 'if this site asks for a sign-in, it may have run out: load the page again';

export function sayPage(): string {
  return `the server sent a page in its place; ${SIGNED_OUT}`;
}

export function isPage({ headers }: Response): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '');
}
