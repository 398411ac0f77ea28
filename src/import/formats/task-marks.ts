// Whose a task of Confluence is, and its day: the wiki gives it to the first person it mentions, and makes the first date its due day.

const MENTION = 'a.confluence-userlink, a.user-mention, ac\\:link';
const DAY = /^\d{4}-\d{2}-\d{2}/;
/** A longer name, or one with such signs, would not be read again as one. */
const NAME = /^[^()[\],;:|\n]{2,60}$/;
/** What led over to a mark at the end of the line, or from one at its beginning. */
const LEADS = /(?:\s*[-–—:,]|\s(?:by|due|until|before|on|owner|bis(?: zum)?|avant le|pour le|para el))?\s*:?\s*$/i;
const FOLLOWS = /^\s*(?:[-–—:,]\s*|to\s+|(?=\p{Lu}))/u;

/** Writes owner and day behind the words of the task, as "(owner: Bo, due: 2024-06-01)"; within a sentence the words stay as well. */
export function signTask(item: Element): void {
  const people = own(item, MENTION).filter((mention) => nameOf(mention) !== '');
  for (const mention of people) if (mention.nodeName.toLowerCase() === 'ac:link') mention.textContent = nameOf(mention);
  const [person] = people;
  const time = own(item, 'time').find((each) => DAY.test(each.getAttribute('datetime') ?? ''));
  const owner = person && nameOf(person);
  const due = time?.getAttribute('datetime')?.slice(0, 10);
  if (owner === undefined && due === undefined) return;
  if (time && (time.textContent ?? '').trim() === '') time.textContent = due ?? '';
  const marks = [...(owner === undefined ? [] : [`owner: ${owner}`]), ...(due === undefined ? [] : [`due: ${due}`])];
  const signs = [person, time].filter((sign) => sign !== undefined);
  // Whichever stands last goes first: the other may be last then.
  for (let round = 0; round < 2; round++) for (const sign of signs) if (sign.parentNode) cutOff(item, sign);
  const below = Array.from(item.children).find(({ nodeName }) => /^(?:UL|OL|AC:TASK-LIST)$/i.test(nodeName));
  const last = lastBlock(item, below);
  last.insertBefore(item.ownerDocument.createTextNode(` (${marks.join(', ')})`), last === item ? (below ?? null) : null);
}

/** Not those of the tasks below it. */
function own(item: Element, selector: string): Element[] {
  return Array.from(item.querySelectorAll(selector)).filter((each) => each.closest('li, ac\\:task') === item);
}

/** An export of storage names a person by a key that says nothing, unless it holds the name. */
function nameOf(mention: Element): string {
  const user = mention.querySelector('ri\\:user');
  if (mention.nodeName.toLowerCase() === 'ac:link' && user === null) return '';
  const words = (mention.textContent ?? '').trim() || (user?.getAttribute('ri:username') ?? '');
  const name = words
    .trim()
    .replace(/^@\s*/, '')
    .replace(/\s*[([](?:unlicensed|deactivated|deleted|inactive)[)\]]$/i, '')
    .replace(/\s+/g, ' ');
  return NAME.test(name) ? name : '';
}

/** Takes a mark off the end or the beginning of the task; one within its words is part of a sentence. */
function cutOff(item: Element, sign: Element): void {
  const texts = textsOf(item);
  const inside = texts.filter((text) => sign.contains(text));
  const before = texts.slice(0, texts.indexOf(inside[0] as Text)).filter((text) => !sign.contains(text));
  const after = texts.slice(texts.indexOf(inside.at(-1) as Text) + 1);
  const lead = before.filter(isTold).at(-1);
  const next = after.find(isTold);
  if (inside.length === 0 || (lead && next)) return;
  if (next) {
    if (!FOLLOWS.test(next.data)) return;
    next.data = next.data.replace(FOLLOWS, '');
  } else if (lead) lead.data = lead.data.replace(LEADS, '');
  sign.remove();
}

function isTold({ data }: Text): boolean {
  return /[\p{L}\p{N}]/u.test(data);
}

/** The words of the task itself, in order. */
function textsOf(item: Element): Text[] {
  const texts: Text[] = [];
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) texts.push(child as Text);
      else if (!/^(?:UL|OL|AC:TASK-LIST)$/i.test(child.nodeName)) walk(child);
    }
  };
  walk(item);
  return texts;
}

/** A paragraph at the end holds the words; behind it the marks would stand alone. */
function lastBlock(item: Element, below: Element | undefined): Element {
  const blocks = Array.from(item.children).filter(({ nodeName }) => /^(?:P|DIV)$/.test(nodeName));
  const last = below ? blocks.filter((block) => block.compareDocumentPosition(below) & 4).at(-1) : blocks.at(-1);
  return last ?? item;
}
