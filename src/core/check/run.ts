// Runs checks and puts what they report at its place.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Incident } from '../model/incident.ts';
import { makeDirectory } from './directory.ts';
import type { Advice, ArchiveInput, ArchiveRule, IncidentInput, IncidentRule, RuleText } from './rule.ts';

export function applyIncidentRules(rules: readonly IncidentRule[], incident: Incident, input: IncidentInput): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    rule.check(incident, {
      ...input,
      report: (place, message, advice = {}) => {
        found.push({ file: incident.file, ...input.locate(place), ...said(rule, message, advice) });
      },
    });
  }
  return found;
}

export function applyArchiveRules(rules: readonly ArchiveRule[], incidents: readonly Incident[], input: ArchiveInput): Diagnostic[] {
  const found: Diagnostic[] = [];
  const entries = input.entries ?? incidents;
  const directory = makeDirectory(entries, incidents);
  for (const rule of rules) {
    rule.check(incidents, {
      ...input,
      entries,
      directory,
      report: ({ file, place }, message, advice = {}) => {
        found.push({ file, ...input.locate(file, place), ...said(rule, message, advice) });
      },
    });
  }
  return found;
}

function said(rule: RuleText, message: string, { hint, severity }: Advice): Omit<Diagnostic, 'file' | 'line' | 'column'> {
  return { severity: severity ?? rule.severity, code: rule.code, message, ...(hint === undefined ? {} : { hint }) };
}
