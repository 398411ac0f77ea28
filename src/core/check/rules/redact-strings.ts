// Strings to withhold that withhold nothing: misspelt ones, and such as no program can find.
import { makeFinder } from '../../withheld/find.ts';
import { makePattern } from '../../withheld/pattern.ts';
import type { IncidentRule } from '../rule.ts';

export const redactNotFound: IncidentRule = {
  code: 'redact-not-found',
  severity: 'warning',
  title: 'A string under `redact` does not stand in its file.',
  why: 'A misspelt one withholds nothing: what was meant would be in the public edition.',
  bad: 'summary: Acme Limited saw errors.\nredact: [Acme Ltd]',
  fixed: 'summary: Acme Limited saw errors.\nredact: [Acme Limited]',
  check(incident, { body, report }) {
    if (incident.redact.length === 0) return;
    const { redact, ...rest } = incident;
    const finder = makeFinder(redact.map((text) => ({ kind: 'string', text })));
    const found = new Set([...finder.find(body), ...finder.find(JSON.stringify(rest))].map(({ pattern }) => pattern.number));
    for (const { number } of finder.patterns) {
      if (found.has(number)) continue;
      const hint = 'Write it as it stands in the text; case, accents and what lies between its words make no difference.';
      report({ path: ['redact', number] }, `"${redact[number]}" is to be withheld, and does not stand in this file.`, { hint });
    }
  },
};

const SHORTEST = 2;

export const redactTooShort: IncidentRule = {
  code: 'redact-too-short',
  severity: 'error',
  title: 'A string under `redact` has fewer than two letters or digits.',
  why: 'It stands in every text, or cannot be found in any: nothing could be withheld by it.',
  bad: 'redact: ["&"]',
  fixed: 'redact: ["AT&T"]',
  check({ redact }, { report }) {
    redact.forEach((text, at) => {
      if ((makePattern({ kind: 'string', text }, at)?.letters.length ?? 0) >= SHORTEST) return;
      report({ path: ['redact', at] }, `"${text}" is too short to be withheld.`, { hint: 'Write more of it.' });
    });
  },
};
