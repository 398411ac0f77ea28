// Whose the items of a list are, where its author wrote nothing but a name at their ends: "(Bob)", "- Bob", "(bob, by 3 May)".
import { BARE_DAY, KEY_ONLY, marksAtEnd, OPEN_STATE } from './line-end.ts';

/** Words that stand at the ends of items and are nobody: states, kinds, stretches of time, places. */
const NOBODY =
  /^(?:done|todo|to do|doing|wip|open|closed|pending|planned|complete|completed|started|ongoing|in progress|blocked|fixed|merged|deployed|shipped|optional|maybe|tbd|tba|tbc|unassigned|everyone|anyone|nobody|someone|low|medium|high|critical|urgent|major|minor|short|medium|long|short[- ]term|long[- ]term|mid[- ]term|immediate|immediately|soon|later|asap|now|today|tomorrow|weekly|daily|monthly|quarterly|prevent|prevention|detect|detection|mitigate|mitigation|process|repair|investigate|other|prod|production|staging|dev|test|testing|code|docs?|documentation|infra|infrastructure|monitoring|alerting|security|training|new|ticket|issue|pr|link|see below|again|etc|rejected|declined|dropped|cancelled|canceled|wontfix|abandoned|superseded|abgelehnt|verworfen|rechazad[oa]|abandonnée?|e\.g|hecho|pendiente|opcional|fait|à faire|en cours|optionnel|erledigt|offen|geplant|laufend)$/i;
/** Whole words: Marta, Julia and Friedrich are people. */
const MONTH_OR_DAY =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|q[1-4]|p[0-5]|sev)\.?(?:[\s-]?\d+)?$/iu;
/** One name or two in capitals, or one word as a login is written. */
const NAME =
  /^@?(?:\p{Lu}[\p{L}.'’-]{1,20}(?:\s(?:\p{Lu}[\p{L}.'’-]{0,20}|teams?|ops|squad|group|desk|on-?call)){0,2}|\p{Ll}[\p{Ll}\d._-]{1,20})$/u;
/** Fewer show no habit. */
const FEWEST = 2;

interface Ending {
  readonly name: string;
  readonly isBracket: boolean;
}

/** In lower case: the names that items of a list end with, believed where it is the habit of the list, or where the text names them elsewhere. */
export function ownersAtEnds(lines: readonly string[], people: ReadonlySet<string>): ReadonlySet<string> {
  const endings = lines.flatMap((line) => endingOf(line) ?? []);
  const isHabit = endings.length >= FEWEST && endings.length * 2 >= lines.length;
  const owners = endings.filter(
    ({ name, isBracket }) => people.has(name.toLowerCase()) || (isHabit && (isBracket || /^\p{Lu}/u.test(name))),
  );
  return new Set(owners.map(({ name }) => name.toLowerCase()));
}

/** What may follow a name: a day, a ticket, a state. */
function isBehind(mark: string): boolean {
  return (
    /^(?:(?:due|by|until|bis|para|avant|done|p\d)\b|(?:closed|completed?|fait|terminée?|hecho|completad[oa]|erledigt|umgesetzt)$)/i.test(
      mark,
    ) || [BARE_DAY, OPEN_STATE, KEY_ONLY].some((pattern) => pattern.test(mark))
  );
}

/** The last thing of a line that may be a name; behind it a day may stand. */
function endingOf(line: string): Ending | undefined {
  let rest = line;
  for (let ending = marksAtEnd(rest); ending; ending = marksAtEnd(rest)) {
    const { marks, isBracket } = ending;
    const name = marks.map((mark) => mark.trim()).find(mayBeName);
    if (name !== undefined) return { name: name.replace(/^@/, ''), isBracket };
    if (!marks.every((mark) => isBehind(mark.trim()))) return undefined;
    rest = ending.rest;
  }
  return undefined;
}

/** A name with a capital, which may stand alone beside a day: "(Kim, by 3 May)". */
export function isOneName(mark: string): boolean {
  return /^\p{Lu}/u.test(mark) && mayBeName(mark);
}

function mayBeName(mark: string): boolean {
  return NAME.test(mark) && !NOBODY.test(mark) && !MONTH_OR_DAY.test(mark);
}
