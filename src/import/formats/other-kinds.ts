// Files of kinds that are not read: what they are, and what to do with them instead.

/** The compound files of Office before 2007, which also wrap what has a password ([MS-CFB] 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = '%PDF-';
const RTF = '{\\rtf';
/** A document of these kinds can be saved as one that is read. */
const SAVE = 'Save it as Word (.docx), HTML, Markdown or text.';
/** Data, in which no sentence tells what happened. */
const DATA = /\.(csv|tsv|xml|ya?ml|sql|ics|toml|ini|log\.gz)$/i;

/** Why a file is not read, in a sentence; undefined where it may be. */
export function otherKind(path: string, bytes: Uint8Array): string | undefined {
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) {
    const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return isLocked
      ? 'It is protected by a password. Open it in Word, take the password off, and save it again.'
      : 'It is a file of an old Word (.doc); save it as .docx.';
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  if (start.startsWith(PDF)) return `It is a PDF file, which is not read. ${SAVE}`;
  if (start.startsWith(RTF)) return `It is a file of rich text (.rtf), which is not read. ${SAVE}`;
  const data = DATA.exec(path)?.[1]?.toLowerCase();
  return data === undefined
    ? undefined
    : `It is a .${data} file. Documents are read (Markdown, text, HTML, Word), and the JSON exports of incident tools.`;
}
