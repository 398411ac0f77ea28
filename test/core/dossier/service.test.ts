// The dossier of a service: what is counted, of how many, and what is left out because nobody wrote it down.
import { describe, expect, test } from 'vitest';
import { isChange } from '../../../src/core/dossier/changes.ts';
import { serviceDossier } from '../../../src/core/dossier/service.ts';
import type { ActionItem } from '../../../src/core/model/action-item.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import { archiveOf, at, incident } from '../api/sample-archive.ts';

function text(plain: string) {
  return { source: plain, plain, html: plain };
}

function action(id: string, status: ActionItem['status']): ActionItem {
  return { id, title: text(id), status, place: { line: 1 } };
}

const DEPLOY = incident('deploy', {
  services: ['checkout'],
  trigger: 'schema-migration',
  rootCauses: ['lock'],
  signatures: ['timeout after 300 ms at 10.1.2.3'],
  milestones: { started: at('2026-03-01T10:00:00+01:00'), resolved: at('2026-03-01T11:30:00+01:00') },
  links: [{ title: 'Runbook: locks', url: 'https://r.example/locks', rel: 'runbook', place: { line: 1 } }],
  lessons: { wentWell: [], wentWrong: [text('Nobody looked.')], gotLucky: [] },
  actionItems: [action('AI-1', 'done'), action('AI-2', 'open')],
});
const TRAFFIC = incident('traffic', {
  services: ['checkout'],
  trigger: 'traffic',
  rootCauses: ['lock', 'lock'],
  signatures: ['timeout after 900 ms at 10.9.9.9', 'oom-killed'],
  milestones: { started: at('2026-05-01T10:00:00+02:00'), resolved: at('2026-05-02', 'date') },
  links: [{ title: 'Locks', url: 'https://r.example/locks', rel: 'runbook', place: { line: 1 } }],
});
const SILENT = incident('silent', { services: ['checkout'] });

function dossierOf(...incidents: Incident[]) {
  const entry = archiveOf(incidents).indexes.services.find(({ slug }) => slug === 'checkout');
  if (entry === undefined) throw new Error('no such service');
  return serviceDossier(entry);
}

describe('the dossier', () => {
  const dossier = dossierOf(DEPLOY, TRAFFIC, SILENT);

  test('names the last one, and the longest of those whose length is known', () => {
    expect(dossier.last?.id).toBe('traffic');
    expect(dossier.longest).toEqual({ incident: DEPLOY, ms: 90 * 60_000 });
    expect(dossier.timed).toBe(1);
  });

  test('counts a cause once an incident', () => {
    expect(dossier.causes).toEqual([{ id: 'lock', count: 2 }]);
    expect(dossier.caused).toBe(2);
  });

  test('takes signatures that differ in what changes every time for one, as the newest writes it', () => {
    expect(dossier.signatures.map(({ text, count, newest }) => [text, count, newest.id])).toEqual([
      ['timeout after 900 ms at 10.9.9.9', 2, 'traffic'],
      ['oom-killed', 1, 'traffic'],
    ]);
  });

  test('has a runbook once', () => {
    expect(dossier.runbooks.map(({ link, incident }) => [link.title, incident.id])).toEqual([['Locks', 'traffic']]);
  });

  test('warns of what a change set off, with what of it is open', () => {
    expect(dossier.changes.map(({ incident, open }) => [incident.id, open.map(({ item }) => item.id)])).toEqual([['deploy', ['AI-2']]]);
    expect(dossier.triggered).toBe(2);
  });

  test('of a service without incidents is empty', () => {
    expect(serviceDossier({ incidents: [], openActions: [] })).toMatchObject({ timed: 0, changes: [], signatures: [], runbooks: [] });
  });
});

test.each([
  ['deploy', true],
  ['Config push', true],
  ['feature-flag', true],
  ['schema_migration', true],
  ['traffic', false],
  ['deployer asleep', false],
  ['expiry', false],
  ['Despliegue de la versión 12', true],
  ['cambios de configuración', true],
  ['Mise à jour du certificat', true],
  ['mise en production', true],
  ['mise en page', false],
  ['Déploiements', true],
  ['Konfigurationsänderung', true],
  ['schemamigration', true],
  ['Lasterwartung', false],
  ['caducidad', false],
  [undefined, false],
])('a trigger %s is a change: %s', (trigger, expected) => {
  expect(isChange(trigger)).toBe(expected);
});
