// Headings and labels over action items: what "Prevention", "Completed" or "Tasks" says about the items under it.
import type { ActionStatus, ActionType } from '../model/action-item.ts';
import { statusOf, typeOf } from './action-fields.ts';
import { normaliseHeading } from './section-role.ts';

export interface ActionGroup {
  readonly type?: ActionType;
  readonly status?: ActionStatus;
  /** A title that is none of these: each item takes it along, in brackets. */
  readonly note?: string;
  /** What could be better, of which tasks may have been made. */
  readonly isImprovements?: true;
}

const IMPROVEMENTS = /^(?:areas (?:for|of) improvement|improvements?(?:(?: and)? fixes)?|fixes(?: and improvements?)?)$/;
const TASKS = /^tasks?(?: to | for |$)/;

/** A title over what is to be done, where improvements beside it only say what would be better: both stand in many templates. */
export function isTasks(title: string | undefined): boolean {
  return title !== undefined && TASKS.test(normaliseHeading(title));
}

const GENERIC =
  /^(?:(?:corrective|preventive|preventative|remediation|follow up|immediate|planned|proposed|completed|open|further)(?: and (?:corrective|preventive|preventative))? )?(?:actions?|action items?|action points?|measures?|tasks?|tasks to address the issue|improvements?(?: and fixes)?|fixes|follow ups?|next steps|to ?dos?|items|recommendations)$/;

export function actionGroup(title: string): ActionGroup {
  const name = normaliseHeading(title);
  const bracket = /\(([^)]+)\)/.exec(title)?.[1] ?? '';
  const first = name.split(' ')[0] ?? '';
  const type = typeOf(name) ?? typeOf(name.replace(/ (?:actions?|items?|tasks?|measures?|work)$/, ''));
  const isGeneric = GENERIC.test(name);
  const status = statusOf(name) ?? statusOf(bracket) ?? (isGeneric ? statusOf(first) : undefined);
  const isRead = isGeneric || type !== undefined || status !== undefined;
  return {
    ...(type && { type }),
    ...(status && { status }),
    ...(!isRead && { note: title.trim() }),
    ...(IMPROVEMENTS.test(name) && { isImprovements: true as const }),
  };
}
