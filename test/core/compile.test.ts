// One file as an incident: times and their zones, names, fallbacks, and which of two spellings counts.
import { describe, expect, it } from 'vitest';
import { compileText, incidentOf, sayProblem } from './body/compile-text.ts';

function compile(fields: string, body = 'It was slow.', path?: string) {
  const compiled = compileText(`---\n${fields}\n---\n\n${body}\n`, path);
  return { ...compiled, incident: incidentOf(compiled) };
}

describe('times', () => {
  it('are read in the zone of the file and shown in it', () => {
    const { incident } = compile(
      'timezone: Europe/Copenhagen\nstarted: 2024-01-15T14:00\ndetected: 2024-01-15T13:15:00Z\nresolved: 2024-01-16',
    );
    expect(incident.timezone).toBe('Europe/Copenhagen');
    expect(incident.milestones.started).toEqual({
      iso: '2024-01-15T14:00:00+01:00',
      epoch: Date.UTC(2024, 0, 15, 13),
      zone: 'Europe/Copenhagen',
      precision: 'minute',
      approximate: false,
    });
    expect(incident.milestones.detected?.iso).toBe('2024-01-15T14:15:00+01:00');
    expect(incident.milestones.resolved).toMatchObject({ iso: '2024-01-16', precision: 'date' });
  });

  it('are shown at the offset the start is written with where the file names no zone', () => {
    const { incident } = compile('started: 2024-01-15T14:00:00+01:00\ndetected: 2024-01-15T13:15:00Z\nresolved: 2024-01-15T18:00');
    expect(incident.timezone).toBe('UTC+1');
    expect(incident.milestones.detected?.iso).toBe('2024-01-15T14:15:00+01:00');
    // Without an offset a time is the site's, whatever its neighbours say.
    expect(incident.milestones.resolved?.iso).toBe('2024-01-15T19:00:00+01:00');
  });

  it('stay in the zone of the site where the start is written in UTC', () => {
    expect(compile('started: 2024-01-15T14:00:00Z').incident.timezone).toBe('UTC');
  });

  it('are marked as estimates', () => {
    const { incident } = compile('started: 2024-01-15T14:00Z\nresolved: 2024-01-15T15:00Z\napproximate: [started]');
    expect([incident.milestones.started?.approximate, incident.milestones.resolved?.approximate]).toEqual([true, false]);
  });

  it('that a zone skips or has twice are named at their field', () => {
    const { problems } = compile(
      'title: x\ntimezone: Europe/Copenhagen\nstarted: 2024-03-31T02:30\nresolved: 2024-10-27T02:30\ntimeline: [{ at: 2024-03-31T02:45, text: x }]',
    );
    expect(problems.map(sayProblem)).toMatchInlineSnapshot(`
      [
        "4:10 warning skipped-local-time 2024-03-31T02:30 in Europe/Copenhagen: the clocks went forward over it.",
        "5:11 warning ambiguous-local-time 2024-10-27T02:30 in Europe/Copenhagen: the clocks went back, and the first of the two is taken.",
        "6:18 warning skipped-local-time 2024-03-31T02:45 in Europe/Copenhagen: the clocks went forward over it.",
      ]
    `);
  });

  it('of day in the text take their day from the name of a file that has no start', () => {
    const { incident } = compile('title: x', '## Timeline\n\n- 14:02 Slow.', '2024/2024-01-15-slow.md');
    expect(incident.timeline[0]?.at?.iso).toBe('2024-01-15T14:02:00Z');
  });
});

describe('title', () => {
  it.each([
    ['title: Slow checkout', '# Another', 'Slow checkout'],
    ['severity: SEV2', '# Slow `checkout`', 'Slow checkout'],
    ['severity: SEV2', '## The day of the pool\n\nx', 'The day of the pool'],
    ['summary: "Checkout was **slow**. Nobody knew why."', '## Summary\n\nx', 'Checkout was slow'],
    ['severity: SEV2', '## Summary\n\nCheckout was slow. Nobody knew why.', 'Checkout was slow'],
    ['severity: SEV2', 'Checkout was slow. Nobody knew why.', 'Checkout was slow'],
    ['severity: SEV2', '## Impact\n\nOne in five.', '2024-01-15-slow-checkout'],
  ])('of %s over %s is "%s"', (fields, body, title) => {
    expect(compile(fields, body).incident.title).toBe(title);
  });

  it('made from a long summary is cut at a word', () => {
    const { title } = compile(`summary: ${'long '.repeat(100)}`).incident;
    expect(title.length).toBeLessThanOrEqual(121);
    expect(title).toMatch(/long…$/);
  });
});

describe('names', () => {
  it('become those of the site, once each; others stay as they are', () => {
    const { incident } = compile(
      'teams: [frontend, web, Payments, ops]\nauthors: ["@ana", Bo Okafor, zoe]\ncommander: Ana Silva\nseverity: sev2\nservices: [checkout]',
    );
    expect(incident).toMatchObject({
      teams: ['web', 'payments', 'ops'],
      authors: ['ana', 'bo', 'zoe'],
      commander: 'ana',
      severity: 'SEV2',
      services: ['checkout'],
      status: 'published',
      visibility: 'internal',
    });
  });
});

