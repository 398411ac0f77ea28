// Forms that no stemmer brings together: broke and break, failure and fail, indices and index; centre and center; what people of the trade shorten.

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
withdraw withdrew withdrawn, write wrote written writer writers,
hang hung, sink sank sunk, stick stuck, sweep swept, wake woke woken,
bend bent, bite bitten, blow blew blown, die died dies dying, feed fed, fly flew flown, hold held, keep kept, leap leapt, mislead misled,
overcome overcame, pay paid, rebuild rebuilt, resend resent, seek sought, sleep slept, speed sped, spill spilt, tear torn, tie tied ties tying,
wear worn, win won, withstand withstood, overheat overheats overheated overheating, slow slowly,
child children, crisis crises, index indices, matrix matrices, vertex vertices, analyze analysis analyses,
autoscale autoscaler autoscalers autoscaling autoscaled, queue queued queuing queueing, crawl crawler crawlers, fetch fetcher fetchers,
parse parser parsers, poll poller pollers, scan scanner scanners, watch watcher watchers,
collide collision collisions, consume consumption, contend contention, destroy destruction, exclude exclusion, expand expansion, intrude intrusion,
invoke invocation invocations, occur occurrence occurrences, recur recurrence recurrences, reduce reduction reductions, restore restoration,
resume resumption, revoke revocation revocations, starve starvation, suspend suspension suspensions, transmit transmission transmissions,
deny denial denials, deliver delivery deliveries, discover discovery discoveries, expire expiry, expose exposure, fail failure failures,
recover recovery recoveries, replicate replica replicas,
absorb absorption, block blockage blockages, convert conversion conversions, corrode corrosion, dissolve dissolution, divert diversion diversions,
emit emission emissions, erode erosion, evade evasion evasions, explode explosion explosions, intervene intervention interventions,
invade invasion invasions, invert inversion inversions, leak leakage leakages, react reaction reactions, retain retention,
submit submission submissions, subscribe subscription subscriptions,
center centre centres centred, fiber fibre fibres, meter metre metres, catalog catalogue catalogues catalogued, dialog dialogue dialogues,
defense defence defences, license licence licences, offense offence offences, program programme programmes, artifact artefact artefacts,
gray grey, aging ageing, judgment judgement judgements, burn burnt, learn learnt, datacenter datacentre datacentres,
administrator admin admins, authentication authn, authorization authz, certificate cert certs, configuration config configs,
credential cred creds, dependency dep deps, directory dir dirs, environment env envs, infrastructure infra, javascript js,
kubernetes k8s, message msg msgs, mongo mongodb, parameter param params, password passwd, performance perf, postgres postgresql, production prod,
repository repo repos, specification spec specs, statistic stat stats, transaction txn txns, vulnerability vuln vulns
`;

/** British endings as American ones, and adverbs as adjectives, which the stemmer knows better. Not of words that have -ision or -isement beside -ise. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})(?<!adv|advert|conc|exc|prec|rev|superv|telev)is(?=(?:e|ed|er|ers|es|ing|able|ation|ations)$)/u, 'iz'],
  [/lys(?=(?:e|ed|er|ers|es|ing)$)/u, 'lyz'],
  [/(?<=behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|rum|vap|vig)our/u, 'or'],
  [/ification(?=s?$)/u, 'ify'],
  // Adverbs, which the stemmer knows after some endings only: incorrectly, unexpectedly. Not of shorter words: early, and names such as Fastly.
  [/(?<=^\p{L}{4,}[cdeghkmnrt])ly$/u, ''],
];

/** In every word that one of these endings is in; most words are done with this. */
const MAY_END = /is|lys|our|ific|ly$/;

const BASES = new Map(
  FORMS.split(',').flatMap((line) => {
    const [base = '', ...forms] = line.trim().split(/\s+/);
    return forms.map((form) => [form, base] as const);
  }),
);

/** What to stem in place of the word; most words stay as they are. */
export function regularForm(word: string): string {
  const base = BASES.get(word);
  if (base !== undefined) return base;
  return !MAY_END.test(word) ? word : ENDINGS.reduce((form, [ending, other]) => form.replace(ending, other), word);
}
