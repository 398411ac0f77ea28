// An error and what it was caused by, down to where things went wrong: the innermost one knows, the outer ones say on the way to what.

/** A chain longer than this is a circle. */
const LONGEST = 10;

/** From the outside in. Eleventy hangs the original error on `originalError`. */
export function errorChain(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let current = error; chain.length < LONGEST && current instanceof Error; ) {
    chain.push(current);
    current = 'originalError' in current ? current.originalError : current.cause;
  }
  return chain;
}

/** Every message, then the innermost stack: for whoever has to find the bug. */
export function tellError(error: unknown): string {
  const chain = errorChain(error);
  const innermost = chain.at(-1);
  if (innermost === undefined) return String(error);
  const outer = chain.slice(0, -1).map(({ message }) => message);
  return [...outer, innermost.stack ?? innermost.message].join('\n');
}
