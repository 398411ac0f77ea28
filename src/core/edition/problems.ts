// What building an edition may find wrong, for docs/checks.md.
import type { RuleText } from '../check/rule.ts';

type Row = readonly [code: string, severity: 'error' | 'warning', title: string, why: string];

const ROWS: readonly Row[] = [
  [
    'leak',
    'error',
    'Something withheld stands in a file of the site.',
    'Every byte is searched before the site takes the place of the old one. The message names the file, the place in it and where the string comes from, not the string: take it out of the text it is in, or list it under `redact`.',
  ],
  [
    'unsearchable-file',
    'error',
    'A file of the site cannot be unpacked, so that nothing can be said of what it holds.',
    'What cannot be searched is not published.',
  ],
  [
    'unproven-attachment',
    'error',
    'A PDF is attached to an incident of the public edition.',
    'No program can find every text of a PDF. Read it, and list it under `attachments` of the edition; or take it out.',
  ],
  [
    'image-damaged',
    'error',
    'An image cannot be read, so its metadata cannot be taken out.',
    'It may say where and by whom it was taken. Save it again.',
  ],
  [
    'edition-clash',
    'error',
    'Two incidents have one id, path or alias, or two attachments one name, once what is withheld is replaced.',
    'One would take the place of the other. Give one of the two another `id`, alias or name.',
  ],
  [
    'edition-field',
    'error',
    'A field is wrong once what is withheld is replaced.',
    'The field holds the string where only certain words may stand, such as a day.',
  ],
  [
    'ordinary-title',
    'warning',
    'The title of an incident that is left out consists of a word or two that several others use.',
    'They cannot be told from ordinary words, so they stay. A title that says more can be withheld.',
  ],
];

export const EDITION_PROBLEMS: readonly RuleText[] = ROWS.map(([code, severity, title, why]) => ({
  code,
  severity,
  title,
  why,
  bad: '',
  fixed: '',
}));
