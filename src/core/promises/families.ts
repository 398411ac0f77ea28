// Words of one family that no stemmer brings together: a noun and the verb it is made of, a verb in two words and its noun in one.
// The search keeps them apart, for there they are other words; of what is promised, "an extension of" says what "extend" says.

/** Nouns whose ending changes the verb they come from; of words with something before it, so that a version is not of verts. */
const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})ductions?$/u, 'duce'],
  [/(?<=ex)tensions?$/u, 'tend'],
  [/(?<=re)tention$/u, 'tain'],
  [/(?<=\p{L}{2})clusions?$/u, 'clude'],
  [/(?<=con|in|re)versions?$/u, 'vert'],
  [/(?<=ad|e|sub)missions?$/u, 'mit'],
  [/(?<=com|dis)positions?$/u, 'pose'],
  [/(?<=con)ciliations?$/u, 'cile'],
  [/(?<=sub)scriptions?$/u, 'scribe'],
  [/(?<=ac)quisitions?$/u, 'quire'],
  [/(?<=^add)itions?$/u, ''],
  [/(?<=^(?:block|leak|link|spill))ages?$/u, ''],
  [/(?<=^(?:dis)?clos)ures?$/u, 'e'],
];

/** A product, and what runs in production, are no producing. */
const OTHERS = new Set(['production', 'reproduction']);

/** The verb of a noun; every other word as it is. `word` is in small letters. */
export function verbOfNoun(word: string): string {
  if (OTHERS.has(word)) return word;
  const [ending, verb] = NOUNS.find(([noun]) => noun.test(word)) ?? [];
  return ending === undefined ? word : word.replace(ending, verb ?? '');
}

/** Verb and particle, which their noun has as one word. */
const PHRASAL = new Set(
  'breakdown cleanup cutover failover fallback followup handover lockout rollback rollout shutdown slowdown speedup startup switchover timeout'.split(
    ' ',
  ),
);
const PARTICLES = new Set(['back', 'down', 'out', 'over', 'up']);

/** `rollback` of the stem of rolled, rolling or roll, and back; undefined where the two are no verb that has such a noun. */
export function phrasalNoun(verbStem: string, particle: string): string | undefined {
  const noun = verbStem + particle;
  return PARTICLES.has(particle) && PHRASAL.has(noun) ? noun : undefined;
}
