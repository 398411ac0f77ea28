// The lines of a section as things to do: lists, tables, bare lines and, where there is nothing else, sentences.
import { type Line, outermost } from '../layout/lines.ts';
import type { RawItem } from './item.ts';

/** What closes a text, or leads over to a list. */
const NO_ITEM =
  /^(?:in conclusion|by (?:implementing|addressing|following|taking|documenting|applying|learning|doing|making|these)|this (?:post|report|document|incident|will help|outage)|overall|to summari[sz]e|in summary|these (?:changes|measures|steps|actions|improvements|will|corrective)|with these|thank|we (?:apologi|thank|appreciate|are committed to|recogni[sz]e|would like to thank|sincerely)|together|our team|the (?:following|above)|we appreciate|con estas?|grâce à ces|durch diese|mit diesen|note:|n\/a|none|tbd|nothing|example|here (?:are|is))\b/i;
const NOTHING = /^(?:n\/?a|none|tbd|tba|nothing|keine|ninguna?|aucune?|-+)\.?$/i;
const IMPERATIVE =
  /^(?:[\p{L} ]{3,30}: )?(?:add|adopt|adjust|allow|analy[sz]e|apply|assess|assign|audit|automate|avoid|back ?up|block|build|change|check|clean|collect|conduct|configure|consider|continue|create|define|deploy|design|develop|disable|discuss|document|educate|enable|enforce|enhance|ensure|establish|evaluate|expand|explore|extend|file|find|fix|follow|give|harden|hire|host|identify|implement|improve|include|increase|install|integrate|introduce|investigate|keep|learn|limit|log|look|maintain|make|measure|migrate|monitor|move|notify|optimi[sz]e|organi[sz]e|patch|perform|pin|plan|prepare|prevent|provide|publish|put|raise|re-?\w+|reduce|refactor|regularly|remove|replace|require|restrict|review|revise|rewrite|roll|rotate|run|scale|schedule|secure|separate|set|share|simplify|split|standardi[sz]e|start|stop|strengthen|switch|test|track|train|tune|update|upgrade|use|utili[sz]e|validate|verify|work|write)\b/iu;
const FUTURE =
  /\b(?:will|shall|going to|plan(?:s|ning)? to|should|must|need(?:s)? to|is continuing|are continuing|is working|are working|committed to|intend to|we aim|is being|are being|vamos a|deber[áe]\w*|werden|wird|allons|doit|devons)\b/i;
const PAST = /\b(?:was|were|has been|have been|had been)\b/i;
const LONGEST_LINE = 320;
const FIELD_LINE =
  /^(?:owner|assignee|due|deadline|status|priority|ticket|jira|issue|responsable|fecha|plazo|frist|échéance|task|eta|target|type|team)\b[^:]{0,15}:/i;

/** "Rate limit for the form. Owner: Web team. Due: 2/9/2024." */
const FIELDS_AT_END = /[.;]\s+(?:owner|who|assignee|responsible|due|deadline|when|status|priority|ticket)\s?:.*$/i;

export function rawItems(lines: readonly Line[]): RawItem[] {
  const told = lines.filter(({ kind, words }) => kind !== 'code' && kind !== 'rule' && !(kind === 'text' && NOTHING.test(words)));
  const listed = told.filter(({ kind }) => kind === 'item');
  if (listed.length > 0) return listItems(told, listed);
  return bareItems(told);
}

function listItems(told: readonly Line[], listed: readonly Line[]): RawItem[] {
  const boxed = listed.filter(({ marker }) => marker === 'task' || marker === 'done');
  const counted = boxed.length > 0 && boxed.length * 2 >= listed.length ? boxed : listed;
  const outer = outermost(counted);
  const isItem = (line: Line): boolean =>
    line.kind === 'item' && line.indent <= outer + 1 && (counted === listed || line.marker === 'task' || line.marker === 'done');
  return gather(told, isItem).filter(({ line }) => !NOTHING.test(line.words) && line.words !== '');
}

/** Every line that begins an item, with the lines up to the next; a blank line ends what belongs to it unless that stands deeper. */
function gather(lines: readonly Line[], isItem: (line: Line) => boolean): RawItem[] {
  const items: { line: Line; below: Line[] }[] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = items.at(-1);
    if (line.kind === 'blank') isOpen = false;
    else if (isItem(line)) {
      items.push({ line, below: [] });
      isOpen = true;
    } else if (last && (isOpen || line.indent > last.line.indent)) last.below.push(line);
  }
  return items;
}

function bareItems(told: readonly Line[]): RawItem[] {
  const lines = told.filter(({ kind }) => kind === 'text');
  const outer = outermost(lines);
  const heads = lines.filter(({ indent, words }) => indent <= outer + 1 && !NO_ITEM.test(words) && !FIELD_LINE.test(words));
  const isList =
    heads.length > 1 &&
    heads.filter(({ words }) => words.length <= LONGEST_LINE && sentences(words.replace(FIELDS_AT_END, '')).length <= 2).length * 3 >=
      heads.length * 2;
  if (!isList) return heads.flatMap(proseItems);
  const body = withoutClosing(heads);
  const kept = new Set(withoutLead(body));
  return gather(
    told.filter((line) => line.kind === 'blank' || kept.has(line) || line.indent > outer + 1 || FIELD_LINE.test(line.words)),
    (line) => kept.has(line),
  );
}

/** "We will do these:" */
function withoutLead(lines: readonly Line[]): readonly Line[] {
  const [first, ...others] = lines;
  return first && others.length > 0 && /:$/.test(first.words) && first.words.split(' ').length > 5 ? others : lines;
}

/** Paragraphs at the end of the text, much longer than the lines above them, close it. */
function withoutClosing(lines: readonly Line[]): readonly Line[] {
  const lengths = lines.map(({ words }) => words.length).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const last = lines.at(-1);
  const isClosing =
    last && lines.length > 2 && last.words.length > 2.5 * usual && sentences(last.words).length > 1 && !IMPERATIVE.test(last.words);
  return isClosing ? lines.slice(0, -1) : lines;
}

/** A paragraph: the sentences that tell somebody to do something, else the paragraph itself if it promises anything. */
function proseItems(line: Line): RawItem[] {
  const told = sentences(line.words).filter((sentence) => !NO_ITEM.test(sentence));
  const orders = told.filter((sentence) => IMPERATIVE.test(sentence));
  if (orders.length > 0) return orders.map((words) => ({ line: { ...line, words }, below: [] }));
  const promise = told.find((sentence) => FUTURE.test(sentence) && !(PAST.test(sentence) && !/\bwill\b/i.test(sentence)));
  return promise === undefined ? [] : [{ line, below: [] }];
}

export function isOrder(words: string): boolean {
  return IMPERATIVE.test(words);
}

function sentences(words: string): string[] {
  return words
    .slice(0, 5000)
    .split(/(?<=[.!?])\s+(?=[\p{Lu}"“(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
