// The small file of an incident that results are made of.
import type { IncidentFileJson } from '../api/schema/incident.ts';
import { passageSources } from './passage-sources.ts';
import { type CoreTextsJson, factsOf } from './result-texts.ts';

/** No text twice: a summary that is a section is also said at the top. */
export function coreTexts(incident: IncidentFileJson): CoreTextsJson {
  const core = passageSources(incident).filter(({ isCore }) => isCore);
  const texts = new Map<string, CoreTextsJson['texts'][number]>();
  for (const { section, anchor = '', text } of core) if (!texts.has(text)) texts.set(text, [section, anchor, text]);
  return { ...factsOf(incident), texts: [...texts.values()] };
}