describe('links', () => {
  it('have a title even where only an address is given', () => {
    const { incident } = compile('links: ["https://status.example/1/", { url: "https://x.example/a", title: A, rel: ticket }]');
    expect(incident.links).toEqual([
      { title: 'status.example/1', url: 'https://status.example/1/', place: { path: ['links', 0] } },
      { title: 'A', url: 'https://x.example/a', rel: 'ticket', place: { path: ['links', 1] } },
    ]);
  });
});

describe('markdown in fields', () => {
  it('is rendered, and its mentions and problems are at the field', () => {
    const { incident, problems } = compile(
      'title: x\nsummary: "As [[2023-12-01-earlier]] <b>again</b>"\nimpact: { summary: "`503` for all" }',
    );
    expect(incident.summary?.html).toContain('<a href="../2023-12-01-earlier/">An earlier one</a>');
    expect(incident.impact.summary?.html).toBe('<code>503</code> for all');
    expect(incident.references).toMatchObject([{ kind: 'incident', id: '2023-12-01-earlier', place: { path: ['summary'] } }]);
    expect(problems.map(sayProblem)).toEqual(['3:10 warning raw-html "<b>" is HTML and is shown to readers as it stands.']);
  });
});

it('makes no incident of front matter that cannot be read', () => {
  expect(compileText('---\ntitle: [\n---\n\nx').incident).toBeUndefined();
});

it('makes plain data', () => {
  const { incident, problems } = compile(
    'started: 2024-01-15T14:00:00Z\nlessons: { got_lucky: [x] }\naction_items: [{ title: x }]',
    '# A\n\n## Timeline\n\n- 14:02 Slow[^1].\n\n[^1]: Very.',
  );
  expect(structuredClone({ incident, problems })).toEqual({ incident, problems });
  expect(JSON.parse(JSON.stringify(incident))).toEqual(incident);
});

describe('milestones that only the timeline tells', () => {
  const saidAt = (fields: string, body?: string) =>
    Object.fromEntries(Object.entries(compile(fields, body).incident.milestones).map(([name, at]) => [name, at.iso.slice(11, 16)]));

  it('are those of the first entry labelled so', () => {
    const body = `## Timeline

- 14:02 Slow.
- 14:05 Detected: the alarm sounds.
- **14:09** **Acknowledged** by Ana.
- 14:20 Resolved by hand, they thought.
- 14:30–14:40 Mitigated: zone after zone.
- 14:49 Resolved.
- 14:55 Resolved: the last queue.`;
    expect(saidAt('title: x\nstarted: 2024-01-15T14:02Z', body)).toEqual({
      started: '14:02',
      detected: '14:05',
      acknowledged: '14:09',
      resolved: '14:49',
    });
  });

  it('are told by the kind of an entry in the front matter, the start too', () => {
    const timeline = `timeline:
  - { at: 2024-01-15T14:02Z, text: Slow., kind: started }
  - { at: 2024-01-15T14:05Z, text: The alarm sounds., kind: detected }
  - { text: Nobody knows when., kind: mitigated }
  - { at: 2024-01-15T14:49Z, text: All is well., kind: resolved }`;
    expect(saidAt(`title: x\n${timeline}`)).toEqual({ started: '14:02', detected: '14:05', resolved: '14:49' });
    expect(Object.keys(saidAt(`title: x\nresolved: 2024-01-15T14:50Z\n${timeline}`))).toEqual(['started', 'detected', 'resolved']);
  });

  it('give way to the field', () => {
    const body = '## Timeline\n\n- 14:00 Started: slow.\n- 14:05 Detected: the alarm sounds.';
    expect(saidAt('title: x\nstarted: 2024-01-15T14:02Z\ndetected: 2024-01-15T14:04Z', body)).toEqual({
      started: '14:02',
      detected: '14:04',
    });
  });

  it('are left out where they contradict what is known', () => {
    const body = '## Timeline\n\n- 13:50 Detected: another alarm.\n- 14:09 Acknowledged: Ana looks.\n- 15:30 Mitigated: too late.';
    expect(saidAt('title: x\nstarted: 2024-01-15T14:02Z\nresolved: 2024-01-15T15:00Z', body)).toEqual({
      started: '14:02',
      acknowledged: '14:09',
      resolved: '15:00',
    });
  });

  it('are estimates where the entry is one, or the front matter says so', () => {
    const body = '## Timeline\n\n- ~14:05 Detected: the alarm sounds.\n- 14:49 Resolved: all is well.';
    const { incident } = compile('title: x\nstarted: 2024-01-15T14:02Z\napproximate: [resolved]', body);
    expect(incident.approximate).toEqual(['detected', 'resolved']);
    expect(incident.milestones.resolved?.approximate).toBe(true);
    expect(incident.timeline.map(({ kind }) => kind)).toEqual(['detected', 'resolved']);
  });
});

it('the source of an action item is what its title says, without the marks before, in and behind it', () => {
  const body = `## Action items

- [ ] **More** work (@ana, P1, due 2026-12-01). It has a [page](https://w.example).
- [ ] AI-7: More (@ana, P1) by it (@bo, due 2026-01-01)`;
  const { incident } = compile('title: x\nstarted: 2024-01-15T14:00Z', body);
  expect(incident.actionItems.map(({ title }) => title.source)).toEqual([
    '**More** work. It has a [page](https://w.example).',
    'More by it (@ana)',
  ]);
});
