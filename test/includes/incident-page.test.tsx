// The page of an incident: everything in its place, what is unknown said in words, nothing an author wrote able to break out.
import { describe, expect, it } from 'vitest';
import { IncidentPage } from '../../_includes/incident/incident-page.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { surroundingsOf } from '../../src/core/archive/surroundings.ts';
import type { Incident } from '../../src/core/model/incident.ts';
import { headingLevels, ids, render, words } from './render.ts';
import { action, archive, at, entry, fullIncident, incident, rich, section } from './sample-archive.ts';

function pageOf(shown: Incident, others: readonly Incident[] = []): string {
  const kb = archive([shown, ...others]);
  return render(<IncidentPage incident={shown} surroundings={surroundingsOf(kb)(shown)} view={viewOf(kb, '../../')} />);
}

/** The words stand on the page in this order. */
function expectInOrder(html: string, ...texts: readonly string[]): void {
  const said = words(html);
  let from = 0;
  for (const text of texts) {
    const found = said.indexOf(text, from);
    expect(found, `"${text}" after position ${from} of: ${said}`).toBeGreaterThanOrEqual(0);
    from = found + text.length;
  }
}

describe('an incident with everything', () => {
  const html = pageOf(fullIncident);

  it('says what happened, why and what fixed it before anything else', () => {
    expectInOrder(
      html,
      'Ledger slow',
      'What happened',
      'answered slowly',
      'Why',
      'overwhelmed',
      'What fixed it',
      'three things: gave the server',
      'How it was done',
      'Phases',
      'Facts',
    );
  });

  it("keeps the author's order of sections, with structure in its place", () => {
    expectInOrder(
      html,
      'Facts',
      'Impact Pages',
      'Timeline Monday',
      'Root cause The',
      'Resolution The',
      'Lessons Went well',
      'Action items 3 of 5 open',
    );
  });

  it('computes phases from the milestones and says which are missing', () => {
    expectInOrder(
      html,
      '14 h from start to recovery.',
      'Not recorded: acknowledgement, mitigation.',
      'Detect 15 min 2 %',
      'Identify 11 h 15 min 80 %',
      'Resolve 2 h 30 min 18 %',
    );
  });

  it('marks steps without a time and states the length of the gap they fall into', () => {
    expectInOrder(
      html,
      'time not recorded',
      'time not recorded',
      '11 h 15 min',
      'No time was recorded between 14:15 and 01:30',
      'two steps above',
      'Tuesday, 16 January 2024',
      '01:30 T+11:30',
    );
  });

  it('says how many promises are open and late, and on which day', () => {
    expectInOrder(
      html,
      '3 of 5 open , 1 overdue on 22 Nov 2024',
      '147 days overdue',
      'in 3 days',
      'No date',
      'Done 8 Mar 2024',
      'Why not: the other one is full',
    );
  });

  it('has every id once and headings in order', () => {
    expect(ids(html).toSorted()).toEqual([...new Set(ids(html))].toSorted());
    let before = 1;
    for (const level of headingLevels(html)) {
      expect(level).toBeLessThanOrEqual(before + 1);
      before = level;
    }
  });

  it('leads to the pages of its terms and people', () => {
    expect(html).toContain('href="../../services/ledger/"');
    expect(html).toContain('href="../../causes/capacity/"');
    expect(html).toContain('href="../../actions/owners/emil/"');
    expect(html).toContain('href="../../incidents/2024-01-15-ledger.md"');
  });

  it('gives times to the script in full', () => {
    expect(html).toContain('<time datetime="2024-01-15T14:00:00+00:00" data-show="datetime">15\u00a0Jan\u00a02024, 14:00</time>');
    expect(html).toContain('data-show="daytime" data-datetime="2024-01-16T04:00:00+00:00"');
  });
});

describe('an incident with nothing', () => {
  const html = pageOf(incident('bare'));

  it('says what was not recorded, where it would stand', () => {
    expectInOrder(
      html,
      'No severity',
      'Undated',
      'What happened Not recorded.',
      'Why Not recorded.',
      'What fixed it Not recorded.',
      'Services not recorded',
      'Started not recorded',
      'No more was written',
    );
  });

  it('has neither phases nor contents nor empty lists', () => {
    expect(html).not.toContain('phase-bar');
    expect(html).not.toContain('class="contents"');
    expect(html).not.toContain('What links here');
  });

  it('says that nothing is like it', () => {
    expect(html).toContain('Nothing like it in the archive.');
  });
});

