// Under which of three heads a lesson belongs: told by the label its author put above it.
import type { Lessons } from '../model/incident.ts';
import { normaliseHeading } from './section-role.ts';

export type LessonKind = keyof Lessons;

const LUCKY = /\b(?:got|were|was|get) lucky\b|^luck(?:y|ily)?\b|\bluck$|\bfortunate(?:ly)?\b/;
const WRONG =
  /\b(?:went|gone|go|goes) (?:wrong|badly|poorly|bad)\b|\b(?:did not|didnt|not) (?:go|work)(?: so| as| too)?(?: well)?\b|\bcould (?:have gone|go|be|have been|have gone better) (?:better|improved)\b|^what went less well|^what failed|^(?:negatives?|bad|to improve)$/;
const WELL =
  /\b(?:went|goes|go|worked|works|going|work)(?: really| very| quite)? well\b|^what (?:worked|helped)\b|^(?:positives?|good|successes|kudos)$/;

/** "What went well", "Where we got lucky", "Things that could have gone better". */
export function lessonKind(label: string): LessonKind | undefined {
  const name = normaliseHeading(label);
  if (LUCKY.test(name)) return 'gotLucky';
  if (WRONG.test(name)) return 'wentWrong';
  return WELL.test(name) ? 'wentWell' : undefined;
}
