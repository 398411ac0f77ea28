// YAML 1.2, core schema, as a value with positions on demand. Never throws; every problem of a document is told at once.
import { readYamlDocument, type YamlReading } from './yaml-document.ts';
import type { YamlSource } from './yaml-locate.ts';
import { readPlainYaml } from './yaml-plain.ts';

/** Reads a document whose lines end in LF; positions count from its first line. */
export function readYaml(source: string): YamlReading {
  const plain = readPlainYaml(source);
  if (plain === undefined) return readYamlDocument(source);
  // Positions are asked for by problems only, and most files have none: the slow reader waits until then.
  let text: YamlSource | undefined;
  const full = (): YamlSource => {
    text ??= readYamlDocument(source).source;
    return text;
  };
  return {
    value: plain.value,
    doubled: [],
    problems: [],
    source: { locate: (path, key) => full().locate(path, key), written: (path) => full().written(path) },
  };
}
