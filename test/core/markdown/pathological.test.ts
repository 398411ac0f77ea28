// Texts made to take long: every one must be read in time that grows no faster than its length.
import { describe, test } from 'vitest';
import { LONGEST_TEXT, parseMarkdown, renderTokens, richText } from '../../../src/core/markdown/renderer.ts';
import { inTime } from '../../processor-time.ts';
import { sampleEnv } from './sample-env.ts';

/** Generous, for a machine that does other things: quadratic readings of these texts take minutes. */
const LIMIT_MS = 5000;

function fill(piece: string): string {
  return piece.repeat(Math.floor(30_000 / piece.length));
}

const TEXTS: Readonly<Record<string, string>> = {
  '100,000 opening brackets': '['.repeat(100_000),
  '100,000 nested brackets': '['.repeat(50_000) + ']'.repeat(50_000),
  'nested incident links': `${'[['.repeat(20_000)}a${']]'.repeat(20_000)}`,
  'unfinished incident links': fill('[[2024-01-15-fpm-outage'),
  '50,000 emphasised letters': '*a'.repeat(50_000),
  'mixed emphasis': fill('*a **b _c '),
  'nested images': '!['.repeat(20_000),
  'nested links': fill('[a]('),
  'nested inline footnotes': `${'^['.repeat(20_000)}${']'.repeat(20_000)}`,
  'a reference used often on one line': `[a]: b\n${fill('[a] ')}`,
  'backticks of every length': Array.from({ length: 500 }, (_, index) => '`'.repeat(index)).join(' '),
  'deep quotations': '>'.repeat(100_000),
  'deep lists': Array.from({ length: 500 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n'),
  'a long table': `|a|b|\n|-|-|\n${fill('|1|2|\n')}`,
  'a wide table': `${'|'.repeat(5000)}\n${'|-'.repeat(5000)}|\n${fill('|1|2|\n')}`,
  'equal headings': fill('# a\n'),
  'headings that look numbered': fill('# a\n# a-2\n'),
  'many footnotes': Array.from({ length: 5000 }, (_, index) => `[^${index}]\n\n[^${index}]: x\n\n`).join(''),
  'one footnote named often': `[^a]: x\n\n${fill('[^a]')}`,
  'many addresses': fill('http://a.b '),
  'half addresses': fill('http://'),
  'half mail addresses': fill('a@'),
  'many tasks': fill('- [ ] a\n'),
  'nested alerts': fill('> [!NOTE]\n> > [!TIP]\n'),
  'many code blocks': fill('```sh\nls | grep x\n```\n'),
  'one large code block': `\`\`\`js\n${fill('a ')}\n\`\`\``,
  'half tags': fill('<a '),
  'half comments': fill('<!-- '),
  'half targets': fill(']('),
  entities: fill('&amp;'),
  'zero bytes': '\0'.repeat(100_000),
  'lone surrogates': fill('[\ud800](\udc00) [[\ud800]] '),
  blanks: ' '.repeat(100_000),
};

describe('is read in time', () => {
  test.each(Object.entries(TEXTS))('%s', async (_name, text) => {
    await inTime(LIMIT_MS, () => {
      const env = sampleEnv();
      renderTokens(parseMarkdown(text, env), env);
      richText(text, env);
    });
  });

  test('the longest text that is read at all', async () => {
    const text = '*a [b](c) '.repeat(LONGEST_TEXT / 10);
    await inTime(LIMIT_MS, () => {
      const env = sampleEnv();
      renderTokens(parseMarkdown(text, env), env);
    });
  });
});
