// The small marks: a word for everything that a shape or a colour shows.
import { describe, expect, it } from 'vitest';
import { MiniStrip } from '../../_includes/charts/mini-strip.tsx';
import { Due } from '../../_includes/ui/due.tsx';
import { Owner } from '../../_includes/ui/owner.tsx';
import { Severity } from '../../_includes/ui/severity.tsx';
import { Status } from '../../_includes/ui/status.tsx';
import { viewOf } from '../../_includes/ui/view.ts';
import { ACTION_STATUSES } from '../../src/core/model/action-item.ts';
import { render, words } from './render.ts';
import { AS_OF, action, archive, at, incident } from './sample-archive.ts';

describe('severity', () => {
  it('keeps the word of a label outside the scale', () => {
    const view = viewOf(archive([]), '');
    expect(words(render(<Severity level={view.severity('Huge')} named />))).toBe('Huge');
    expect(words(render(<Severity level={view.severity('SEV1')} named />))).toBe('SEV1 Critical');
    expect(words(render(<Severity level={view.severity(undefined)} />))).toBe('No severity');
  });

  it('gives ranks after the fourth the ring', () => {
    expect(render(<Severity level={{ label: 'P9', rank: 9 }} />)).toContain('severity--4');
  });
});

describe('status', () => {
  it.each(ACTION_STATUSES)('%s has a word and a shape', (status) => {
    const html = render(<Status status={status} />);
    expect(words(html)).not.toBe('');
    expect(html).toContain('<rect');
  });
});

describe('due', () => {
  const due = (given: Parameters<typeof action>[1]) => words(render(<Due item={action('AI-1', given)} asOf={AS_OF} />));

  it('counts days to and from the as-of day', () => {
    expect(due({ due: '2024-11-21' })).toBe('1 day overdue 21 Nov 2024');
    expect(due({ due: '2024-11-22' })).toBe('today 22 Nov 2024');
    expect(due({ due: '2024-11-29' })).toBe('in 7 days 29 Nov 2024');
  });

  it('says where a date comes from, or that there is none', () => {
    expect(due({ due: '2024-11-29', dueFrom: 'policy' })).toBe('in 7 days 29 Nov 2024 by policy');
    expect(due({})).toBe('No date');
  });

  it('of finished items is the day they were finished', () => {
    expect(due({ status: 'done', due: '2024-01-01', completed: '2024-03-08' })).toBe('Done 8 Mar 2024');
    expect(due({ status: 'wont_do' })).toBe('Closed, no date');
  });
});

describe('owner', () => {
  it('is a person, else a team, else said to be nobody', () => {
    const items = [action('AI-1', { owner: 'ana' }), action('AI-2', { team: 'core' }), action('AI-3')];
    const view = viewOf(archive([incident('x', { actionItems: items })]), '../');
    const html = items.map((item) => render(<Owner item={item} view={view} />));
    expect(html[0]).toBe('<a class="owner" href="../actions/owners/ana/">Ana Lindqvist</a>');
    expect(html[1]).toBe('<a class="owner" href="../actions/teams/core/">core</a>');
    expect(html[2]).toBe('<span class="owner owner--none">No owner</span>');
  });
});

describe('mini strip', () => {
  const strip = (count: number) => {
    const kb = archive(
      Array.from({ length: count }, (_, index) => incident(`i-${index}`, { severity: 'SEV2', milestones: { started: at('2024-10-01') } })),
    );
    return render(<MiniStrip label="x" incidents={kb.incidents} view={viewOf(kb, '')} />);
  };

  it('says what it draws', () => {
    expect(strip(0)).toContain('aria-label="x: none in twelve months"');
    expect(strip(1)).toContain('aria-label="x: SEV2 on 1\u00a0Oct\u00a02024"');
    expect(strip(30)).toContain('aria-label="x: 30 in the twelve months to 22\u00a0Nov\u00a02024"');
  });

  it('counts where marks would hide one another', () => {
    expect(strip(30)).toContain('mini-strip__bar');
    expect(strip(30)).not.toContain('sev-mark');
  });
});
