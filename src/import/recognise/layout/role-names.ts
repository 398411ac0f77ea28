// What headings are called, by what they stand for: names that core does not have.
import type { SectionRole } from '../../../core/model/incident.ts';

/** Beside the sections of a postmortem: steps that were taken, what closes a text, and the people and papers around it. */
export type Role = SectionRole | 'steps' | 'closing' | 'people';

/** Names as they stand after `headingName`, parted by commas. */
export const ROLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  summary: [
    'ssue summary, summary of outage, summary of the incident, summary of the outage, incident description, description',
    'description of the incident, problem, the problem, problem description, problem statement, the incident, incident details',
    'what went down, the short version, short version, tl dr summary, incident report, event description, issue, the issue',
  ],
  impact: [
    'affected systems, impacted services, impacted users, customer facing impact, user facing impact, what was affected',
    'who was impacted',
    'symptoms, what users saw, what our customers saw, customer experience, impact on users, impact to users, impact on customers',
    'impact summary, what was the impact, impact on service, impact to service, effect on users, effect on customers',
  ],
  background: [],
  detection: [
    'how did we detect it, how was the issue detected, how the issue was detected, how was the problem detected',
    'how was it discovered',
    'when was the issue detected, how the incident was detected, discovery and detection, how we noticed it, alert, alerts',
    'first alert',
  ],
  timeline: [
    'incident chronology, timeline of the incident, timeline of the outage, timeline of events, outage timeline, detailed timeline',
    'full timeline',
    'timeline of the event, incident timeline, timelines, history, chronological timeline, time table, timetable',
    'what happened and when, incident updates, updates',
    'the timeline, event timeline, response timeline, timeline and response, chronology of events, order of events, minute by minute',
    'blow by blow',
  ],
  trigger: ['what triggered the incident, trigger event'],
  root_cause: [
    'what was the root cause, what was causing the issue, what caused it, what caused the incident, what caused the outage',
    'cause of the outage',
    'cause of the incident, cause of failure, primary cause, root cause and contributing factors, why did we go down, what went on',
    'root cause summary',
    'technical root cause, technical analysis, incident analysis, technical explanation, what broke, the cause, how did it happen',
    'why, reason, reasons, reason for the outage, reason for outage, what went wrong technically, cause of issue, cause of the issue',
    'cause of the problem, causal analysis, diagnostics, bug, the bug, faults, contributing factors and root cause, possible causes',
    'probable cause, suspected cause, analysis, findings, our analysis',
  ],
  resolution: [
    'how the issue was fixed, how the issue was resolved, how the incident was resolved, how was the issue fixed',
    'how was the issue resolved, how was the incident resolved, the resolution, how it was resolved, how was it fixed',
    'how did we resolve it, what did we do to fix it, resolution steps, resolution summary, remedy, fixing the problem, mitigations',
    'restoring service, recovery and resolution, resolution actions, immediate fix, immediate response, our response, quick fix',
    'fix applied, solving the problem, what we did, what did we do, how we recovered, temporary fix, permanent fix, final fix',
  ],
  lessons: ['learning, what can we learn, what we have learned, lessons, lessons from this, what did we learn from this'],
  action_items: [
    'next time, review action, future actions, future action, action items follow up, list of tasks, a list of tasks, task list, tasks list',
    'a list of tasks to address the issue, list of tasks to address the issue, actions to take, actions to be taken, what s next',
    'what is next, what comes next, what happens next, what happens now',
    'whats next, next, follow up work, follow up action items, open actions, open items, outstanding actions, improvements and fixes',
    'improvements fixes, improvements and fixes to be made, corrective action, preventive measure, preventative measure',
    'preventative action, preventive action, preventive steps, preventative steps, prevention strategies, prevention measures',
    'prevention plan, future improvements, future measures, future steps, what are we going to do about it',
    'what are we doing to prevent this, what we will do, what we re changing, what we are changing, how will we prevent this',
    'how are we preventing it from happening again, how we will prevent this, how to prevent this, preventing this in the future',
    'preventing future incidents, our commitments, commitments, mitigation plan, measures, countermeasures, action list',
    'actions required, required actions, recommended actions, suggested improvements, areas for improvement, areas of improvement',
    'jira tickets, tickets, tracking, tracking issues, steps to prevent, steps to prevent recurrence, remediation and follow up',
    'remediation steps, long term fixes, long term fix, long term improvements, short term improvements, things to do',
    'post incident actions, postmortem actions, post mortem actions, sre actions, process improvements',
    'what are the things that can be improved and fixed, what can be improved and fixed, what can be improved, steps we are taking',
    'steps forward, the way forward, way forward, corrective and preventative action, corrective and preventive action',
    'corrective preventative measures, ais, things to fix, things to improve, things to change, what we ll fix, what needs to change',
    'actionables, repair items, remediations, things we will do, changes we are making, changes we have made, what we have changed',
  ],
  supporting: [
    'metrics, métricas, success metrics',
    'statistics, stats',
    'métriques, kennzahlen, metriken, logs, chat log, chat logs, irc log, slack log, transcript, approval, approvals, sign off, signatures, relevant commit history',
    'retrospective notes, scorecard, relevant links, what should you do, what do you need to do, what you should do',
  ],
  steps: [
    'actions taken, action taken, initial actions taken, steps taken, acciones tomadas, acciones realizadas, acciones inmediatas',
    'actions prises, actions menées, actions immédiates, mesures prises, sofortmaßnahmen, durchgeführte maßnahmen',
    'ergriffene maßnahmen, debugging process, investigation, investigation steps, troubleshooting, troubleshooting steps, debugging',
    'debugging steps, debug steps, misleading investigation, misleading investigation debugging paths that were taken',
    'misleading investigation path, misleading investigation paths, misleading investigation and debugging paths, misleading paths',
    'escalation, escalations, investigación, untersuchung, which team individuals was the incident escalated to',
  ],
  closing: [
    'conclusion, conclusions, final thoughts, closing, closing thoughts, conclusión, conclusiones, fazit, schlusswort, final words',
    'final note, humorous note, acknowledgements, acknowledgments, thanks, credits, epilogue, in conclusion, disclaimer',
    'how was this service outage reported, communication, communications, related incidents, decision framework, technical controls',
  ],
  people: [
    'author, authors, owner, owners, participants, attendees, responders, contributors, people involved, team, autor, autores',
    'participantes, auteur, auteurs, autoren, beteiligte, teilnehmer, incident commander, reviewers, involved parties',
  ],
};
