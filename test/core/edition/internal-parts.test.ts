// What is marked `[internal]` goes with all that belongs to it, and with nothing else.
import { expect, test } from 'vitest';
import { withoutInternalParts } from '../../../src/core/edition/internal-parts.ts';

test.each([
  ['a list item with what is indented below it', '- one\n- [internal] two\n\n  more\n- three', '- one\n- three'],
  ['an inner item alone', '- one\n  - in [internal]\n  - out\n- three', '- one\n  - out\n- three'],
  ['a row', '| a | b |\n|---|---|\n| 1 | [internal] |\n| 2 | x |', '| a | b |\n|---|---|\n| 2 | x |'],
  ['a paragraph', 'one\n\ntwo\n**[Internal]** two\n\nthree', 'one\n\n\nthree'],
  ['a section with those below it', '## A\n\na\n\n## B [internal]\n\nb\n\n### C\n\nc\n\n## D\n\nd', '## A\n\na\n\n## D\n\nd'],
  ['the last section', '## A\n\na\n\n# B [internal]\n\nb', '## A\n\na\n'],
  ['a section within another one that goes', '# A [internal]\n\n## B [internal]\n\nb\n\n# C\nc', '# C\nc'],
  [
    'neither a link nor code',
    '[internal](x.md) `[internal]`\n\n```\n[internal]\n```',
    '[internal](x.md) `[internal]`\n\n```\n[internal]\n```',
  ],
])('%s', (_, text, wanted) => {
  expect(withoutInternalParts(text)).toBe(wanted);
});
