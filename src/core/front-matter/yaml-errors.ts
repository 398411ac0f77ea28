// What is wrong with YAML, in words that do not take knowing the grammar of YAML.
import type { YAMLError } from 'yaml';

interface Said {
  readonly message: string;
  readonly hint?: string;
}

const QUOTE = 'Put the whole value in quotes.';

const SENTENCES: Readonly<Partial<Record<YAMLError['code'], Said>>> = {
  ALIAS_PROPS: { message: 'An alias (`*name`) cannot have an anchor or a tag.' },
  BAD_ALIAS: { message: 'A value that begins with `*` or `&` means a reference in YAML, and this one leads nowhere.', hint: QUOTE },
  BAD_COLLECTION_TYPE: { message: 'The value is not of the kind its tag says.' },
  BAD_DIRECTIVE: {
    message: 'A line that begins with `%` is an instruction to YAML readers, which front matter does not take.',
    hint: QUOTE,
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes begins an escape, and this one is not known.',
    hint: 'Use single quotes, or write two backslashes.',
  },
  BAD_INDENT: {
    message: 'The indentation fits neither the line above nor the field it belongs to.',
    hint: 'Fields of one level begin in the same column.',
  },
  BAD_PROP_ORDER: { message: 'Anchors and tags stand before the value.' },
  BAD_SCALAR_START: { message: 'A value cannot begin with this character.', hint: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second `: ` on the line makes this a field inside a field.',
    hint: 'Put the whole value in quotes: `title: "Outage: checkout"`.',
  },
  BLOCK_IN_FLOW: { message: 'Inside brackets a list is written `[a, b]`, without dashes.' },
  KEY_OVER_1024_CHARS: { message: 'The name of a field is longer than 1,024 characters.', hint: 'Look for a quote that is not closed.' },
  MISSING_CHAR: { message: 'Something is not closed here: a quote, a bracket, or a space missing after a colon or comma.' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'The line is neither a field (`name: value`) nor part of the value above.',
    hint: 'Indent it, or give it a name and a colon.',
  },
  MULTIPLE_ANCHORS: { message: 'A value cannot have two anchors.' },
  MULTIPLE_DOCS: { message: 'The front matter holds more than one YAML document.', hint: 'Keep one.' },
  MULTIPLE_TAGS: { message: 'A value cannot have two tags.' },
  NON_STRING_KEY: { message: 'The name of a field must be text.' },
  TAB_AS_INDENT: { message: 'YAML is indented with spaces, and here is a tab.', hint: 'Replace it by spaces.' },
  UNEXPECTED_TOKEN: { message: 'This cannot stand here.', hint: 'A text with `[`, `{`, `:` or `#` in it needs quotes.' },
};

/** Where one code stands for several mistakes, the reader's own sentence tells them apart. */
const BY_MESSAGE: readonly (readonly [RegExp, Said])[] = [
  [/Missing closing ("|')quote|Missing closing \W?quote/, { message: 'The quote is not closed.', hint: 'Close it on the same line.' }],
  [/must end with a \]|Flow sequence/, { message: 'The list is not closed: `]` is missing.' }],
  [/must end with a \}|Flow map/, { message: 'The map is not closed: `}` is missing.' }],
  [/must be separated from other tokens|Comments must/, { message: 'A comment needs a space before its `#`.', hint: QUOTE }],
  [/directives-end/, { message: 'A line that begins with `%` is an instruction to YAML readers, which front matter does not take.' }],
  [
    /Block scalar header/,
    { message: 'After `|` or `>` the text begins on the next line.', hint: 'Move the rest of the line down, indented.' },
  ],
  [/at node end/, { message: 'Something stands after the end of a value.', hint: QUOTE }],
  [/Missing , /, { message: 'A comma is missing between two values.' }],
  [/Plain value cannot start with/, { message: 'A value cannot begin with this character.', hint: QUOTE }],
  [
    /Implicit map keys need to be followed by map values/,
    { message: 'The line is no field: its colon is missing.', hint: 'Write `name: value`.' },
  ],
];

export function sayYamlError(error: YAMLError): Said {
  const byMessage = BY_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1];
  return byMessage ?? SENTENCES[error.code] ?? { message: 'This is not valid YAML.' };
}
