// An incident's JSON, as results are made of it.
import type { IncidentFileJson } from '../api/schema/incident.ts';
import { incidentTwinPath } from '../text/urls.ts';
import { SearchFileError } from './files/error.ts';
import type { Load } from './reader.ts';

/** Rejects with a SearchFileError. */
export async function loadIncident(load: Load, id: string): Promise<IncidentFileJson> {
  const path = incidentTwinPath(id, 'json');
  const bytes = await load(path);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as IncidentFileJson;
  } catch (cause) {
    throw new SearchFileError(path, 'it is damaged or cut off', { cause });
  }
}
