// SVG without comments, metadata and what drawing programs note for themselves: the path of the file on its author's disk, among others.

const OPENINGS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<metadata', '</metadata>'],
];
const NOTES = /<(?:sodipodi|inkscape):[\w-]+\b[^<>]*\/>|\s(?:sodipodi|inkscape|serif|sketch):[\w-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')/gi;

/** The very same bytes where there is nothing of the kind. */
export function stripSvg(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8').decode(bytes);
  const stripped = OPENINGS.reduce(withoutSpans, text).replace(NOTES, '');
  return stripped === text ? bytes : new TextEncoder().encode(stripped);
}

/** One that is not closed stays: browsers would show nothing of the file. */
function withoutSpans(text: string, [open, close]: readonly [string, string]): string {
  const parts: string[] = [];
  let done = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, done)) {
    const to = text.indexOf(close, from);
    if (to < 0) break;
    parts.push(text.slice(done, from));
    done = to + close.length;
  }
  return parts.join('') + text.slice(done);
}
