// Open action items that name nothing to do and nothing to measure.
import { isOpen } from '../../model/action-item.ts';
import type { IncidentRule } from '../rule.ts';
import { sayItems } from '../say-items.ts';
import { isVague } from '../vague-words.ts';

export const vagueAction: IncidentRule = {
  code: 'vague-action',
  severity: 'warning',
  title: 'An open action item promises to improve something in general.',
  why: 'It can never be done, for nobody can tell when it is. Checked in English, and only where neither `done_when` nor a ticket says more.',
  bad: '- [ ] Improve monitoring (@ana, P1)',
  fixed: '- [ ] Alert on refused payments per gateway (@ana, P1)',
  check({ actionItems }, { report }) {
    const found = actionItems.filter(
      (item) => isOpen(item) && item.doneWhen === undefined && item.ticket === undefined && isVague(item.title.plain),
    );
    const [first] = found;
    if (!first) return;
    const verb = found.length === 1 ? 'names' : 'name';
    report(first.place, `${sayItems(found)} ${verb} nothing in particular to do.`, {
      hint: 'Say what will be there that is not there now, or give "done_when".',
    });
  },
};
