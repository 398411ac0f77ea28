// Files of every kind as documents: real exports of each, and what must not get through.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/import/formats/index.ts';
import type { SourceDocument } from '../../../src/import/model.ts';

const FIXTURES = new URL('../../fixtures/import/', import.meta.url);

async function documents(name: string, bytes: Uint8Array = readFileSync(new URL(name, FIXTURES))): Promise<readonly SourceDocument[]> {
  const read = await readFile(name, bytes);
  if ('refusal' in read) throw new Error(read.refusal);
  return read.documents;
}

async function one(name: string, bytes?: Uint8Array): Promise<SourceDocument> {
  const [document, ...others] = await documents(name, bytes);
  if (document === undefined || others.length > 0) throw new Error(`${name} holds ${others.length + 1} documents`);
  return document;
}

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFile(name, bytes);
  return 'refusal' in read ? read.refusal : `it was read: ${read.documents[0]?.text}`;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = ({ notes }: SourceDocument): string[] => notes.map(({ code }) => code);

describe('encodings', () => {
  const text = '# Störung – “offline” €\n\nNothing worked.\n';
  const units = (littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it('reads UTF-8 with and without a mark, to the byte', async () => {
    expect((await one('a.md', bytes(text))).text).toBe(text);
    expect((await one('a.md', bytes(`\uFEFF${text}`))).text).toBe(text);
    expect(codes(await one('a.md', bytes(text)))).toEqual([]);
  });

  it('reads UTF-16 of both kinds, with a mark and without', async () => {
    for (const endian of [true, false]) {
      const mark = endian ? [0xff, 0xfe] : [0xfe, 0xff];
      for (const file of [Uint8Array.from([...mark, ...units(endian)]), units(endian)]) {
        const document = await one('a.md', file);
        expect(document.text).toBe(text);
        expect(codes(document)).toEqual(['encoding-converted']);
      }
    }
  });

  it('reads Windows-1252, alone and mixed with UTF-8, and says so', async () => {
    const old = Uint8Array.from([0x53, 0x74, 0xf6, 0x72, 0x75, 0x6e, 0x67, 0x20, 0x96, 0x20, 0x80, 0x0a]);
    const document = await one('a.txt', old);
    expect(document.text).toBe('Störung – €\n');
    expect(document.notes[0]).toMatchObject({ code: 'encoding-converted', severity: 'info' });
    const mixed = await one('a.txt', Uint8Array.from([...bytes('Größe\n'), ...old]));
    expect(mixed.text).toBe('Größe\nStörung – €\n');
    expect(mixed.notes[0]).toMatchObject({ code: 'encoding-converted', severity: 'warning' });
  });

  it('repairs text that was encoded twice, and says so', async () => {
    const document = await one('a.md', bytes('2:00 PM â€” 4:00 AM, Ã¼berall, ðŸŽ¬ but MENÜ“ stays\n'));
    expect(document.text).toBe('2:00 PM — 4:00 AM, überall, 🎬 but MENÜ“ stays\n');
    expect(codes(document)).toEqual(['encoded-twice']);
  });

  it('drops a stray NUL and refuses what is no text', async () => {
    expect((await one('a.md', bytes(`a\0b${'c'.repeat(99)}`))).text).toBe(`ab${'c'.repeat(99)}`);
    expect(
      await refusal(
        'a.md',
        Uint8Array.from({ length: 500 }, (_, i) => i % 32),
      ),
    ).toContain('not text');
    expect(await refusal('a.md', bytes('\0\0\0\0'))).toContain('not text');
    expect(await refusal('a.md', bytes(' \n'))).toBe('It is empty.');
    expect(await refusal('a.md', new Uint8Array())).toBe('It is empty.');
  });

  it('gives line feeds, and remembers what the lines ended in', async () => {
    const document = await one('a.md', bytes('# A\r\n\r\nB\r\n'));
    expect(document.text).toBe('# A\n\nB\n');
    expect(document.lineEnd).toBe('\r\n');
    expect((await one('a.md', bytes('# A\r\nB\n'))).lineEnd).toBeUndefined();
  });
});

describe('files of other kinds', () => {
  const compound = (more = ''): Uint8Array => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(more, 'utf16le')]);

  it('are told what they are, and what to do', async () => {
    expect(await refusal('a.pdf', bytes('%PDF-1.7\n1 0 obj\n'))).toMatch(/^It is a PDF file.*Save it as/);
    expect(await refusal('a.doc', bytes('{\\rtf1 text}'))).toMatch(/^It is a file of rich text/);
    expect(await refusal('a.csv', bytes('time,event\n12:00,down\n'))).toMatch(/^It is a \.csv file\./);
    expect(await refusal('a.docx', compound('EncryptedPackage'))).toMatch(/protected by a password/);
    expect(await refusal('a.doc', compound())).toMatch(/old Word/);
  });
});

