// A talk pasted from a chat: who said it and when on one line, what was said below.
import type { Line } from './layout/lines.ts';
import { momentsIn } from './page.ts';
import type { Entry } from './times/entry.ts';

/** "Dana Ortiz  9:02 AM", "incident-bot APP [14:02]" */
const SPEAKER = /^@?[\p{L}][\p{L}\p{N}._'’-]*(?: [\p{L}\p{N}._'’()-]+){0,3},?\s+(?:at\s|[–—|-]\s)?[[(]?$/u;
/** Fewer people saying something are a signature. */
const FEWEST = 4;
const LONGEST = 60;

/** Messages of a talk, in order; none where the text is no talk. */
export function chatEntries(lines: readonly Line[]): Entry[] {
  const heads = lines.flatMap((line, index) => (isHead(line) && lines[index + 1]?.kind !== 'blank' ? [index] : []));
  if (heads.length < FEWEST) return [];
  return heads.flatMap((at, order) => {
    const line = lines[at];
    const [found] = line ? momentsIn(line) : [];
    if (!line || !found) return [];
    const { start, end, until: _, ...moment } = found;
    const below = lines.slice(at + 1, heads[order + 1]).filter(({ kind }) => kind !== 'blank');
    const words = below[0]?.words ?? '';
    const when = { at: moment, approximate: false, isPartOfText: false, end, written: line.words.slice(start, end) };
    return [
      {
        when,
        words,
        below: below
          .slice(1, 6)
          .map((each) => each.words)
          .join(' '),
        line,
      },
    ];
  });
}

/** A name and a time, and nothing else. */
function isHead(line: Line): boolean {
  if (line.kind !== 'text' || line.words.length > LONGEST) return false;
  const [found, ...others] = momentsIn(line);
  return (
    found?.clock !== undefined &&
    others.length === 0 &&
    SPEAKER.test(line.words.slice(0, found.start)) &&
    /^[\])\s]*$/.test(line.words.slice(found.end))
  );
}
