// A text as a YAML value: plain where every reader of YAML 1.1 and 1.2 takes it for that text, else in quotes.

/** How the value that stood there before was written. */
export type ScalarStyle = 'plain' | 'single' | 'double';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Commas and brackets end a value inside of one-line lists and maps; a colon at the end would make a field of it. */
const ADDRESS = /^https?:\/\/[^\s,[\]{}'"`|<>\\^]*[^\s,[\]{}'"`|<>\\^:]$/;
const WORDS = /^\p{L}(?:[\p{L}\p{M}\p{N} .()'’/_+-]*[\p{L}\p{M}\p{N}.()_+-])?$/u;
/** Words that some reader of YAML takes for something else than a text. */
const OTHER_KIND = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf|infinity)$/i;

export function yamlScalar(text: string, style: ScalarStyle): string {
  if (style === 'single' && !/[\n\t]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return style === 'plain' && isPlain(text) ? text : JSON.stringify(text);
}

function isPlain(text: string): boolean {
  return DAY.test(text) || ADDRESS.test(text) || (WORDS.test(text) && !OTHER_KIND.test(text));
}