describe('front matter of other tools', () => {
  it('takes what it says outright and keeps the rest', async () => {
    const text =
      '---\nlayout: post\ntitle: "API: down"\ndate: 2024-03-05 10:00:00\nauthor: Ana\ntags: [api, dns]\nparams:\n  toc: true\n---\n\nText.\n';
    const document = await one('a.md', bytes(text));
    // The blank line is its author's as well.
    expect(document.text).toBe('\nText.\n');
    expect(document.firstLine).toBe(10);
    expect(document.facts).toMatchObject({ title: { value: 'API: down' }, authors: { value: ['Ana'] }, tags: { value: ['api', 'dns'] } });
    expect(document.facts?.started).toBeUndefined();
    expect(document.kept).toEqual(['layout: post', 'date: 2024-03-05 10:00:00', 'params:', '  toc: true']);
  });

  it('reads the TOML that Hugo writes', async () => {
    const document = await one('a.md', bytes('+++\ntitle = "Down"\ndraft = false\ntags = ["x", "y"]\n+++\nText.\n'));
    expect(document.facts).toMatchObject({ title: { value: 'Down' }, tags: { value: ['x', 'y'] } });
    expect(document.kept).toEqual(['draft = false']);
  });

  it('leaves a ruler at the top alone, and keeps what cannot be read', async () => {
    const ruler = '---\nA line.\n\n---\nText.\n';
    expect((await one('a.md', bytes(ruler))).text).toBe(ruler);
    const broken = await one('a.md', bytes('---\ntitle: [a\nx: "\n---\nText.\n'));
    expect(broken.kept).toEqual(['title: [a', 'x: "']);
    expect(codes(broken)).toEqual(['front-matter-unread']);
  });
});

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
      expect((await one('a.html', bytes(`<body>${page}`))).text).toContain('deep');
    }
    expect(await refusal('a.html', bytes(`<body>${'<a "'.repeat(1_000_000)}`))).toContain('MB');
  });
});