describe('times', () => {
  it('are days where only days are known', () => {
    const html = pageOf(incident('days', { milestones: { started: at('2024-05-03'), resolved: at('2024-05-06') } }));
    expectInOrder(html, 'Began 3 May 2024 , resolved 6 May 2024', 'times of day');
    expect(html).not.toContain('data-show');
  });

  it('are marked where they are estimates', () => {
    const milestones = {
      started: at('2024-05-03T10:00', { approximate: true }),
      detected: at('2024-05-03T11:00'),
      resolved: at('2024-05-03T12:00'),
    };
    expectInOrder(
      pageOf(incident('estimate', { milestones })),
      'About 2 h from start',
      'about 10:00 started',
      'Detect about 1 h',
      'Resolve 1 h',
      'Started about 3 May 2024, 10:00',
    );
  });

  it('of all six milestones stand in the key where the bar has no room for words', () => {
    const times = ['21:00', '21:04', '21:06', '21:19', '21:23', '21:52'].map((time) => at(`2024-11-11T${time}`));
    const [started, detected, acknowledged, identified, mitigated, resolved] = times as [...typeof times] & { length: 6 };
    const milestones = { started, detected, acknowledged, identified, mitigated, resolved } as Incident['milestones'];
    expectInOrder(
      pageOf(incident('five', { milestones })),
      '52 min from start to recovery.',
      'Acknowledge 2 min 4 % until 21:06',
      'Resolve 29 min 56 % until 21:52',
    );
  });

  it('on several days say theirs, on one day do not', () => {
    const milestones = {
      started: at('2024-12-30T14:00', { approximate: true }),
      detected: at('2024-12-30T14:10'),
      mitigated: at('2025-01-02T02:00'),
      resolved: at('2025-01-03T15:00'),
    };
    const html = pageOf(incident('days', { milestones }));
    expectInOrder(html, 'about 30 Dec, 14:00 started', '3 Jan, 15:00 resolved', 'until 30 Dec, 14:10', 'until 2 Jan, 02:00');
    expect(html).toContain('data-show="daytime"');
    expect(pageOf(fullIncident)).toContain('data-show="daytime"');
    const oneDay = { started: at('2024-05-03T10:00'), detected: at('2024-05-03T11:00'), resolved: at('2024-05-03T12:00') };
    expect(pageOf(incident('day', { milestones: oneDay }))).not.toContain('data-show="daytime"');
  });

  it('of start and end alone make no phases', () => {
    const milestones = { started: at('2024-05-03T10:00'), resolved: at('2024-05-03T12:00') };
    const html = pageOf(incident('two', { milestones }));
    expectInOrder(html, '2 h from start to recovery.', 'No time in between was recorded, so its phases are not known.');
    expect(html).not.toContain('phase-bar__legend');
  });

  it('after the end leave no gap', () => {
    const milestones = { started: at('2024-05-03T10:00'), resolved: at('2024-05-03T12:00') };
    const timeline = [entry('Over.', '2024-05-03T12:00', 'resolved'), entry('Review.', '2024-05-09T12:00')];
    expect(pageOf(incident('after', { milestones, timeline }))).not.toContain('timeline__gap');
  });
});

describe('parts that stand only in the front matter', () => {
  const structures = {
    timeline: [entry('Something.', '2024-05-03T10:00')],
    lessons: { wentWell: [rich('Quick.')], wentWrong: [], gotLucky: [] },
    actionItems: [action('AI-1')],
  };

  it('come after the impact and at the end', () => {
    const sections = [section('Impact', { role: 'impact' }), section('Root cause', { role: 'root_cause' })];
    expectInOrder(
      pageOf(incident('parts', { ...structures, sections })),
      'Facts',
      'About Impact.',
      'Timeline Friday',
      'About Root cause.',
      'Lessons',
      'Nothing recorded.',
      'Action items',
    );
  });

  it('leave the ids of headings alone', () => {
    const sections = [
      section('Timeline', { words: 'Of the company.' }),
      section('AI-1', { words: 'A heading like an action item.', heading: { id: 'ai-1', title: 'AI-1', level: 2 } }),
    ];
    const found = ids(pageOf(incident('clash', { ...structures, sections })));
    expect(found).toContain('timeline-2');
    expect(found.filter((id) => id === 'ai-1')).toHaveLength(1);
  });

  it('do not swallow what could not be read as structure', () => {
    const sections = [section('Timeline', { role: 'timeline', words: 'See the recording.' })];
    expectInOrder(pageOf(incident('rest', { ...structures, sections })), 'See the recording.', 'Something.');
  });
});

