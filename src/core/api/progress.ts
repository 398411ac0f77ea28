// How far a list of action items has come, for other programs.
import type { TrackedAction } from '../model/archive.ts';
import { progressOf } from '../tracker/progress.ts';
import type { ProgressJson } from './schema/action.ts';

export function progressJson(actions: readonly TrackedAction[]): ProgressJson {
  const { total, done, dropped, open, overdue, medianAgeDays, aged, onTime } = progressOf(actions);
  return {
    ...{ total, done, dropped, open, overdue },
    median_age_days: medianAgeDays,
    aged,
    on_time: { kept: onTime.kept, of: onTime.of, without_due: onTime.withoutDue, without_completed: onTime.withoutCompleted },
  };
}
