// The last facts of action items, whichever way they were written: a number each, and the day by which policy wants them done.
import { numberItems } from '../body/action-items.ts';
import { readingProblem } from '../body/problems.ts';
import type { FrontMatter } from '../front-matter/read.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { SiteConfig } from '../model/site-config.ts';
import type { Day, Milestones } from '../model/timestamp.ts';
import { addDays } from '../time/duration.ts';

export interface SettleContext {
  readonly fm: FrontMatter;
  readonly config: SiteConfig;
  readonly severity?: string;
  readonly milestones: Milestones;
  readonly diagnostics: Diagnostic[];
}

export function settleActions(items: readonly ActionItem[], context: SettleContext): ActionItem[] {
  reportRepeatedIds(items, context);
  const over = (context.milestones.resolved ?? context.milestones.started)?.iso.slice(0, 10);
  return numberItems(items).map((item) => withPolicy(item, over, context));
}

/** An item is promised on the day it was written down, else when the incident was over. */
function withPolicy(item: ActionItem, over: Day | undefined, { config, severity }: SettleContext): ActionItem {
  if (item.due !== undefined || item.status === 'wont_do' || item.priority === undefined || severity === undefined) return item;
  const policy = Object.hasOwn(config.dueDays, severity) ? config.dueDays[severity] : undefined;
  const days = policy && Object.hasOwn(policy, item.priority) ? policy[item.priority] : undefined;
  const promised = item.created ?? over;
  return days === undefined || promised === undefined ? item : { due: addDays(promised, days), dueFrom: 'policy', ...item };
}

function reportRepeatedIds(items: readonly ActionItem[], { fm, diagnostics }: SettleContext): void {
  const first = new Map<string, Place>();
  for (const { id, place } of items) {
    if (id === '') continue;
    const known = first.get(id.toUpperCase());
    if (!known) first.set(id.toUpperCase(), place);
    else {
      const found = `The id ${id} is that of the action item on line ${fm.locate(known).line} already`;
      diagnostics.push(readingProblem('action-id-twice', found, { file: fm.file, ...fm.locate(place) }));
    }
  }
}
