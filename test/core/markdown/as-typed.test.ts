// Text from elsewhere whose author knew no Markdown: its lines and its indentation mean what they look like.
import { describe, expect, it } from 'vitest';
import { makeEnv } from '../../../src/core/markdown/env.ts';
import { parseMarkdown, renderTokens } from '../../../src/core/markdown/renderer.ts';
import { hasLines } from '../../../src/core/markdown/rules/breaks.ts';

const registry = { resolve: () => undefined, resolveFile: () => undefined };

function html(text: string, habits: { isImported?: true; keepsLines?: true }): string {
  const env = makeEnv({ docId: 'a', file: 'a.md', registry, bodyLine: 1, ...habits });
  return renderTokens(parseMarkdown(text, env), env).trim();
}

describe('indented words of an imported text', () => {
  it('are words, with the blanks they were typed with', () => {
    expect(html('Impact:\n\n    Nobody could pay.\n      Not even we.\n', { isImported: true })).toBe(
      '<p>Impact:</p>\n<pre class="as-typed">Nobody could pay.\n  Not even we.\n</pre>',
    );
  });

  it('are code where they read as code, and in what was written for the site', () => {
    expect(html('    if (a < b) { fail(); }\n', { isImported: true })).toContain('<code>');
    expect(html('    Nobody could pay.\n', {})).toContain('<code>');
  });

  it('hold no HTML of their author', () => {
    expect(
      html('    Nobody could pay, said the team.\n    And nobody did. And nobody did.\n    Or so.\n    And so on.\n    <b>x</b>\n', {
        isImported: true,
      }),
    ).toContain('&lt;b&gt;');
  });
});

describe('lines', () => {
  it('stay lines where they are kept', () => {
    expect(html('one\ntwo', { keepsLines: true })).toBe('<p>one<br>\ntwo</p>');
    expect(html('one\ntwo', {})).toBe('<p>one\ntwo</p>');
  });

  it.each([
    ['Summary\nThe shop was down.\nTimeline\n10:00 AM it fell over\n', true],
    ['# Summary\nshort\nlines\n', false],
    ['**Impact:** none\nshort\n', false],
    [`${'The shop was down for as long as it took to find out what had happened to\n'.repeat(4)}it.\n`, false],
    ['One paragraph.\n\nAnother.\n', false],
  ])('are seen in %j: %s', (text, isSo) => {
    expect(hasLines(text)).toBe(isSo);
  });
});
