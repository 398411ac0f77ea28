// A list of action items for programs: the objects of `api/actions.json`, with the key that `set` takes and the file they stand in.
import { actionJson } from '../../core/api/action.ts';
import type { TrackedAction } from '../../core/model/archive.ts';
import { actionPath, siteUrl } from '../../core/text/site-url.ts';
import type { ListStyle } from './formats.ts';
import type { SelectedActions } from './select.ts';

/** An array; where groups are asked for, an array of them with their items. */
export function jsonOf({ actions, groups }: SelectedActions, style: ListStyle): string {
  const list = groups
    ? groups.map(({ actions: own, ...group }) => ({ ...group, actions: own.map((action) => rowOf(action, style)) }))
    : actions.map((action) => rowOf(action, style));
  return JSON.stringify(list, null, 2);
}

function rowOf(action: TrackedAction, { config, show }: ListStyle): object {
  const { incident, item } = action;
  const path = actionPath(incident.id, item.id);
  const url = config.url === undefined ? path : siteUrl(config.url, path, config.urls);
  return { key: `${incident.id}/${item.id}`, file: show(incident.file), ...actionJson(action, { config }), url };
}
