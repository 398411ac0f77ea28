// Tells a title that promises nothing in particular: "Improve monitoring". English only; in other languages every word is unknown, and an unknown
// word is taken for something particular.

/** Make something better, or keep something bad away, without saying how. */
const VAGUE_VERBS = verbs(
  'improve enhance strengthen optimize optimise increase boost refine communicate streamline harden tighten reinforce bolster',
);
const VAGUE_WORDS = words(`
  better more improved improvement improvements enhanced enhancement enhancements stronger improving proper properly adequate appropriate
  sufficient robust careful carefully carefuller attention faster quicker quickly sooner earlier avoid prevent ensure`);

/** Verbs that say what is done, and so need only an object. With a vague word beside them and no object they do not save a title. */
const PLAIN_VERBS = verbs(
  'add implement introduce provide create set make get have do give develop establish conduct perform use build update review revisit consider',
);

/** What every system and every organisation has. */
const GENERAL_NOUNS = nouns(`
  monitor alert log metric test check control review process procedure practice policy guideline runbook document doc system service application
  app platform environment architecture component tool solution measure mechanism strategy approach plan incident outage issue problem error
  failure mistake bug team person engineer developer employee user customer stakeholder operation workflow change deployment release response
  capability thing standard effort code`);
const GENERAL_WORDS = words(`
  monitoring alerting logging testing observability visibility coverage quality documentation communication collaboration coordination training
  awareness knowledge understanding education reliability resilience resiliency robustness stability availability redundancy scalability
  performance efficiency capacity security safety infrastructure software codebase tooling automation recovery detection prevention handling
  management planning maintenance people staff everyone everything something stuff future recurrence operational internal external overall
  general existing current new similar real time realtime regular comprehensive automated automatic continuous proactive proactively prod
  production`);

const FUNCTION_WORDS = words(`
  a an the this that these those our their its it we us they i you all any some every each of for in on to and or with within across between from
  by at as so than be is are was were been being not no never does do did will would shall should can could must may need needs want up out into
  over around about before after when call oncall happen happens happening if where there here again next also very much further please try`);

const KNOWN = new Set([...VAGUE_VERBS, ...VAGUE_WORDS, ...PLAIN_VERBS, ...GENERAL_NOUNS, ...GENERAL_WORDS, ...FUNCTION_WORDS]);
const VAGUE = new Set([...VAGUE_VERBS, ...VAGUE_WORDS]);

/** Longer titles say something, whatever their words. */
const MOST_WORDS = 14;

/** Whether every word is a general one and some word promises improvement. A number, a name, a word of any trade makes a title particular. */
export function isVague(title: string): boolean {
  const found = title.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (found.length === 0 || found.length > MOST_WORDS) return false;
  return found.every((word) => KNOWN.has(word)) && found.some((word) => VAGUE.has(word));
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** `improve`, `improves`, `improved`, `improving`. */
function verbs(list: string): string[] {
  return words(list).flatMap((verb) => {
    const stem = verb.replace(/e$/, '');
    return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`];
  });
}

/** `process`, `processes`; `policy`, `policies`. */
function nouns(list: string): string[] {
  return words(list).flatMap((noun) => {
    if (/[^aeo]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
    return [noun, /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`];
  });
}
