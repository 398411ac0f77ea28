// Forms that no stemmer brings together: broke and break, failure and fail, indices and index, config and configuration.

/**
 * The first word is what the others become before stemming. Left out is what is mostly another word (left, found, saw, bound, spoke), and
 * verbs that say little (take, go, run): ran is rarer than run, and tells more.
 */
const FORMS = `
break broke broken breakage, build built, catch caught,
choose chose chosen, draw drew drawn, drive drove driven, fall fell fallen, forget forgot forgotten,
freeze froze frozen, grow grew grown growth, hide hid hidden, lead led, lose lost loss losses, maintain maintenance, mistake mistook mistaken,
overrun overran, overwrite overwrote overwritten, rewrite rewrote rewritten, rise rose risen, sell sold,
send sent, shake shook shaken, shrink shrank shrunk, spend spent, spin spun, steal stole stolen,
strike struck, throw threw thrown, understand understood, undo undid undone,
withdraw withdrew withdrawn, write wrote written,
child children, crisis crises, index indices, matrix matrices, vertex vertices, analysis analyses,
deny denial denials, deliver delivery deliveries, discover discovery discoveries, expire expiry, expose exposure, fail failure failures,
recover recovery recoveries, replicate replica replicas,
certificate cert certs, configuration config configs, repository repo repos
`;

const BASES = new Map(
  FORMS.split(',').flatMap((line) => {
    const [base = '', ...forms] = line.trim().split(/\s+/);
    return forms.map((form) => [form, base] as const);
  }),
);

/** What to stem in place of the word; most words stay as they are. */
export function regularForm(word: string): string {
  return BASES.get(word) ?? word;
}
