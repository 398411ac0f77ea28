// SVG without comments, metadata and what drawing programs note for themselves: the path of the file on its author's disk, among others.

const OPENINGS: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<metadata', '</metadata>'],
];
const NOTES = /<(?:sodipodi|inkscape):[\w-]+\b[^<>]*\/>|\s(?:sodipodi|inkscape|serif|sketch):[\w-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')/gi;

/** Photographs that the drawing carries: each has metadata of its own. */
const EMBEDDED = /(data:image\/(?:png|jpe?g|gif|webp)(?:;[\w=-]+)*;base64,)([A-Za-z\d+/=\s]*)/gi;

/** The very same bytes where there is nothing of the kind; undefined where an image in it cannot be read. */
export function stripSvg(bytes: Uint8Array, stripImage: (bytes: Uint8Array) => Uint8Array | undefined): Uint8Array | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let isWhole = true;
  const stripped = OPENINGS.reduce(withoutSpans, text)
    .replace(NOTES, '')
    .replace(EMBEDDED, (written, head: string, content: string) => {
      const image = bytesOf(content);
      const clean = image && stripImage(image);
      if (clean === undefined) isWhole = false;
      return clean === undefined || clean.length === image?.length ? written : head + base64Of(clean);
    });
  if (!isWhole) return undefined;
  return stripped === text ? bytes : new TextEncoder().encode(stripped);
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
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
