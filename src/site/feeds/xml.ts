// Text as XML takes it. JSX is no help here: it writes HTML, where void elements and character rules differ.

/** Everything outside https://www.w3.org/TR/xml/#charsets: most control characters and halves of surrogate pairs, which no escape saves. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe as text and in attributes, of HTML as of XML. */
export function escapeMarkup(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** `<name a="1">inner</name>`. `inner` is markup, attributes are text. Attributes without a value are left out. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, inner = ''): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) start += ` ${key}="${escapeMarkup(value)}"`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** `<name>text</name>` */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
