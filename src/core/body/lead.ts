// The sentence or two of a section that a digest can quote.
import type { Token } from 'markdown-it';
import type { RichText, SectionRole } from '../model/incident.ts';
import { type Block, inlineOf, innerBlocks, isList } from './blocks.ts';
import { flatten, startsBold, textLike, trimmed } from './inline.ts';
import { type Label, labelOf, labelOfInline } from './label.ts';
import { type BodyText, richWords, type Words, wordsOf } from './rich-text.ts';
import { roleOf } from './section-role.ts';

/** "We did three things:" is worth quoting with the things, if they are few and short. */
const MOST_ITEMS = 6;
const LONGEST_QUOTE = 600;

/**
 * The first paragraph that says something about the section itself; one that ends with a colon takes the list behind it along.
 * Where all paragraphs are labelled, the first that tells more than times ("Duration: …"), and where there is none a short list.
 */
export function leadOf(blocks: readonly Block[], role: SectionRole | undefined, text: BodyText): RichText | undefined {
  let fallback: Words | undefined;
  let aside: Words | undefined;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const label = leadLabel(block, role);
    if (!label || (role !== undefined && roleOf(label.title) === role)) {
      const words = label ? (leadWords(label.rest, next) ?? listWords(next)) : paragraphWords(block, next);
      if (words) return richWords(words, text);
    } else if (label.rest.children.length > 0 && isAside(label.title, role)) aside ??= paragraphWords(block, next);
    else if (label.rest.children.length > 0)
      fallback ??= IS_THE_STORY.test(label.title) ? leadWords(label.rest, next) : paragraphWords(block, next);
  }
  const words = fallback ?? listWords(blocks.find(isList)) ?? aside;
  return words && richWords(words, text);
}

/** What it did to whom is what happened. */
const IS_THE_STORY = /^(?:(?:user|customer|business) )?impact\b/i;
const TIMES =
  /^(?:(?:incident|outage|impact|total) )?(?:duration|dates?|time|times|when|start(?:ed)?|end(?:ed)?|start (?:time|date)|end (?:time|date)|date and time|duración|fecha|durée|date|dauer|datum)(?: of (?:the )?(?:incident|outage))?$/i;

/** When it was, and what another part of the story is about: told elsewhere, and quoted only where there is nothing else. */
function isAside(title: string, role: SectionRole | undefined): boolean {
  const other = IS_THE_STORY.test(title) ? undefined : roleOf(title);
  return isOfTimes(title) || (role !== undefined && other !== undefined && other !== role);
}

function isOfTimes(title: string): boolean {
  return TIMES.test(title.trim());
}

/** "Three things helped:" is no label: only bold words are, and the section's own name. */
function leadLabel(block: Block, role: SectionRole | undefined): Label | undefined {
  const label = labelOf(block);
  const isLabel = label && (startsBold(inlineOf(block)?.children ?? []) || (role !== undefined && roleOf(label.title) === role));
  return isLabel ? label : undefined;
}

function paragraphWords(block: Block, next: Block | undefined): Words | undefined {
  const inline = block.type === 'paragraph' ? inlineOf(block) : undefined;
  return inline && leadWords(wordsOf(inline), next);
}

function leadWords(words: Words, next: Block | undefined): Words | undefined {
  const children = quotable(words.children);
  if (children.length === 0 || isBareLink(children)) return undefined;
  const isOpen = flatten(children).endsWith(':') && next !== undefined && isList(next);
  return { ...words, children: isOpen ? withItems(children, next) : children };
}

/** A link alone says nothing by itself; an image that cannot be shown has become one. */
function isBareLink(children: readonly Token[]): boolean {
  const first = children[0]?.type;
  const end = children.findIndex((child) => child.nesting === -1);
  return (first === 'link_open' || first === 'missing_open') && end === children.length - 1;
}

function listWords(list: Block | undefined): Words | undefined {
  const children = list && isList(list) ? withItems([], list) : [];
  return children.length === 0 ? undefined : { children, source: flatten(children), before: '', after: '' };
}

/** Images and footnote marks belong to the section itself: twice on a page their ids would clash. */
function quotable(children: readonly Token[]): Token[] {
  return trimmed(children.filter((child) => child.type !== 'image' && child.type !== 'footnote_ref' && child.type !== 'task_checkbox'));
}

/** Items of a form that say when it was are told elsewhere, if there are others. */
function storyItems(list: Block): Block[] {
  const items = innerBlocks(list);
  const others = items.filter((item) => {
    const inline = inlineOf(innerBlocks(item)[0] ?? item);
    const label = inline && labelOfInline(inline);
    return !label || !isOfTimes(label.title);
  });
  return others.length > 0 ? others : items;
}

function withItems(children: readonly Token[], list: Block): readonly Token[] {
  const items = storyItems(list).map((item) => {
    const inner = innerBlocks(item);
    return inner.length === 1 && inner[0] ? quotable(inlineOf(inner[0])?.children ?? []) : [];
  });
  const length = items.reduce((sum, item) => sum + flatten(item).length, flatten(children).length);
  const like = children[0] ?? items[0]?.[0];
  if (items.length > MOST_ITEMS || length > LONGEST_QUOTE || !like || items.some((item) => item.length === 0)) return children;
  const quoted = [...children];
  for (const [index, item] of items.entries()) {
    const isParted = index === 0 || /[;,.]$/.test(flatten(quoted.slice(-3)).trimEnd());
    if (quoted.length > 0) quoted.push(textLike(like, isParted ? ' ' : '; '));
    quoted.push(...item);
  }
  return quoted;
}
