// Atlassian Document Format as Markdown: https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
import { asRecord, at, listAt, textAt } from './record.ts';

/** Deeper than any document a person made. */
const DEEPEST = 60;

function isAdf(value: unknown): boolean {
  return textAt(value, 'type') === 'doc' && Array.isArray(at(value, 'content'));
}

/** Markdown of a document; text as it is where it is no document. */
export function adfText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isAdf(value)) return undefined;
  const text = blocks(listAt(value, 'content'), 0).trim();
  return text === '' ? undefined : text;
}

function blocks(nodes: readonly unknown[], depth: number): string {
  if (depth > DEEPEST) return nodes.map((node) => wordsOf(node)).join(' ');
  return nodes
    .map((node) => block(node, depth))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function block(node: unknown, depth: number): string {
  const content = listAt(node, 'content');
  switch (textAt(node, 'type')) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(1, Number(at(node, 'attrs', 'level')) || 2)))} ${inline(content)}`;
    case 'bulletList':
      return items(content, depth, () => '- ');
    case 'orderedList':
      return items(content, depth, (index) => `${(Number(at(node, 'attrs', 'order')) || 1) + index}. `);
    case 'taskList':
      return items(content, depth, (_index, item) => (textAt(item, 'attrs', 'state') === 'DONE' ? '- [x] ' : '- [ ] '));
    case 'decisionList':
      return items(content, depth, () => '- ');
    case 'codeBlock':
      return `\`\`\`\`${textAt(node, 'attrs', 'language') ?? ''}\n${content.map((part) => textAt(part, 'text') ?? '').join('')}\n\`\`\`\``;
    case 'blockquote':
    case 'panel':
      return blocks(content, depth + 1).replace(/^/gm, '> ');
    case 'rule':
      return '---';
    case 'table':
      return table(content);
    case 'paragraph':
      return inline(content);
    default:
      return content.some((part) => textAt(part, 'type') === 'text') ? inline(content) : blocks(content, depth + 1);
  }
}

function items(content: readonly unknown[], depth: number, mark: (index: number, item: unknown) => string): string {
  return content
    .map((item, index) => {
      const parts = listAt(item, 'content');
      const isInline = parts.every((part) => INLINE.has(textAt(part, 'type') ?? ''));
      // A nested task list stands beside the item it belongs to, not in it.
      const isNested = /List$/.test(textAt(item, 'type') ?? '');
      const text = isNested ? block(item, depth + 1) : isInline ? inline(parts) : blocks(parts, depth + 1).replaceAll('\n\n- ', '\n- ');
      return isNested ? text.replace(/^/gm, '  ') : `${mark(index, item)}${text.replaceAll('\n', '\n  ')}`;
    })
    .join('\n');
}

function table(rows: readonly unknown[]): string {
  const cells = rows.map((row) =>
    listAt(row, 'content').map((cell) =>
      blocks(listAt(cell, 'content'), 0)
        .replace(/\s*\n\s*(?:- )?/g, ' ')
        .replace(/(?<!\\)\|/g, '\\|'),
    ),
  );
  const width = Math.min(50, Math.max(0, ...cells.map(({ length }) => length)));
  const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const [head, ...body] = cells;
  return head === undefined || width === 0 ? '' : [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

const INLINE = new Set(['text', 'hardBreak', 'mention', 'emoji', 'date', 'inlineCard', 'status']);

function inline(nodes: readonly unknown[]): string {
  return nodes
    .map((node) => word(node))
    .join('')
    .trim();
}

function word(node: unknown): string {
  switch (textAt(node, 'type')) {
    case 'text':
      return marked(String(at(node, 'text') ?? ''), listAt(node, 'marks'));
    case 'hardBreak':
      return '\\\n';
    case 'mention':
      return textAt(node, 'attrs', 'text') ?? '';
    case 'emoji':
      return textAt(node, 'attrs', 'text') ?? textAt(node, 'attrs', 'shortName') ?? '';
    case 'status':
      return textAt(node, 'attrs', 'text') ?? '';
    case 'date':
      return dayOf(at(node, 'attrs', 'timestamp'));
    case 'inlineCard':
      return textAt(node, 'attrs', 'url') ?? '';
    default:
      return wordsOf(node);
  }
}

function dayOf(timestamp: unknown): string {
  const milliseconds = Number(timestamp);
  return Number.isFinite(milliseconds) && Math.abs(milliseconds) < 8e15 ? new Date(milliseconds).toISOString().slice(0, 10) : '';
}

function marked(text: string, marks: readonly unknown[]): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  const wrapped = marks.reduce<string>((inner, mark) => {
    const type = textAt(mark, 'type');
    if (type === 'strong') return `**${inner}**`;
    if (type === 'em') return `*${inner}*`;
    if (type === 'code') return `\`${inner}\``;
    if (type === 'strike') return `~~${inner}~~`;
    if (type === 'link') return `[${inner}](${(textAt(mark, 'attrs', 'href') ?? '').replace(/[()\s]/g, encodeURIComponent)})`;
    return inner;
  }, words);
  return `${before}${wrapped}${after}`;
}

/** The words alone, by a stack of its own: nothing is too deep for it. */
function wordsOf(node: unknown): string {
  const words: string[] = [];
  const stack: unknown[] = [node];
  while (stack.length > 0) {
    const next = asRecord(stack.pop());
    const text = textAt(next, 'text');
    if (text !== undefined) words.push(text);
    stack.push(...[...listAt(next, 'content')].reverse());
  }
  return words.join(' ');
}
