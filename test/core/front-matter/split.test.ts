// Where front matter ends and text begins; what is wrong with fences is in test/fixtures/front-matter.
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../src/core/front-matter/split.ts';
import { inTime } from '../../processor-time.ts';

describe('splitFrontMatter', () => {
  test.each([
    ['a body', '---\ntitle: x\n---\n\nText\n', '\ntitle: x', '\nText\n', 4],
    ['no body', '---\ntitle: x\n---\n', '\ntitle: x', '', 4],
    ['no line end after the fence', '---\ntitle: x\n---', '\ntitle: x', '', 3],
    ['a named language', '---yaml\ntitle: x\n---\nText', '\ntitle: x', 'Text', 4],
    ['nothing between the fences', '---\n---\nText', '\n', 'Text', 3],
    ['a comment alone', '---\n# nothing\n---\nText', '\n', 'Text', 4],
    ['rules in the text', '---\na: 1\n---\nText\n\n---\n\nMore', '\na: 1', 'Text\n\n---\n\nMore', 4],
    ['dashes within a value', '---\na: |\n  ---\n  b\n---\nText', '\na: |\n  ---\n  b', 'Text', 6],
  ])('%s', (_, text, front, body, bodyLine) => {
    expect(splitFrontMatter(text)).toEqual({ front, body, bodyLine });
  });

  test('the same text gives the same answer twice, whatever was wrong with the last one', () => {
    const text = '---\na: [\n---\n';
    expect(splitFrontMatter(text)).toEqual(splitFrontMatter(text));
    expect(splitFrontMatter('---js\n1\n---\n')).toHaveProperty('problem');
    expect(splitFrontMatter('---js\n1\n---\n')).toHaveProperty('problem');
  });

  test('front matter that is too long is not read', () => {
    expect(splitFrontMatter(`---\na: ${'x'.repeat(300_000)}\n---\n`)).toMatchObject({
      problem: { code: 'front-matter-too-large', line: 1 },
    });
    expect(splitFrontMatter(`---\na: 1\n${'\n'.repeat(200_000)}\n---\n`)).toMatchObject({
      problem: { code: 'front-matter-too-large', line: 2 },
    });
  });

  test('where it cannot be used, the text is what stands below it, if that can be told', () => {
    const restOf = (text: string) => (splitFrontMatter(text) as { rest?: unknown }).rest;
    expect(restOf('# Title\n\nText')).toEqual({ body: '# Title\n\nText', bodyLine: 1 });
    expect(restOf('---js\n1\n---\nText\n---\nmore')).toEqual({ body: 'Text\n---\nmore', bodyLine: 4 });
    expect(restOf('\n---\na: 1\n--- \nText')).toEqual({ body: 'Text', bodyLine: 5 });
    for (const text of ['---\na: 1\n\nText', '+++\na = 1\n+++\nText', '{ "a": 1 }\nText', '---js\n1\n---'])
      expect(restOf(text)).toBeUndefined();
  });

  test('a long body costs nothing', async () => {
    await inTime(1000, () => splitFrontMatter(`---\na: 1\n---\n${'\n---x'.repeat(400_000)}`));
  });
});
