// Sections that hold what is to be done, and what each heading says about the items under it.
import { actionGroup } from '../../../core/body/action-group.ts';
import type { ActionStatus } from '../../../core/model/action-item.ts';
import { aboutOf, type Section, within } from '../layout/outline.ts';
import { headingName } from '../layout/roles.ts';
import type { Page } from '../page.ts';

export interface Group {
  readonly section: Section;
  /** Where both are listed, `tasks` are what somebody is to do, and `wishes` what would be good. */
  readonly kind: 'tasks' | 'wishes' | 'plain';
  readonly status?: ActionStatus;
}

/** Names under which people put what they will follow up, rather than what one might do. */
const TASKS =
  /\b(?:action items?|actions?|action points?|action plan|tasks?|to ?dos?|todo list|follow ?ups?|next steps|tickets|jira|repair items|remediation items|acciones|tareas|próximos pasos|plan d action|actions à|tâches|prochaines étapes|aufgaben|aktionen|maßnahmen|nächste schritte|remediation)\b/;
const WISHES =
  /^(?:improvements?(?: (?:and|or) fixes)?|improvements? fixes|fixes and improvements?|fixes|(?:areas|points|opportunities) (?:for|of) improvements?|recommendations?|(?:what|things|the things) .*\b(?:be|could|can) .*\b(?:improve|fix|better).*|what are the things that can be .*|what (?:can|could|should) we do (?:better|differently).*|prevention strategies|mejoras(?: propuestas)?|améliorations|verbesserungen|recomendaciones|recommandations|empfehlungen)$/;
const DONE =
  /\b(?:completed|done|already done|finished|implemented|completad[oa]s|realizad[oa]s|terminées?|réalisées?|erledigt|abgeschlossen|umgesetzt)\b/;

/** The groups that count: tasks alone where tasks are listed beside wishes. */
export function actionGroups(page: Page): Group[] {
  const sections = page.sections.filter((section) => within(section, 'action_items') && isAboutActions(section));
  return sections.map((section) => ({ section, kind: kindOf(section), ...statusOf(section) }));
}

/** Not the lessons or steps that stand among them. */
function isAboutActions(section: Section): boolean {
  return aboutOf(section) === 'action_items';
}

function kindOf(section: Section): Group['kind'] {
  for (let up: Section | undefined = section; up && aboutOf(up) === 'action_items'; up = up.parent) {
    const name = headingName(up.title ?? '');
    if (WISHES.test(name)) return 'wishes';
    if (TASKS.test(name) && !/\b(?:corrective|preventative|preventive)\b/.test(name)) return 'tasks';
  }
  return 'plain';
}

function statusOf(section: Section): { status: ActionStatus } | Record<string, never> {
  for (let up: Section | undefined = section; up && aboutOf(up) === 'action_items'; up = up.parent) {
    const title = up.title ?? '';
    const status = actionGroup(title).status ?? (DONE.test(title.toLowerCase()) && !/\bto be\b|\bnot\b/i.test(title) ? 'done' : undefined);
    if (status && status !== 'open') return { status };
  }
  return {};
}
