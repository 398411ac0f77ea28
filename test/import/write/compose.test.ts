// Drafts as files: what is sure is a field, what is not is a comment, and no text gets out of its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig, readSiteConfig } from '../../../src/core/config/read.ts';
import { readFrontMatter } from '../../../src/core/front-matter/read.ts';
import type { SiteConfig } from '../../../src/core/model/site-config.ts';
import type { Draft, DraftFields, Receipt, SourceDocument } from '../../../src/import/model.ts';
import { recognise } from '../../../src/import/recognise/index.ts';
import { compose } from '../../../src/import/write/compose.ts';
import { markedFile, readMark } from '../../../src/import/write/mark.ts';

const told = <T>(value: T, more: Partial<Receipt<T>> = {}): Receipt<T> => ({
  ...{ value, line: 3, text: String(value), sure: 'certain', why: 'a test' },
  ...more,
});

function draftOf(fields: DraftFields, source: Partial<SourceDocument> = {}): Draft {
  return {
    source: { path: 'a.md', format: 'markdown', text: 'It broke.\n', notes: [], ...source },
    isPostmortem: true,
    fields,
    problems: [],
  };
}

const options = { config: defaultConfig, asOf: '2026-11-26', sha256: 'a'.repeat(64) };
const front = (fields: DraftFields, config: SiteConfig = defaultConfig): readonly string[] =>
  compose(draftOf(fields), { ...options, config }).front;

