// Words of scripts that put no spaces between them. The segmenter is made when the first such text comes.
import { fold } from './fold.ts';
import { pairs } from './parts.ts';

export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly parts: readonly string[];
}

let segmenter: Intl.Segmenter | undefined;

/** Long runs are cut, so that no engine's dictionary search meets a text of a megabyte. */
const AT_ONCE = 2000;

const KNOWN_AT_MOST = 0x4000;
const known = new Map<string, Pick<Segment, 'text' | 'parts'>>();

/** Words of a run of such text; where the engine has no segmenter, the run is one word with its pairs of characters. */
export function segmentsOf(run: string): Segment[] {
  const found: Segment[] = [];
  for (let start = 0; start < run.length; start += AT_ONCE) {
    for (const { index, segment } of cut(run.slice(start, start + AT_ONCE))) {
      const { text, parts } = read(segment);
      const from = start + index;
      if (text !== '') found.push({ from, to: from + segment.length, text, parts });
    }
  }
  return found;
}

/** What holds neither letter nor digit has an empty text. */
function read(segment: string): Pick<Segment, 'text' | 'parts'> {
  const remembered = known.get(segment);
  if (remembered) return remembered;
  if (known.size >= KNOWN_AT_MOST) known.clear();
  const text = /[\p{L}\p{N}]/u.test(segment) ? fold(segment).replace(/\s+/g, '') : '';
  const made = { text, parts: [...new Set(pairs(segment, 0).map((pair) => pair.text))] };
  known.set(` ${segment}`.slice(1), made);
  return made;
}

function cut(run: string): Iterable<{ index: number; segment: string }> {
  if (typeof Intl.Segmenter !== 'function') return [{ index: 0, segment: run }];
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return segmenter.segment(run);
}
