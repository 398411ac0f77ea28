// How long a browser may keep a file of the site without asking: the one rule that the servers' configurations and `hindsight verify` share.

export type CacheRule = 'immutable' | 'revalidate';

/** A name that its content is in never means another content. Everything else keeps its name and is asked for again. */
const NAMED_BY_CONTENT = /^(?:assets\/[a-z]+-[\da-zA-Z]{8}\.[a-z]+|search\/[a-z]+\/[\w-]{8}\.bin(?:\.js)?)(?:\.br|\.gz)?$/;

export function cacheRuleOf(path: string): CacheRule {
  return NAMED_BY_CONTENT.test(path) ? 'immutable' : 'revalidate';
}

/** The header that says it. `private`: no proxy on the way keeps a copy. */
export function cacheControlOf(path: string): string {
  return cacheRuleOf(path) === 'immutable' ? 'private, max-age=31536000, immutable' : 'no-cache';
}
