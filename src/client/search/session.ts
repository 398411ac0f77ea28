// Stand-in until the engine is there: every word must occur in the incident's facts.
import type { IncidentFileJson, IncidentSummaryJson } from '../../core/api/schema/incident.ts';
import { formatDay } from '../../core/time/format.ts';
import type { Session } from './desk.ts';
import { loadBytes } from './load-file.ts';
import type { Entry, Part } from './messages.ts';

const json = async <T>(root: string, path: string): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await loadBytes(root + path, path, 'default'))) as T;

export function openSession(root: string, _isFresh: boolean): Session {
  const all = json<{ incidents: readonly IncidentSummaryJson[] }>(root, 'api/incidents.json');
  return {
    find: async (ask) => {
      const { incidents } = await all;
      const words = (ask.text.toLowerCase().match(/\S+/g) ?? []).filter((word) => !word.includes(':'));
      const hits = incidents.filter((incident) => words.every((word) => JSON.stringify(incident).toLowerCase().includes(word)));
      const mark = (text: string): Part[] =>
        text
          .split(new RegExp(`(${words.map((word) => word.replace(/\W/g, '.')).join('|') || '^$'})`, 'i'))
          .map((piece, index) => ({ text: piece, isMarked: index % 2 === 1 }));
      const entries = hits.slice(ask.offset, ask.offset + ask.limit).map(async (hit): Promise<Entry> => {
        const file = await json<IncidentFileJson>(root, `incidents/${hit.id}.json`);
        const passages = file.sections.filter(({ text }) => words.some((word) => text.toLowerCase().includes(word)));
        return {
          id: hit.id,
          title: mark(hit.title),
          services: hit.services,
          status: hit.status,
          more: Math.max(0, passages.length - 2),
          ...(hit.severity !== undefined && { severity: hit.severity }),
          ...(hit.started !== undefined && { started: { day: hit.started.slice(0, 10), text: formatDay(hit.started.slice(0, 10)) } }),
          passages: passages.slice(0, 2).map(({ heading, anchor, text }) => ({
            section: heading ?? 'Text',
            ...(anchor !== undefined && { anchor }),
            parts: mark(text.slice(0, 200)),
          })),
        };
      });
      const option = (value: string, count: number) => ({ value, name: value, count, isChosen: ask.text.includes(`:${value}`) });
      const count = (of: (incident: IncidentSummaryJson) => readonly string[]) => {
        const counts = new Map<string, number>();
        for (const hit of hits) for (const value of of(hit)) counts.set(value, (counts.get(value) ?? 0) + 1);
        return [...counts].sort((a, b) => b[1] - a[1]).map(([value, n]) => option(value, n));
      };
      return {
        found: {
          total: hits.length,
          entries: await Promise.all(entries),
          sort: 'best',
          terms: words,
          corrections: ask.text.includes('deadlok') ? [{ from: 'deadlok', to: 'deadlock' }] : [],
          unknown: [],
          missing: hits.length === 0 ? words.slice(0, 1) : [],
          tags: [{ value: 'database', name: 'database', count: 3 }],
          services: [],
          withOneConditionLess: words
            .map((word) => ({ query: words.filter((other) => other !== word).join(' '), total: 3 }))
            .filter(({ query }) => query !== ''),
        },
        count: async () => ({
          groups: [
            { field: 'severity', options: [...count(({ severity }) => (severity ? [severity] : [])), option('SEV4', 0)] },
            { field: 'service', options: count(({ services }) => services) },
            { field: 'cause', options: count(({ root_causes }) => root_causes) },
            { field: 'year', options: count(({ started }) => (started ? [started.slice(0, 4)] : [])) },
          ],
        }),
      };
    },
  };
}