describe('fields', () => {
  it('are written with their receipts, in the order of the schema', () => {
    const fields: DraftFields = {
      services: told(['checkout', 'a: b, c'], { line: 9, text: 'services' }),
      started: told('2024-03-03T14:02Z', { sure: 'likely', text: 'at 14:02 "sharp" # or so' }),
      title: told('It broke: twice', { line: 1 }),
      summary: told({ text: 'Nothing worked.' }),
      impactPercent: told(12.5),
    };
    expect(compose(draftOf(fields, { text: '' }), options).front).toEqual([
      'title: "It broke: twice" # line 1: "It broke: twice"',
      'summary: Nothing worked. # line 3',
      `started: 2024-03-03T14:02Z # line 3, likely: "at 14:02 'sharp' # or so"`,
      'services: [checkout, "a: b, c"] # line 9: "services"',
      'impact:',
      '  users_affected_percent: 12.5 # line 3: "12.5"',
      'source:',
      '  file: a.md',
      `  sha256: ${'a'.repeat(64)}`,
    ]);
  });

  it('hold the words of a summary that was HTML within Markdown, and its code', () => {
    const text = '<p class="lead">Nothing <b>worked</b>,<br>not even `<p>` at 2 < 3.</p>\n<p>It was mended.</p>';
    expect(compose(draftOf({ summary: told({ text }) }, { text: '' }), options).front[0]).toBe(
      'summary: "Nothing worked, not even `<p>` at 2 < 3. It was mended." # line 3',
    );
  });

  it('are comments where they are guessed, or where a year is missing', () => {
    const lines = front({
      severity: told('SEV1', { sure: 'guess' }),
      startedPartial: told('--03-21T14:05', { text: 'March 21' }),
      statedDuration: told(165),
    });
    expect(lines.slice(0, 3)).toEqual([
      '# severity: SEV1 ? line 3, guess: "SEV1"',
      '# started: --03-21T14:05 ? no year is stated; line 3, likely: "March 21"'.replace(', likely', ''),
      '# stated duration: 2 h 45 min, line 3: "165"',
    ]);
  });

  it('count lines as the file has them, above which another front matter stood', () => {
    const draft = draftOf({ title: told('It broke', { line: 1 }) }, { firstLine: 8, kept: ['layout: post', 'x: "\u202e---"'] });
    const { front: lines } = compose(draft, options);
    expect(lines[0]).toBe('title: It broke # line 8: "It broke"');
    expect(lines.slice(-2)).toEqual(['# kept: layout: post', '# kept: x: " ---"']);
  });

  it('fit the words of the site', () => {
    const text =
      'severities: [{label: SEV1, name: Critical}]\nservices: {strict: true, values: [{id: checkout, aliases: [cart]}]}\npeople: {ana: {name: Ana Silva}}\n';
    const { config } = readSiteConfig({ path: 'site.yaml', text });
    const fields = { services: told(['Cart', 'chekout']), authors: told(['Ana Silva']) };
    expect(front({ ...fields, severity: told('sev-1') }, config).slice(0, 4)).toEqual([
      'severity: SEV1 # line 3: "sev-1"',
      'services: [checkout] # line 3: "Cart,chekout"',
      '# services: "chekout" is not known here; did you mean "checkout"?.'.replace('?.', '?.'),
      'authors: [ana] # line 3: "Ana Silva"',
    ]);
    expect(front({ severity: told('critical') }, config)[0]).toBe('severity: SEV1 # line 3: "critical"');
    expect(front({ severity: told('High') }, config)[0]).toBe('# severity: High ? not on the scale of this site (SEV1); line 3: "High"');
  });

  it('that would be errors are left out, and it is said which and why', () => {
    const composed = compose(
      draftOf({ started: told('2024-03-03T14:02Z'), resolved: told('2024-03-02T14:02Z'), detected: told('2024-02-31') }),
      options,
    );
    const text = `---\n${composed.front.join('\n')}\n---\n${composed.body}`;
    const { diagnostics } = readFrontMatter({ path: 'a.md', text }, defaultConfig);
    expect(diagnostics).toEqual([]);
    expect(composed.notes.map(({ code }) => code)).toEqual(['field-left-out', 'field-left-out']);
    expect(composed.front.filter((line) => line.startsWith('#'))).toEqual([
      expect.stringMatching(/^# left out: .*31/),
      expect.stringMatching(/^# detected: 2024-02-31/),
      expect.stringMatching(/^# left out: .*before/),
      expect.stringMatching(/^# (?:resolved|started): 2024/),
    ]);
  });

  it('of the timeline and the action items are written only where the site reads none from the text', () => {
    const fields: DraftFields = {
      started: told('2024-03-03T14:02Z'),
      timeline: [told({ at: '2024-03-03T14:02Z', text: 'It begins: now' }), told({ at: '14:30', text: 'It ends', kind: 'resolved' })],
      actionItems: [told({ title: 'Mend it', owner: 'Ana', due: '2024-04-01', status: 'done' })],
    };
    expect(compose(draftOf(fields), options).front).toEqual(
      expect.arrayContaining([
        'timeline:',
        '    text: "It begins: now"',
        '    kind: resolved',
        'action_items:',
        '  - title: Mend it # line 3',
      ]),
    );
    const text = '## Timeline\n\n- 14:02 UTC It begins\n\n## Action items\n\n- [ ] Mend it\n';
    const composed = compose(draftOf(fields, { text }), options);
    expect(composed.front.some((line) => /^(?:timeline|action_items):/.test(line))).toBe(false);
    expect(composed.notes.map(({ code }) => code)).toEqual(['site-reads-fewer']);
  });
});

describe('hostile text', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '---',
      '\n---\n',
      '# x\ny: 1',
      'a: b',
      '"',
      "'",
      '- x',
      '{a: b}',
      '[x',
      '!!js/function x',
      '&a *a',
      '| x',
      '> x',
      '\u2028title: x',
      '\u0085',
      '\u202e',
      'null',
      'yes',
      '0x10',
      '2024-01-01',
      '`',
      '%',
      '@',
    ),
    fc
      .array(fc.constantFrom('\n', '---', ': ', ' #', '"', '\\', '\t', '\r', '\0', '\ud800', 'x', '- ', '{', ']'), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );

  it('stays where it belongs: every field reads back, and nothing else is there', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (title, quote, kept) => {
        const fields: DraftFields = {
          title: told(title, { text: quote }),
          severity: told(title, { text: quote, sure: 'guess' }),
          services: told([title, quote], { text: quote }),
          authors: told([quote]),
          timeline: [told({ at: '2024-01-01T10:00Z', text: title })],
          actionItems: [told({ title, owner: quote, ticket: quote, priority: title })],
          summary: told({ text: quote }),
        };
        const draft = draftOf(fields, { kept: [kept], path: `${title}.md`, text: '' });
        const {
          front: lines,
          body,
          notes,
        } = compose({ ...draft, problems: [{ code: 'x', message: quote, severity: 'warning' }] }, options);
        const { diagnostics, data } = readFrontMatter({ path: 'a.md', text: markedFile(lines, body) }, defaultConfig);
        expect(diagnostics).toEqual([]);
        expect(data?.source?.sha256).toBe('a'.repeat(64));
        expect(data?.severity).toBeUndefined();
        expect(notes.filter(({ code }) => code.startsWith('check-'))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the body', () => {
  it('is the text to the byte; plain text has its lines kept apart, and logs stay as they are', () => {
    const body = (text: string, format: SourceDocument['format']): string => compose(draftOf({}, { text, format }), options).body;
    const plain = 'Outage\n10:00 It broke\n10:30 It works\n\n    code=500 db: refused\n    code=502 db: refused\nDone\n';
    expect(body(plain, 'markdown')).toBe(plain);
    expect(body(plain, 'text')).toBe(
      'Outage  \n10:00 It broke  \n10:30 It works\n\n    code=500 db: refused\n    code=502 db: refused\n\nDone\n',
    );
    expect(body(`# Outage\n${plain}`, 'text')).toBe(`# Outage\n${plain}`);
  });
});

describe('plain text', () => {
  const readAs = (text: string): { readonly body: string; readonly front: string } => {
    const { body, front } = compose(recognise({ path: 'a.txt', format: 'text', text, notes: [] }), options);
    return { body, front: front.join('\n') };
  };

  it('is given the marks of Markdown for its headings, labels, entries and items, and the site reads them from it', () => {
    const { body, front } = readAs(
      'Issue Summary:\n\nDuration: 3 March 2024, 10:00 to 11:00 UTC\nImpact: Nobody could pay.\nTimeline:\n\n10:00: Payments fail\n11:00: Payments work again\n' +
        'Root Cause:\nA full disk.\nTasks:\nAlert on the disk.\nDelete old logs.\n',
    );
    expect(body).toBe(
      '## Issue Summary\n\n**Duration:** 3 March 2024, 10:00 to 11:00 UTC  \n**Impact:** Nobody could pay.\n\n## Timeline\n\n- 10:00: Payments fail\n- 11:00: Payments work again\n\n' +
        '## Root Cause\n\nA full disk.\n\n## Tasks\n\n- Alert on the disk.\n- Delete old logs.\n',
    );
    expect(front).not.toMatch(/^(?:timeline|action_items):/m);
  });

  it('shows columns of blanks as labels, and times of a watch with their colon', () => {
    const { body } = readAs(
      'Report             R-1\nDate               2024-03-03\nTitle              Gates stay shut\n\nCHRONOLOGY\n0130 Gates stay shut\n0205 Clerk phones the desk\n0340 Gates open\n',
    );
    expect(body).toContain('**Report:** R-1  \n**Date:** 2024-03-03');
    expect(body).toContain('- 01:30 Gates stay shut\n- 02:05 Clerk phones the desk');
  });
});

describe('names', () => {
  it.each<[DraftFields, string, string]>([
    [{ title: told('Störung: Ä/Ö!'), started: told('2024-03-03T14:02Z') }, 'x.md', '2024-03-03-storung-a-o'],
    [{ title: told('2024-03-03 Down'), started: told('2024-03-03') }, 'x.md', '2024-03-03-down'],
    [{ title: told('../../etc/passwd') }, 'x.md', 'etc-passwd'],
    [{ title: told('CON') }, 'x.md', 'x-con'],
    [{}, 'wiki/2021 notes.v2.md', '2021-notes-v2'],
    [{ started: told('2024-03-03', { sure: 'guess' }) }, 'wiki/a.md', 'a'],
    [{}, 'export.json#INC-7', 'export-sharp-inc-7'],
  ])('%j of %s', (fields, path, name) => {
    expect(compose(draftOf(fields, { path }), options).name).toBe(name);
  });
});

describe('the mark', () => {
  it('knows its own file, and whether it was changed', () => {
    const text = markedFile(['title: x'], 'Body.\n');
    expect(readMark(text)).toBe('untouched');
    expect(readMark(text.replaceAll('\n', '\r\n'))).toBe('untouched');
    expect(readMark(text.replace('Body', 'body'))).toBe('changed');
    expect(readMark(text.replace('title: x', 'title: y'))).toBe('changed');
    expect(readMark('---\ntitle: x\n---\n')).toBe('none');
  });
});
