// The three sentences at the top of an incident: quoted from the text, short, and without what is not a sentence.
import { describe, expect, it } from 'vitest';
import { digestOf, plainSummary } from '../../src/core/digest.ts';
import type { Section } from '../../src/core/model/incident.ts';
import { incident, rich, section } from '../includes/sample-archive.ts';

function why(given: Partial<Section>): unknown {
  return digestOf(incident('x', { sections: [section('Root cause', { role: 'root_cause', ...given })] })).why;
}

describe('a quotation', () => {
  it('is the first paragraph, with its markup', () => {
    expect(why({ lead: { source: '`x`', plain: 'x', html: '<code>x</code>' }, plain: 'x\ny' })).toMatchObject({ html: '<code>x</code>' });
  });

  it('of a paragraph that leads over to a list has the list', () => {
    const html = '<p>Three things:</p>\n<ol>\n<li>one;</li>\n<li>two;</li>\n<li>R&amp;D.</li>\n</ol>';
    expect(why({ lead: rich('Three things:'), html, plain: 'Three things:\none;\ntwo;\nR&D.' })).toMatchObject({
      text: 'Three things: one; two; R&D.',
    });
  });

  it('leaves out code, tables and headings', () => {
    const html =
      '<h3 id="a">Four ways</h3>\n<div class="table-scroll">\n<table>\n<tr><td>1</td></tr>\n</table>\n</div>\n<figure class="code">\n<figcaption>Shell</figcaption>\n<pre><code>rm</code></pre>\n</figure>\n<p>The last one worked.</p>';
    const { lead: _, ...bare } = section('Root cause', { role: 'root_cause', html, plain: 'Four ways 1 rm The last one worked.' });
    expect(digestOf(incident('x', { sections: [bare] })).why).toMatchObject({ text: 'The last one worked.' });
  });

  it('leaves out what kind of notice it stands in', () => {
    const html = '<div class="alert alert-note" role="note">\n<p class="alert-title">Note</p>\n<p>Nobody was charged.</p>\n</div>';
    const { lead: _, ...bare } = section('Root cause', { role: 'root_cause', html, plain: 'Note Nobody was charged.' });
    expect(digestOf(incident('x', { sections: [bare] })).why).toMatchObject({ text: 'Nobody was charged.' });
  });

  it('takes no ids along', () => {
    const lead = { source: '', plain: 'See the note.', html: 'See the note<sup><a id="fnref1">1</a></sup>.' };
    expect(why({ lead })).toMatchObject({ text: 'See the note.' });
  });

  it('ends with a sentence, or says that it goes on', () => {
    const sentence = 'It was the cache, which nobody had thought of. ';
    expect(why({ lead: rich(sentence.repeat(20)), plain: sentence.repeat(20) })).toMatchObject({ text: sentence.repeat(8).trim() });
    expect(why({ lead: rich('word '.repeat(200)) })).toMatchObject({ text: expect.stringMatching(/^(?:word ){70,80}\.\.\.$/) });
  });

  it('is missing where nothing was written', () => {
    expect(why({ plain: ' ', html: '' })).toBeUndefined();
  });
});

describe('the part that says what happened', () => {
  const absorbed = (html: string) =>
    digestOf(incident('x', { sections: [section('Summary', { role: 'summary', words: 'It broke.', html })] })).absorbed;

  it('absorbs a section that it quotes whole', () => {
    expect(absorbed('<p>It broke.</p>')?.heading?.title).toBe('Summary');
  });

  it('leaves one with a footnote where it is: the note leads back to it', () => {
    expect(absorbed('<p>It broke.<sup class="footnote-ref"><a href="#_fn-1" id="_fnref-1">1</a></sup></p>')).toBeUndefined();
  });
});

describe('the summary in words', () => {
  it('is that of the front matter, else of the text, else nothing', () => {
    const sections = [section('Summary', { role: 'summary', words: 'From the text.' })];
    expect(plainSummary(incident('x', { summary: rich('From the top.'), sections }))).toBe('From the top.');
    expect(plainSummary(incident('x', { sections }))).toBe('From the text.');
    expect(plainSummary(incident('x'))).toBe('');
  });
});