describe('Word documents that are none', () => {
  const word = readFileSync(new URL('word.docx', FIXTURES));

  it('refuses bombs, other zips, damaged files and old formats', async () => {
    expect(await refusal('a.docx', zip('word/document.xml', new Uint8Array(60_000_000)))).toContain('larger than 48 MB');
    expect(await refusal('a.docx', zip('hello.txt', bytes('hello')))).toContain('not a Word document');
    expect(await refusal('a.docx', word.subarray(0, word.length - 100))).toContain('zip file');
    expect(await refusal('a.docx', wrongSizes(word))).toContain('damaged Word document');
    expect(await refusal('a.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toContain('.docx');
  });
});

/** A zip file of one entry. */
/** Whose directory gives every part a byte too many. */
function wrongSizes(docx: Uint8Array): Uint8Array {
  const damaged = Buffer.from(docx);
  for (let at = damaged.indexOf('PK\x01\x02'); at >= 0; at = damaged.indexOf('PK\x01\x02', at + 4))
    damaged.writeUInt32LE(damaged.readUInt32LE(at + 24) + 1, at + 24);
  return damaged;
}

function zip(name: string, content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  // A lie about its size, as bombs tell it.
  entry.writeUInt32LE(1, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('exports', () => {
  it.each(['opsgenie', 'incident-io', 'firehydrant', 'rootly', 'pagerduty', 'statuspage'])('reads %s', async (name) => {
    const read = await documents(`${name}.json`);
    const told = read.map(({ path, text, facts = {}, kept = [] }) => {
      const lines = Object.entries(facts).map(([field, receipt]) => `${field}: ${JSON.stringify((receipt as { value: unknown }).value)}`);
      return [path, ...lines, ...kept.map((line) => `kept ${line}`), '', text].join('\n');
    });
    await expect(told.join('\n=====\n')).toMatchFileSnapshot(new URL(`expected/${name}.txt`, FIXTURES).pathname);
  });

  it('reads one, a list, and a list under a name alike', async () => {
    const [incident] = JSON.parse(readFileSync(new URL('statuspage.json', FIXTURES), 'utf8')).incidents;
    const alone = await one('a.json', bytes(JSON.stringify(incident)));
    for (const wrapped of [[incident], { incidents: [incident] }, { incident }, { data: [incident] }]) {
      expect(await one('a.json', bytes(JSON.stringify(wrapped)))).toEqual(alone);
    }
    const twice = await documents('a.json', bytes(JSON.stringify([incident, incident])));
    expect(twice.map(({ path }) => path)).toEqual(['a.json#p31zjtct2jer', 'a.json#p31zjtct2jer-2']);
  });

  it('takes what stands beside an incident for a part of it', async () => {
    const incident = { name: 'Slow mail', reference: 'INC-9', incident_timestamp_values: [] };
    const follow_ups = [{ title: 'Add a second relay', status: 'outstanding', assignee: { name: 'Ida Berg' } }];
    expect((await one('a.json', bytes(JSON.stringify({ incident, follow_ups })))).text).toContain(
      '- [ ] Add a second relay (owner: Ida Berg)',
    );
  });

  it('follows the relationships of JSON:API into what is included, for each incident its own', async () => {
    const record = (number: number) => ({
      id: `i${number}`,
      type: 'incidents',
      attributes: { sequential_id: number, title: `Login ${number}`, started_at: '2025-03-01T08:00:00Z' },
      relationships: { action_items: { data: [{ id: `a${number}`, type: 'incident_action_items' }] } },
    });
    const included = [1, 2].map((number) => ({
      id: `a${number}`,
      type: 'incident_action_items',
      attributes: { summary: `Reload key ${number}` },
    }));
    const read = await documents('a.json', bytes(JSON.stringify({ data: [record(1), record(2)], included })));
    expect(read.map(({ text }) => /Reload key \d/g.exec(text)?.[0])).toEqual(['Reload key 1', 'Reload key 2']);
    expect((await one('a.json', bytes(JSON.stringify({ data: record(2), included })))).text).toContain('Reload key 2');
  });

  it('reads an incident of Opsgenie with its timeline, and no alert', async () => {
    const incident = {
      tinyId: '17',
      message: 'Mail stands still',
      impactedServices: ['mail'],
      priority: 'P2',
      createdAt: '2024-03-18T08:46:18.581Z',
    };
    const entries = [
      { eventTime: '2024-03-18T08:50:00.000Z', title: { content: 'Priority raised' }, description: { content: 'P3 to P2' } },
      { eventTime: '2024-03-18T08:51:00.000Z', hidden: true, title: { content: 'Not shown' } },
    ];
    const { text, path } = await one('a.json', bytes(JSON.stringify({ data: incident, timeline: { entries } })));
    expect(path).toBe('a.json#incident-17');
    expect(text).toContain('- **2024-03-18T08:50:00Z** Priority raised: P3 to P2\n');
    expect(text).not.toContain('Not shown');
    const alert = { tinyId: '17', message: 'Disk full', alias: 'disk-3', responders: [] };
    expect(await refusal('a.json', bytes(JSON.stringify({ data: [alert] })))).toContain('Nothing was guessed');
  });

  it('says each note of PagerDuty once, and when somebody first acknowledged', async () => {
    const acknowledgements = [{ at: '2023-10-06T21:40:00Z' }, { at: '2023-10-06T21:33:10Z' }];
    const notes = [{ content: 'Moved the message aside', created_at: '2023-10-06T22:15:00Z' }];
    const incident = { incident_number: 4, title: 'Queue', created_at: '2023-10-06T21:30:42Z', acknowledgements, notes };
    const { text, facts } = await one('a.json', bytes(JSON.stringify({ incidents: [incident] })));
    expect(text.match(/Moved the message aside/g)).toHaveLength(1);
    expect(facts?.acknowledged?.value).toBe('2023-10-06T21:33:10Z');
  });

  it.each([
    ['maintenance', { incident_updates: [], impact: 'maintenance', name: 'Upgrade' }],
    ['maintenance', { incident_updates: [], impact: 'none', scheduled_for: '2024-06-02T00:00:00Z', name: 'Upgrade' }],
    ['exercise', { incident_timestamp_values: [], mode: 'tutorial', name: 'Learn' }],
    ['exercise', { milestones: [], current_milestone: 'started', severity: 'GAMEDAY', name: 'Drill' }],
    ['exercise', { sequential_id: 3, kind: 'test', title: 'Drill' }],
  ])('says of %s that it is no incident', async (kind, record) => {
    expect((await one('a.json', bytes(JSON.stringify(record)))).other?.kind).toBe(kind);
  });

  it('writes what people wrote as HTML as Markdown, and names of hosts as they are', async () => {
    const updates = ['<p>Errors <strong>everywhere</strong>.</p>', 'Restarted <host-3> at <once>'].map((body, minute) => ({
      body,
      created_at: `2024-05-14T13:0${minute}:00Z`,
      status: 'investigating',
    }));
    const { text } = await one('a.json', bytes(JSON.stringify({ incident_updates: updates, impact: 'major', name: 'Errors' })));
    expect(text).toContain('** Errors **everywhere**.\n');
    expect(text).toContain('** Restarted <host-3> at <once>');
  });

  it('ends the text with the sentences that have no field, each once, and not with those it has', async () => {
    const record = {
      incident_updates: [{ body: 'We look into it now, all of us', status: 'investigating', created_at: '2024-05-14T13:00:00Z' }],
      impact: 'major',
      name: 'Errors of the mail service',
      lessons: { text: 'Nobody knew the second relay was off', again: 'Nobody knew the second relay was off' },
      components: [{ name: 'Mail', description: 'Sends the mail of all customers' }],
    };
    const { text, notes } = await one('a.json', bytes(JSON.stringify(record)));
    expect(text.split('## Also in the export')[1]?.trim()).toBe('- **lessons.text**: Nobody knew the second relay was off');
    expect(notes.find(({ code }) => code === 'without-a-place')?.message).toContain('lessons.text');
  });

  it.each([
    ['a.md', '', 'empty'],
    ['a.md', '\0\0\0\0', 'not-text'],
    ['a.json', '{"title": ', 'invalid-json'],
    ['a.json', '{"title": "x"}', 'unknown-export'],
    ['a.csv', 'a,b', 'other-kind'],
    ['a.docx', 'PK\x03\x04', 'damaged'],
  ])('refuses %s of %j by a code that stays: %s', async (name, content, code) => {
    expect(await readFile(name, bytes(content))).toMatchObject({ code });
  });

  it('guesses nothing about other JSON', async () => {
    expect(await refusal('a.json', bytes('{"title": "x", "started": "2024-01-01"}'))).toContain('Nothing was guessed');
    expect(await refusal('a.json', bytes('{"title": '))).toContain('not valid JSON');
    expect(await refusal('a.json', bytes('['.repeat(100_000)))).toContain('not valid JSON');
    expect(await refusal('a.json', bytes(`${'['.repeat(5000)}${']'.repeat(5000)}`))).toContain('Nothing was guessed');
  });
});
