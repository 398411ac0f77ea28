// Archives that measure: the sample configuration of the tests defines no metric.
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident } from '../../../src/core/model/incident.ts';
import type { MetricDefinition } from '../../../src/core/model/site-config.ts';
import { archive } from '../rows/archives.ts';

const METRICS: readonly MetricDefinition[] = [
  { id: 'time_to_detect', from: 'started', to: 'detected' },
  { id: 'time_to_resolve', from: 'started', to: 'resolved' },
];

export function metricArchive(incidents: readonly Incident[], metrics = METRICS): Archive {
  return measured(archive(incidents), metrics);
}

export function measured(kb: Archive, metrics = METRICS): Archive {
  return { ...kb, config: { ...kb.config, metrics } };
}
