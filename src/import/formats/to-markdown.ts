// A tree of HTML as Markdown, by turndown with rules of our own: tables, task lists, and no more backslashes than the text needs.
import TurndownService from 'turndown';

/** A wider cell is a mistake of the page, or an attack. */
const WIDEST_SPAN = 50;

let shared: TurndownService | undefined;

export function toMarkdown(body: Element): string {
  shared ??= makeService();
  const text = shared.turndown(body as HTMLElement);
  return `${text
    .replace(/(?<![ \t])[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function makeService(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  service.escape = escapeMarkdown;
  service.addRule('strike', { filter: ['del', 's'], replacement: (content) => (content.trim() === '' ? content : `~~${content}~~`) });
  service.addRule('checkbox', {
    filter: (node) => node.nodeName === 'INPUT' && node.getAttribute('type') === 'checkbox',
    replacement: (_content, node) => ((node as Element).hasAttribute('checked') ? '[x] ' : '[ ] '),
  });
  service.addRule('item', { filter: 'li', replacement: (content, node) => listItem(content, node as Element) });
  service.addRule('break', { filter: 'br', replacement: (_content, node) => (isAmid(node) ? '\\\n' : '\n') });
  service.addRule('term', { filter: 'dt', replacement: (content) => `\n\n**${content.trim().replaceAll('**', '')}**\n` });
  service.addRule('cell', { filter: ['td', 'th'], replacement: (content, node) => cell(content, node as Element) });
  service.addRule('row', { filter: 'tr', replacement: (content) => `${content.trim() === '' ? '' : `|${content}`}\n` });
  service.addRule('sections', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  service.addRule('caption', { filter: 'caption', replacement: (content) => `\n\n${content.trim()}\n\n` });
  service.addRule('table', { filter: 'table', replacement: (content) => table(content) });
  return service;
}

/** A break at the beginning or the end of a paragraph breaks nothing. */
function isAmid(node: Node): boolean {
  return isInline(neighbour(node, 'previousSibling')) && isInline(neighbour(node, 'nextSibling'));
}

function neighbour(node: Node, way: 'previousSibling' | 'nextSibling'): Node | null {
  let next = node[way];
  while (next !== null && next.nodeType === 3 && (next.nodeValue ?? '').trim() === '') next = next[way];
  return next;
}

function isInline(node: Node | null): boolean {
  return node !== null && !/^(?:BR|H\d|P|DIV|UL|OL|TABLE|PRE|BLOCKQUOTE|HR|SECTION)$/.test(node.nodeName);
}

function listItem(content: string, node: Element): string {
  const parent = node.parentElement;
  const marker = parent?.nodeName === 'OL' ? `${numberOf(node, parent)}. ` : '- ';
  const text = content
    .trim()
    .replace(/^(\[[ x]\])\s+/, '$1 ')
    .replaceAll('\n', `\n${' '.repeat(marker.length)}`);
  return `${marker}${text}\n`;
}

const numbered = new WeakMap<Element, Map<Element, number>>();

/** Counted once a list: looking for each item among its siblings would take the square of a long list. */
function numberOf(item: Element, list: Element): number {
  let numbers = numbered.get(list);
  if (numbers === undefined) {
    const start = Number(list.getAttribute('start') ?? '1');
    const first = Number.isSafeInteger(start) && start >= 0 && start < 1e6 ? start : 1;
    numbers = new Map(Array.from(list.children, (child, index) => [child, first + index]));
    numbered.set(list, numbers);
  }
  return numbers.get(item) ?? 1;
}

/** GFM knows cells of one line: paragraphs and lists in them become sentences in a row. */
function cell(content: string, node: Element): string {
  const text = content
    .trim()
    .replace(/\\\n/g, ' ')
    .replace(/\n\s*(?:[-*] )?/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/^- /, '').trim())
    .join('; ')
    .replace(/([.:;,!?])(?:\s*;\s)/g, '$1 ')
    .replace(/(?<!\\)\|/g, '\\|');
  const span = Math.min(Number(node.getAttribute('colspan') ?? '1') || 1, WIDEST_SPAN);
  return ` ${text} |${'  |'.repeat(Math.max(span - 1, 0))}`;
}

/** The first row is the head, for GFM knows no table without one. A table of one cell is a box around text. */
function table(content: string): string {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.filter((line) => line.startsWith('|'));
  const before = lines.filter((line) => !line.startsWith('|')).join('\n\n');
  const columns = Math.max(0, ...rows.map(columnCount));
  if (rows.length === 1 && columns === 1) return `\n\n${before}\n\n${rows[0]?.slice(1, -1).trim() ?? ''}\n\n`;
  const [head = '', ...body] = rows.map((row) => row + '  |'.repeat(columns - columnCount(row)));
  if (head === '') return `\n\n${before}\n\n`;
  return `\n\n${before}\n\n${[head, `|${' --- |'.repeat(columns)}`, ...body].join('\n')}\n\n`;
}

function columnCount(row: string): number {
  return row.replace(/\\\|/g, '').split('|').length - 2;
}

/** What would be markup at the beginning of a line, and what would be anywhere. Words with underscores inside stay as they are. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/\[(?=[[^\]]|[^\]\n]{0,200}\][([:])/g, '\\[')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/~~/g, '\\~~')
    .replace(/^([ \t]*)([-+>](?=\s|$)|#{1,6}(?=\s|$)|=+$|-{3,}$)/gm, '$1\\$2')
    .replace(/^([ \t]*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}
