// Word documents, through mammoth: nothing outside the file is opened, and nothing is unpacked before it is known to be small enough.
import mammoth from 'mammoth';
import { type Converted, convertHtml } from './html.ts';
import { inspectZip } from './zip-limits.ts';

/** Styles that mammoth does not know by itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
];

export async function convertDocx(bytes: Uint8Array): Promise<Converted> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = inspectZip(buffer, (name) => /\.(?:xml|rels)$/i.test(name));
  if ('refusal' in zip) return zip;
  if (!zip.names.includes('word/document.xml'))
    return { code: 'other-kind', refusal: 'It is a zip file, but not a Word document. Unpack it, and import the folder.' };
  let images = 0;
  const convertImage = mammoth.images.imgElement(async () => {
    images++;
    return { src: '' };
  });
  const html = await mammoth
    .convertToHtml({ buffer }, { styleMap: STYLES, externalFileAccess: false, convertImage })
    .then(({ value }) => value)
    .catch(() => undefined);
  // Parts that contradict the directory of the file, or no XML: mammoth says so by throwing.
  if (html === undefined) return { code: 'damaged', refusal: 'It is a damaged Word document. Open it in Word, and save it again.' };
  const converted = convertHtml(html);
  if ('refusal' in converted || images === 0) return converted;
  const message = `Images in the document were left out: ${images}. Save them beside the postmortem and link to them.`;
  return { ...converted, notes: [...converted.notes, { code: 'images-left-out', message, severity: 'warning' }] };
}
