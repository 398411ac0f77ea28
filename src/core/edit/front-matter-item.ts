// One action item of the front matter as nodes of its YAML, with the offsets they have in the file.
import { isAlias, isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { isFields } from '../front-matter/is-fields.ts';
import { renameFields } from '../front-matter/renamed-fields.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { readYaml } from '../front-matter/yaml.ts';
import type { SiteConfig } from '../model/site-config.ts';
import { endOfLine, type Region, startOfLine } from './splice.ts';
import type { ScalarStyle } from './yaml-scalar.ts';

export interface GivenField {
  readonly name: string;
  /** In quotes, as JSON has them. */
  readonly isQuoted: boolean;
  readonly keyFrom: number;
  readonly keyTo: number;
  /** Both where the value would stand, for a field left empty. */
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly style: ScalarStyle;
  /** `|` or `>`: a header, and the lines below it. */
  readonly isBlock: boolean;
}

export interface GivenItem {
  readonly fields: readonly GivenField[];
  /** In braces. */
  readonly isFlow: boolean;
  readonly region: Region;
}

/** The item written at a place of the list; words where it is written in a way that is not edited. */
export function findGivenItem(text: string, index: number, config: SiteConfig): GivenItem | string {
  const split = splitFrontMatter(text);
  if ('problem' in split) return 'the front matter cannot be read';
  const base = text.indexOf('\n');
  const raw = readYaml(split.front).value;
  if (!isFields(raw) || !text.startsWith(split.front, base)) return 'the front matter cannot be read';
  const document = parseDocument(split.front, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
  let node: unknown = document.contents;
  for (const segment of renameFields(raw, config).written(['action_items', index])) {
    node = childOf(node, segment);
    if (isAlias(node)) return 'it is a repetition (`*name`) of what stands elsewhere';
  }
  if (!isMap(node) || !node.range) return 'it is not written as fields';
  return itemOf(node as YAMLMap, base, text);
}

function childOf(parent: unknown, segment: string | number): unknown {
  if (isSeq(parent)) return parent.items[Number(segment)];
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && String(key.value ?? '') === String(segment))?.value;
}

function itemOf(map: YAMLMap, base: number, text: string): GivenItem {
  const fields = map.items.map((pair) => fieldOf(pair, base, text));
  const [start = 0, end = 0] = map.range ?? [];
  const last = Math.max(base + end, ...fields.map(({ valueTo }) => valueTo));
  return {
    fields,
    isFlow: map.flow === true,
    region: { from: startOfLine(text, base + start), to: text[last - 1] === '\n' ? last - 1 : endOfLine(text, last) },
  };
}

function fieldOf({ key, value }: Pair, base: number, text: string): GivenField {
  const [keyStart = 0, keyEnd = 0] = isNode(key) ? (key.range ?? []) : [];
  const isEmpty = !isNode(value) || !value.range || value.range[0] === value.range[1];
  const [keyFrom, keyTo] = [base + keyStart, base + keyEnd];
  const colon = /^\s*:/.exec(text.slice(keyTo))?.[0].length;
  const type = isScalar(value) ? value.type : undefined;
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  return {
    name: isScalar(key) ? String(key.value ?? '') : '',
    isQuoted: isScalar(key) && key.type === 'QUOTE_DOUBLE',
    keyFrom,
    keyTo,
    ...(isEmpty || !value.range
      ? { valueFrom: keyTo + (colon ?? 0), valueTo: keyTo + (colon ?? 0) }
      : {
          valueFrom: base + value.range[0],
          valueTo: isBlock ? endOfBlock(text, base + value.range[0], base + value.range[1]) : base + value.range[1],
        }),
    style: type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : 'plain',
    isBlock,
  };
}

/** Empty lines below block text stay where they are, though `|+` counts them in. */
function endOfBlock(text: string, from: number, to: number): number {
  return Math.min(to, from + text.slice(from, to).trimEnd().length + 1);
}
