// Exports of tools for incidents as documents: real ones of each, and what is wrong with others.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/import/formats/index.ts';
import { bytes, documents, FIXTURES, one, refusal } from './read-document.ts';

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