describe('a summary', () => {
  const summary = rich('It broke.');

  it('is not said twice', () => {
    const html = pageOf(
      incident('same', {
        summary,
        sections: [section('Summary', { role: 'summary', words: 'It broke.' }), section('Impact', { role: 'impact' })],
      }),
    );
    expect(words(html).match(/It broke\./g)).toHaveLength(1);
    expect(ids(html)).toContain('summary');
  });

  it('stands beside a section that says more', () => {
    const html = pageOf(
      incident('more', { summary, sections: [section('Summary', { role: 'summary', words: 'It broke, and then some.' })] }),
    );
    expectInOrder(html, 'What happened It broke.', 'Summary It broke, and then some.');
  });

  it('is cut at the end of a sentence when the section is long', () => {
    const long = `${'The queue grew and nobody saw it. '.repeat(20)}At last it burst.`;
    const html = pageOf(incident('long', { sections: [section('Root cause', { role: 'root_cause', words: long })] }));
    expect(words(html)).toMatch(/Why The queue grew and nobody saw it\. [^.]*\..* Read on What fixed it/);
  });
});

describe('what points elsewhere', () => {
  it('names the original of a second telling', () => {
    const duplicate = incident('again', { duplicateOf: fullIncident.id, milestones: { started: at('2024-01-15') } });
    expectInOrder(pageOf(duplicate, [fullIncident]), 'Another telling of Ledger slow');
    expectInOrder(pageOf(fullIncident, [duplicate]), 'What links here', 'Another telling Incident again', 'kept as a duplicate');
  });

  it('says that a draft may change', () => {
    expect(words(pageOf(incident('draft', { status: 'draft' })))).toContain('This incident is being written.');
  });

  it('leads to the incidents before and after', () => {
    const others = [
      incident('before', { milestones: { started: at('2024-01-01') } }),
      incident('after', { milestones: { started: at('2024-02-01') } }),
    ];
    expectInOrder(pageOf(fullIncident, others), 'Earlier, 1 Jan 2024 Incident before', 'Later, 1 Feb 2024 Incident after');
  });

  it('keeps a term without a page as a word', () => {
    const html = pageOf(incident('only', { duplicateOf: fullIncident.id, services: ['odd'] }), [fullIncident]);
    expect(html).toContain('<span>odd</span>');
  });
});

describe('hostile words', () => {
  const evil = '"><script>alert(1)</script>';

  it('never become markup', () => {
    const html = pageOf(
      incident('x', {
        title: evil,
        severity: evil,
        services: [evil],
        tags: [evil],
        trigger: evil,
        environments: [evil],
        signatures: [evil],
        authors: [evil],
        commander: evil,
        impact: { cost: evil, dataLoss: evil },
        links: [{ title: evil, url: `https://x.example/${evil}`, place: { line: 1 } }],
        actionItems: [action(evil, { words: evil, owner: evil, priority: evil, reason: evil, ticket: { text: evil } })],
        sections: [section(evil, { words: evil, heading: { id: 'evil', title: evil, level: 2 } })],
      }),
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain(evil);
  });
});

describe('what stands before the first heading', () => {
  const { heading: _, ...text } = section('', { words: 'It began with a flood.' });
  const idsOf = (given: Partial<Incident>) =>
    ids(pageOf(incident('flood', { sections: [text, section('Text'), { ...text, html: '<p>Notes.</p>', plain: 'Notes.' }], ...given })));

  it('can be linked to, where it stands or where the digest says all of it', () => {
    for (const given of [{}, { summary: rich('Water.') }]) {
      const found = idsOf(given);
      expect(found.filter((id) => id === '_text')).toHaveLength(1);
      expect(new Set(found).size).toBe(found.length);
    }
  });
});
