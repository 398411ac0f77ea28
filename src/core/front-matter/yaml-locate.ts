// Finds where a value of a YAML document stands, and how it was written.
import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { LineColumn } from '../text/line-index.ts';

type Path = readonly (string | number)[];

export interface YamlSource {
  /** Where a value stands, or its key; for a path that does not exist, its nearest existing parent. */
  locate(path: Path, key?: boolean): LineColumn;
  /** A value without quotes as it was written, whatever it was read as. */
  written(path: Path): string | undefined;
}

export function sourceOf(document: Document.Parsed, at: (offset: number) => LineColumn): YamlSource {
  return { locate: locateIn(document, at), written: (path) => writtenIn(document, path) };
}

function writtenIn(document: Document.Parsed, path: Path): string | undefined {
  const node = path.reduce<unknown>((parent, segment) => child(resolve(parent, document), segment)?.value, document.contents);
  return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
}

/** A value that is left empty stands where its key does. */
function locateIn(document: Document.Parsed, at: (offset: number) => LineColumn): YamlSource['locate'] {
  return (path, wantsKey = false) => {
    let node: unknown = document.contents;
    let best = 0;
    for (const [depth, segment] of path.entries()) {
      const found = child(resolve(node, document), segment);
      if (found === undefined) break;
      const isLast = depth === path.length - 1;
      const inner = startOf(found.value);
      best = (isLast && wantsKey ? found.key : inner) ?? found.key ?? best;
      node = found.value;
    }
    return at(best);
  };
}

interface Child {
  readonly value: unknown;
  /** Offset of the key; of an item of a list, that of the place behind its dash where it is left empty. */
  readonly key: number | undefined;
}

function child(parent: unknown, segment: string | number): Child | undefined {
  if (isSeq(parent)) {
    const value = typeof segment === 'number' ? parent.items[segment] : undefined;
    return value === undefined ? undefined : { value, key: afterDash(value) };
  }
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value ?? '') === String(segment));
  return pair && { value: pair.value, key: isNode(pair.key) ? pair.key.range?.[0] : undefined };
}

function afterDash(item: unknown): number | undefined {
  return isNode(item) && startOf(item) === undefined ? item.range?.[0] : undefined;
}

/** Offset of a value; nothing for one that is left empty, which stands nowhere. */
function startOf(node: unknown): number | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  return isCollection(node) || end > start ? start : undefined;
}

function resolve(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}
