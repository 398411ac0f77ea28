// Pages of wikis and word processors as documents, and what must not get through.
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/import/recognise/index.ts';
import { inTime } from '../../processor-time.ts';
import { bytes, one, refusal } from './read-document.ts';

describe('pages', () => {
  it('reads what no element can be called as text', async () => {
    const page = await one('a.html', bytes('<html><p\u00a0x>The gateway was down</p\u00a0x></html>'));
    expect(page.text).toContain('The gateway was down');
  });

  it('reads an export of Confluence', async () => {
    const { text, notes, facts } = await one('confluence.html');
    expect(facts).toMatchObject({ authors: { value: ['Ana Silva'], sure: 'likely' } });
    expect(text).toMatchInlineSnapshot(`
      "# 2024-03-03 Checkout errors

      **At a glance**

      Severity: SEV2

      Date: 03 Mar (2024-03-03)

      ## Summary

      The checkout refused “one payment in five” — for 47 minutes.

      ## Timeline

      | Time (UTC) | Event |
      | --- | --- |
      | 14:02 | Errors begin \\| rise |
      | 14:49 | Rolled back; Announced |

      ## Root cause

      **Known**

      A typo in \`gateway_config\`.

      \`\`\`
      kubectl rollout undo
        deploy/gateway
      \`\`\`

      ## Action items

      - [x] Alert on refusals (owner: Bo)
      - [ ] Add a canary
      "
    `);
    expect(notes.map(({ code, message }) => (code === 'converted' ? code : message))).toEqual([
      'Left out: a table of contents, scripts.',
      'converted',
    ]);
  });

  it.each([
    ['a heading that names a part of a form leaves the name to the head', '<h1>Summary</h1>', 'Login outage'],
    ['a heading of its own is the name', '<h1>Sign-in refused in Oslo</h1>', 'Sign-in refused in Oslo'],
    ['so is a label, where there are headings', '<h1>Summary</h1><p>Title: Sign-in refused in Oslo</p>', 'Sign-in refused in Oslo'],
  ])('%s', async (_, body, title) => {
    const page = `<html><head><title>OPS : Login outage</title></head><body>${body}<p>Login was down on 2024-02-02, 10:00 UTC.</p></body></html>`;
    expect(recognise(await one('a.html', bytes(page))).fields.title?.value).toBe(title);
  });

  const bo = '<a class="confluence-userlink user-mention" href="/display/~bo">';
  const day = '<time datetime="2024-06-01">01 Jun 2024</time>';
  it.each([
    [`Alert on refusals ${bo}@Bo Smith (Unlicensed)</a> by ${day}`, 'Alert on refusals (owner: Bo Smith, due: 2024-06-01)'],
    [`${bo}Bo</a> to alert on refusals`, 'alert on refusals (owner: Bo)'],
    [`<p>Alert on refusals, ${day} ${bo}Bo</a></p>`, 'Alert on refusals (owner: Bo, due: 2024-06-01)'],
    [`Ask ${bo}Bo</a> to alert ${bo}Mia</a> on refusals`, 'Ask Bo to alert Mia on refusals (owner: Bo)'],
    [`Alert before ${day} on refusals`, 'Alert before 01 Jun 2024 on refusals (due: 2024-06-01)'],
    [`Alert on refusals<ul><li>${bo}Mia</a> helps</li></ul>`, 'Alert on refusals'],
    ['Alert on <a href="https://example.com/refusals">refusals</a>', 'Alert on [refusals](https://example.com/refusals)'],
  ])('reads whose a task of Confluence is: %s', async (task, line) => {
    const page = `<html><body><h1>Down</h1><ul class="inline-task-list"><li data-inline-task-id="1">${task}</li></ul></body></html>`;
    expect((await one('a.html', bytes(page))).text).toContain(`- [ ] ${line}\n`);
  });

  it.each([
    ['<ac:link><ri:user ri:username="bo" /></ac:link>', 'Alert on refusals (owner: bo, due: 2024-06-01)'],
    [
      '<ac:link><ri:user ri:account-id="5:1" /><ac:link-body>Bo Smith</ac:link-body></ac:link>',
      'Alert on refusals (owner: Bo Smith, due: 2024-06-01)',
    ],
    ['<ac:link><ri:user ri:userkey="8a7f80" /></ac:link>', 'Alert on refusals (due: 2024-06-01)'],
  ])('reads whose a task of the storage of Confluence is: %s', async (mention, line) => {
    const body = `<span>Alert on refusals ${mention} <time datetime="2024-06-01" /></span>`;
    const task = `<ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>${body}</ac:task-body></ac:task>`;
    const page = `<html><body><h1>Down</h1><ac:task-list>${task}</ac:task-list></body></html>`;
    expect((await one('a.html', bytes(page))).text).toContain(`- [ ] ${line}\n`);
  });

  it('reads an export of Google Docs', async () => {
    expect((await one('google-docs.html')).text).toMatchInlineSnapshot(`
      "# Postmortem: queue stalled

      **Date:** May 5, 2023

      ## What happened

      Jobs waited for 3 hours, see [the page](https://status.example.com/incidents/42?a=1) *for more*[a]

      ## Action items

      - Alert on age
        - page when over 5 minutes
      - Write a runbook

      Queue age

      [a]Was it three or four?
      "
    `);
  });

  it('reads a Word document, and nothing outside of it', async () => {
    expect((await one('word.docx')).text).toMatchInlineSnapshot(`
      "# Checkout errors on 3 March 2024

      **Severity:** SEV2 – one payment in five

      ## Timeline

      | Time (UTC) | Event |
      | --- | --- |
      | 14:02 | Errors begin |
      | 14:49 | Rolled back |

      ## Root cause

      A typo, see [the change](https://git.example.com/7).

      ## Action items

      - Add a canary
        - to every push
      - Write a runbook
      "
    `);
  });

  it('lets no script through, and no markup of the text become markup', async () => {
    const page =
      '<!doctype html><body><script>alert(1)</script><p>a &lt;script&gt; *b* _c_ snake_case [x](y) # d</p><p># e</p><p>1. f</p><p>&amp;lt;</p><p onclick="x">- g</p><a href="javascript:alert(1)">h</a>';
    expect((await one('a.html', bytes(page))).text).toBe(
      'a <script> \\*b\\* \\_c\\_ snake_case \\[x](y) # d\n\n\\# e\n\n1\\. f\n\n\\&lt;\n\n\\- g\n\nh\n',
    );
  });

  it('takes what no element is called for text', async () => {
    expect((await one('a.html', bytes('<body><p\u00ff>a</p><x§y>b</x§y>'))).text).toBe('<p\u00ff>a<x§y>b</x§y>\n');
  });

  it('reads what is nested beyond reason, in a time that does not grow with the square', async () => {
    for (const page of [
      `${'<div>'.repeat(200_000)}deep${'</div>'.repeat(200_000)}`,
      `${'<ul><li>'.repeat(20_000)}deep`,
      `<p>deep${'<b>'.repeat(100_000)}`,
      `<pre>${' '.repeat(500_000)}deep`,
      `deep${'[ '.repeat(200_000)}`,
    ]) {
      const { text } = await inTime(20_000, () => one('a.html', bytes(`<body>${page}`)));
      expect(text).toContain('deep');
    }
    expect(await refusal('a.html', bytes(`<body>${'<a "'.repeat(1_000_000)}`))).toContain('MB');
  });
});
