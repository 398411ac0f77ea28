// The configuration in force: defaults, both spellings of what has two, and files that do not read.
import { describe, expect, test } from 'vitest';
import { defaultConfig, readSiteConfig } from '../../../src/core/config/read.ts';

const read = (text: string) => readSiteConfig({ path: 'site.yaml', text });

describe('readSiteConfig', () => {
  test('without a file gives the defaults', () => {
    expect(readSiteConfig(undefined)).toEqual({ config: defaultConfig, diagnostics: [] });
    expect(defaultConfig.severities.map(({ label, rank, name }) => `${rank} ${label} ${name}`)).toEqual([
      '1 SEV1 Critical',
      '2 SEV2 Major',
      '3 SEV3 Minor',
      '4 SEV4 Low',
    ]);
    expect(defaultConfig.metrics.map(({ id, from, to }) => `${id} ${from} ${to}`)).toEqual([
      'time_to_detect started detected',
      'time_to_acknowledge detected acknowledged',
      'time_to_mitigate started mitigated',
      'time_to_resolve started resolved',
    ]);
  });

  test('of an empty file gives the defaults and its name', () => {
    expect(read('')).toEqual({ config: { ...defaultConfig, file: 'site.yaml' }, diagnostics: [] });
    expect(read('# nothing yet\ntitle:\nurl: ""\nservices:\n')).toEqual({
      config: { ...defaultConfig, file: 'site.yaml' },
      diagnostics: [],
    });
  });

  test('ranks severities in their order', () => {
    const { severities } = read('severities: [{ label: high }, { label: low, name: Low }]').config;
    expect(severities).toEqual([
      { label: 'high', rank: 1 },
      { label: 'low', rank: 2, name: 'Low' },
    ]);
  });

  test('takes what is required as a list or by severity', () => {
    expect(read('required: []').config.required).toEqual({ all: [], bySeverity: {} });
    expect(read('required: [title]').config.required).toEqual({ all: ['title'], bySeverity: {} });
    expect(read('required: { SEV1: [resolved] }').config.required).toEqual({
      all: ['title', 'started'],
      bySeverity: { SEV1: ['resolved'] },
    });
    expect(read('required: { all: [], SEV1: [resolved] }').config.required).toEqual({ all: [], bySeverity: { SEV1: ['resolved'] } });
  });

  test('takes vocabularies as words, as terms, and as strict', () => {
    const { vocabularies } = read(
      'services: [a, { id: b, name: Bee, aliases: [c] }]\nteams: { strict: true, values: [x] }\ntags: { values: [] }',
    ).config;
    expect(vocabularies.services).toEqual({
      strict: false,
      terms: [
        { id: 'a', name: 'a', aliases: [] },
        { id: 'b', name: 'Bee', aliases: ['c'] },
      ],
    });
    expect(vocabularies.teams).toEqual({ strict: true, terms: [{ id: 'x', name: 'x', aliases: [] }] });
    expect(vocabularies.tags).toEqual({ strict: false, terms: [] });
  });

  test('makes addresses whole', () => {
    const { url, source } = read('url: https://x.example/base\nsource: { repository: https://git.example/ops/ }').config;
    expect(url).toBe('https://x.example/base/');
    expect(source).toEqual({ repository: 'https://git.example/ops', branch: 'main' });
  });

  test('keeps what is right beside what is wrong', () => {
    const { config, diagnostics } = read('title: Ours\ntimezone: nowhere\n');
    expect(config).toMatchObject({ title: 'Ours', timezone: 'UTC' });
    expect(diagnostics).toMatchObject([{ file: 'site.yaml', line: 2, column: 11, severity: 'error', code: 'wrong-value' }]);
  });
});
