// What is said of a file that did not come: a server has answered, or a folder does not have it.

/** The end of a sentence. `self`, as in sites with explicit links the bundler answers for `location`: see src/site/assets-explicit.ts. */
export function sayRefusal({ status }: Response): string {
  return self.location.protocol === 'file:'
    ? 'it is not in the folder, or this browser does not let the page load it'
    : `the server answered ${status}`;
}
