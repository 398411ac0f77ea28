// Every check, in the order in which they run and are listed in docs/checks.md. To add one: write it in rules/, name it here.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Incident } from '../model/incident.ts';
import type { ArchiveInput, ArchiveRule, IncidentInput, IncidentRule } from './rule.ts';
import { completedBeforeCreated, dueBeforeCreated } from './rules/action-dates.ts';
import { blockedWithoutReason, doneWithoutCompleted, openWithoutDue, openWithoutOwner, wontDoWithoutReason } from './rules/action-gaps.ts';
import { brokenLink } from './rules/broken-link.ts';
import { doneWithoutEvidence } from './rules/done-without-evidence.ts';
import { doubleEncoded } from './rules/double-encoded.ts';
import { dueBeyondPolicy } from './rules/due-beyond-policy.ts';
import { durationContradicted } from './rules/duration-contradicted.ts';
import { emptyBody } from './rules/empty-body.ts';
import { futureTime } from './rules/future-time.ts';
import { graveWithoutDoneWhen, graveWithoutPrevent } from './rules/grave-actions.ts';
import { hiddenCharacters } from './rules/hidden-characters.ts';
import { aliasClash, duplicateId, idClashAfterSlug, idClashByCase } from './rules/ids.ts';
import { milestoneDiffers } from './rules/milestone-differs.ts';
import { missingField } from './rules/missing-field.ts';
import { missingSection } from './rules/missing-section.ts';
import { redactNotFound, redactTooShort } from './rules/redact-strings.ts';
import { duplicateOfDuplicate, recurrenceCycle, recurrenceOfLater, selfReference, unknownReference } from './rules/relations.ts';
import { sameTitle } from './rules/same-title.ts';
import { secondTelling } from './rules/second-telling.ts';
import { sharedPage } from './rules/shared-page.ts';
import { templateText } from './rules/template-text.ts';
import { timelineOutOfOrder } from './rules/timeline-out-of-order.ts';
import { timelineOutsideIncident } from './rules/timeline-outside-incident.ts';
import { timesOutOfOrder } from './rules/times-out-of-order.ts';
import { tooLong } from './rules/too-long.ts';
import { unknownPerson } from './rules/unknown-person.ts';
import { unknownSeverity } from './rules/unknown-severity.ts';
import { vagueAction } from './rules/vague-action.ts';
import { misspeltTerm, outsideVocabulary } from './rules/vocabulary.ts';
import { yearMismatch } from './rules/year-mismatch.ts';
import { applyArchiveRules, applyIncidentRules } from './run.ts';

export const incidentRules: readonly IncidentRule[] = [
  missingField,
  missingSection,
  emptyBody,
  templateText,
  timesOutOfOrder,
  milestoneDiffers,
  futureTime,
  tooLong,
  yearMismatch,
  durationContradicted,
  timelineOutsideIncident,
  timelineOutOfOrder,
  unknownSeverity,
  outsideVocabulary,
  misspeltTerm,
  unknownPerson,
  completedBeforeCreated,
  dueBeforeCreated,
  openWithoutOwner,
  openWithoutDue,
  doneWithoutCompleted,
  wontDoWithoutReason,
  blockedWithoutReason,
  vagueAction,
  doneWithoutEvidence,
  dueBeyondPolicy,
  doubleEncoded,
  hiddenCharacters,
  redactNotFound,
  redactTooShort,
];

export const archiveRules: readonly ArchiveRule[] = [
  duplicateId,
  idClashByCase,
  idClashAfterSlug,
  aliasClash,
  sameTitle,
  secondTelling,
  sharedPage,
  unknownReference,
  selfReference,
  recurrenceCycle,
  recurrenceOfLater,
  duplicateOfDuplicate,
  brokenLink,
  graveWithoutDoneWhen,
  graveWithoutPrevent,
];

/** Every check of one incident alone. Never throws for what stands in a file. */
export function runIncidentRules(incident: Incident, input: IncidentInput): Diagnostic[] {
  return applyIncidentRules(incidentRules, incident, input);
}

/** Every check of the incidents among one another. Never throws for what stands in a file. */
export function runArchiveRules(incidents: readonly Incident[], input: ArchiveInput): Diagnostic[] {
  return applyArchiveRules(archiveRules, incidents, input);
}
