// Paths of pages, and the way back to the root from each.
import { expect, test } from 'vitest';
import {
  actionsPath,
  assigneePath,
  feedPath,
  incidentPath,
  incidentsPath,
  incidentTwinPath,
  rootOf,
  termPath,
} from '../../../src/core/text/urls.ts';

test('pages are folders, twins are files', () => {
  expect(incidentPath('2026-11-20-checkout')).toBe('incidents/2026-11-20-checkout/');
  expect(incidentTwinPath('a', 'json')).toBe('incidents/a.json');
  expect(incidentsPath()).toBe('incidents/');
  expect(incidentsPath(2)).toBe('incidents/page/2/');
  expect(actionsPath(3)).toBe('actions/page/3/');
  expect(termPath('services', 'café')).toBe('services/caf%C3%A9/');
  expect(assigneePath('owner', 'ana')).toBe('actions/owners/ana/');
  expect(assigneePath('team', 'payments')).toBe('actions/teams/payments/');
  expect(feedPath('tags/config/', 'xml')).toBe('tags/config/feed.xml');
  expect(feedPath('', 'json')).toBe('feed.json');
});

test('the root is as many steps up as the path is deep', () => {
  expect(rootOf('')).toBe('');
  expect(rootOf('404.html')).toBe('');
  expect(rootOf('tags/')).toBe('../');
  expect(rootOf('incidents/x/')).toBe('../../');
  expect(rootOf('tags/x/feed.xml')).toBe('../../');
});
