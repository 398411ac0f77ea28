// The problems of files, YAML and fields as docs/checks.md lists them. They are found by src/io and core/front-matter, before any check runs.
import type { RuleText } from './rule.ts';

type Row = readonly [code: string, severity: 'error' | 'warning', title: string, why: string, fix?: readonly [bad: string, fixed: string]];

const FILE_ROWS: readonly Row[] = [
  [
    'no-postmortems',
    'warning',
    'There is no postmortem in the folder.',
    'Most often another folder was meant. A build is stopped by it: a good site is never replaced by an empty one.',
  ],
  [
    'nothing-to-publish',
    'warning',
    'Every postmortem is restricted, so that no incident would be in the site.',
    'A build is stopped by it, also when `--allow-errors` would leave every postmortem out. A site that must go is deleted by hand.',
  ],
  ['not-utf-8', 'error', 'The file is not UTF-8.', 'In another encoding its letters cannot be told for certain. Save it as UTF-8.'],
  [
    'binary-file',
    'error',
    'The file is not text.',
    'It holds bytes that no text has: a picture or a dump that was named like a postmortem.',
  ],
  ['too-large', 'error', 'The file is larger than 2 MB.', 'No postmortem is. Put logs and dumps into the folder beside it.'],
  ['unreadable', 'error', 'The file cannot be read.', 'Its permissions forbid it, or it is not a regular file.'],
  [
    'outside-archive',
    'error',
    'A symbolic link leads out of the archive.',
    'What it points at was never meant to be published. A warning where the link is not named like a postmortem.',
  ],
  [
    'linked-folder',
    'error',
    'A symbolic link leads to a folder.',
    'Links may go round in circles; only files may be linked. A warning where the link is not named like a postmortem.',
  ],
  ['directory-named-md', 'error', 'A folder is named like a postmortem.', 'Nothing in it is read, which its author would not notice.'],
  ['file-extension', 'warning', 'A file looks like a postmortem but does not end in .md.', 'It would be missing without a word.'],
  [
    'bad-file-name',
    'error',
    'The name of the file cannot be an id.',
    'It becomes part of the address. Rename the file, or give it an `id`.',
    ['Ausfall am Montag!.md', '2026-11-20-ausfall.md'],
  ],
  [
    'asset-type',
    'warning',
    'An attachment is of a type that is not published.',
    'Images, PDF and plain text are; anything that could run under the name of the site is not.',
  ],
  ['asset-too-large', 'warning', 'An attachment is larger than 50 MB.', 'Readers would wait for it, and so would every publication.'],
  [
    'unsafe-svg',
    'warning',
    'A drawing holds scripts or links to other hosts.',
    'It could act in the name of the reader. Export it as a plain drawing, or as PNG.',
  ],
];

const YAML_ROWS: readonly Row[] = [
  [
    'no-front-matter',
    'error',
    'The file does not begin with front matter.',
    'Title and times stand there, between two lines of three dashes.',
    ['# Checkout errors', '---\ntitle: Checkout errors\nstarted: 2026-11-20\n---'],
  ],
  [
    'unclosed-front-matter',
    'error',
    'The front matter is not closed.',
    'Without the second line of dashes nobody knows where the text begins.',
    ['---\ntitle: Checkout errors\n\nIt began …', '---\ntitle: Checkout errors\n---\n\nIt began …'],
  ],
  [
    'bad-fence',
    'error',
    'A line of dashes is not exactly three dashes.',
    'Other tools read `---js` as a program to run, and `----` as a heading.',
    ['---js', '---'],
  ],
  ['front-matter-too-large', 'error', 'The front matter is longer than 256 kB.', 'No fields need that much: long text belongs below them.'],
  [
    'no-fields',
    'error',
    'The front matter is not a list of fields.',
    'Each fact stands behind its name.',
    ['- Checkout errors', 'title: Checkout errors'],
  ],
  [
    'invalid-yaml',
    'error',
    'The front matter is not valid YAML.',
    'Nothing in it can be relied on. All mistakes are named at once.',
    ['title: Outage: checkout', 'title: "Outage: checkout"'],
  ],
  [
    'duplicate-key',
    'error',
    'A field is given twice.',
    'One of the two would be lost.',
    ['severity: SEV1\nseverity: SEV2', 'severity: SEV2'],
  ],
  [
    'yaml-tag',
    'error',
    'A value has a YAML tag.',
    'Tags can ask a reader to make things other than text. None are read.',
    ['title: !!binary aGk=', 'title: Checkout errors'],
  ],
  [
    'yaml-merge-key',
    'error',
    'A merge key is used.',
    'Merge keys are not part of YAML 1.2. Write the fields out.',
    ['<<: *defaults', 'severity: SEV2'],
  ],
  [
    'yaml-repetition',
    'error',
    'Aliases repeat parts of the YAML too often.',
    'Ten lines can be made to mean a billion values. Write them out.',
  ],
  ['too-deep', 'error', 'Lists and fields are nested too deep.', 'A bracket is not closed, or the file was made to exhaust its reader.'],
  ['unsafe-key', 'error', 'A field has a name that cannot be one.', 'Names such as `__proto__` mean something else to programs.'],
  ['control-character', 'error', 'A control character stands in the front matter.', 'It cannot be seen, and YAML forbids it.'],
];

const FIELD_ROWS: readonly Row[] = [
  [
    'unknown-field',
    'error',
    'There is no such field.',
    'It would be ignored silently. Misspelt ones are recognised; others can be listed under `ignored_fields` of the site.',
    ['severty: SEV1', 'severity: SEV1'],
  ],
  [
    'wrong-type',
    'error',
    'A value is of the wrong kind.',
    'A list was expected and a text given, or the other way round.',
    ['impact: 500', 'impact: { users_affected: 500 }'],
  ],
  ['wrong-value', 'error', 'A value is not allowed here.', 'The message lists what is.', ['status: finished', 'status: published']],
  [
    'missing-part',
    'error',
    'Something is missing within a field.',
    'An action item without a title, or a link without an address, says nothing.',
    ['links: [{ title: Dashboard }]', 'links: [{ title: Dashboard, url: "https://metrics.example/d/1" }]'],
  ],
  [
    'field-conflict',
    'error',
    'Two fields that mean the same are both given, and differ.',
    'Nobody can tell which one is right.',
    ['started: 2026-11-20\nstart_time: 2026-11-21', 'started: 2026-11-20'],
  ],
  ['repeated-value', 'warning', 'A value stands in a list twice.', 'It counts once.', ['tags: [config, config]', 'tags: [config]']],
  ['more-problems', 'error', 'The front matter has more problems than are shown.', 'Mend those that are; the rest appears then.'],
];

export const FILE_PROBLEMS = FILE_ROWS.map(toText);
export const YAML_PROBLEMS = YAML_ROWS.map(toText);
export const FIELD_PROBLEMS = FIELD_ROWS.map(toText);

function toText([code, severity, title, why, [bad, fixed] = ['', '']]: Row): RuleText {
  return { code, severity, title, why, bad, fixed };
}
