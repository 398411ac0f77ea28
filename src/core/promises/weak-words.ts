// Words of promises that do not say what is promised: to do something, to do it better, so that it does not happen again. Stemmed when read.

/** Doing, in general. What kind of doing it is (test, monitor, document) is not among them. */
const DOING = words(`
  accelerate accomplish achieve add address adjust adopt allow apply approach ask avoid begin boost bring build carry change check
  choose commit complete impose conduct consider continue cover create decide define deploy design determine develop do employ enable
  enforce enhance ensure establish examine evaluate execute expand explore extend figure find finish fix focus follow formalize get
  give go have help identify implement improve include incorporate increase integrate introduce invest investigate involve keep know
  let look maintain make measure modify move need optimize optimise perform place plan prioritize prepare promise provide pursue put
  redesign reduce refine reevaluate resolve review revise run schedule set setup show solve start streamline strengthen support take
  try understand update upgrade use utilize validate verify want work write
`);

/** How well, how much, how often, when. */
const DEGREE = words(`
  additional adequate aggressive all any appropriate automated automatic automatically best better careful certain clear close
  common complete comprehensive consistent correct critical current daily detailed different early earlier easier easy effective
  efficient enough every existing extensive extra fast faster few fewer first further future good great greater high higher immediate important large larger bigger
  later less level long longer major many monthly more much multiple near necessary new next now old once ongoing own particular
  particularly periodic periodically permanent possible potential present proactive proactively promptly proper properly quarter
  quarterly quick quicker quickly real regular regularly reliable relevant rigorous robust several short shorter significant similar simple smaller
  single small soon specific strategy strict stricter swift thorough time timely under unexpected through within without against
  before beyond during each such same other another both everything nothing anything someone everyone over up out down instead usual
  various weekly whole year yearly
`);

/** Whatever it is done to, or against. */
const ANYTHING = words(`
  ability action activity area aspect capability bug case company component effort engineer engineering environment error event
  failure fault feature future impact improvement incident infrastructure issue item kind lack lot measure mechanism message method
  mistake occurrence operation option organisation organization outage part people person place platform practice prevent prevention
  preventive preventative problem procedure process product production project protocol recur recurrence result service situation
  software solution state step system task team technique thing tool tooling type user way workflow
`);

const NUMBERS = words(`
  half two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety
  hundred thousand million one second minute hour day week month
`);

export const WEAK_WORDS: readonly string[] = [...new Set([...DOING, ...DEGREE, ...ANYTHING, ...NUMBERS])];

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
