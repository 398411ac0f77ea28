// What is to be done with a thing, as far as it can contradict: to watch memory is not to use less of it, and to set a limit is not to lift one.

/** By what they do to their object. */
const DEEDS = {
  lessen: ['reduce', 'lower', 'decrease', 'shrink', 'shorten', 'minimize', 'halve', 'cut', 'smaller', 'shorter', 'fewer'],
  enlarge: [
    ...['increase', 'raise', 'grow', 'enlarge', 'lengthen', 'expand', 'extend', 'double', 'scale'],
    ...['higher', 'larger', 'bigger', 'longer', 'greater'],
  ],
  remove: ['remove', 'delete', 'retire', 'decommission', 'eliminate', 'deprecate', 'uninstall', 'lift', 'drop'],
  forbid: ['disable', 'forbid', 'disallow', 'ban', 'deny', 'block', 'stop'],
  give: [
    'add',
    'enable',
    'introduce',
    'implement',
    'create',
    'install',
    'allow',
    'restore',
    'deploy',
    'build',
    'set',
    'impose',
    'establish',
    'define',
  ],
  watch: ['monitor', 'alert', 'alarm', 'observe', 'watch', 'track', 'measure', 'log', 'trace'],
  limit: ['limit', 'restrict', 'throttle', 'cap'],
  study: ['investigate', 'explore', 'research', 'analyze', 'study'],
} as const;
export type Deed = keyof typeof DEEDS;

/**
 * Where they do not stand first more often things than deeds, a block device, a drop in traffic, a data set; or what is found, not what is
 * to be: a smaller pool is one to be made, and an alert on a smaller pool is not.
 */
const THINGS_ELSEWHERE = new Set(
  words(
    'cut double scale extend drop block stop build watch track measure log trace limit cap set smaller shorter fewer higher larger bigger longer greater',
  ),
);

const CONTRARY: Readonly<Record<Deed, readonly Deed[]>> = {
  lessen: ['enlarge', 'give', 'watch'],
  enlarge: ['lessen', 'remove', 'limit', 'watch'],
  remove: ['give', 'enlarge', 'limit', 'watch'],
  forbid: ['give', 'watch'],
  give: ['lessen', 'remove', 'forbid'],
  watch: ['lessen', 'enlarge', 'remove', 'forbid', 'limit', 'study'],
  limit: ['enlarge', 'remove', 'watch'],
  study: ['watch'],
};

/** One cannot be kept with the other, or leaves open what the other is about. */
export function areContrary(one: Deed | undefined, other: Deed | undefined): boolean {
  return one !== undefined && other !== undefined && CONTRARY[one].includes(other);
}

/** Of two statements with the same telling words, what they can still differ in: who watches or limits says so in a word that tells. */
export function isUntold(deed: Deed | undefined): boolean {
  return deed !== undefined && deed !== 'give' && deed !== 'watch' && deed !== 'limit';
}

export interface Verb {
  readonly deed: Deed;
  /** Counts where it is the first thing that a statement says. */
  readonly isFirstOnly: boolean;
}

/** The deeds by the stems of their verbs. */
export function deedsBy(stemOf: (word: string) => string): ReadonlyMap<string, Verb> {
  const entries = Object.entries(DEEDS) as [Deed, readonly string[]][];
  return new Map(
    entries.flatMap(([deed, verbs]) => verbs.map((verb) => [stemOf(verb), { deed, isFirstOnly: THINGS_ELSEWHERE.has(verb) }] as const)),
  );
}

function words(list: string): string[] {
  return list.split(' ');
}
