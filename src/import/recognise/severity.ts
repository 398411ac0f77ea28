// How bad it was, in the document's own words: under a label, or as a mark such as `SEV-1` in the title.
import type { Receipt } from '../model.ts';
import { aboutOf } from './layout/outline.ts';
import { fieldsNamed, type Page, receipt } from './page.ts';

const NAME =
  /^(?:(?:incident|issue|outage|impact|overall|business) )?(?:severity|sev|severity level|severity rating|criticality|impact level|incident level|priority|incident priority|priority level|prio|urgency)$|^(?:severidad|gravedad|nivel de severidad|criticidad|prioridad|sévérité|gravité|criticité|niveau de gravité|niveau de sévérité|priorité|schweregrad|kritikalität|priorität|schwere|severity \/ priority)$/;
const MARK = /\b(?:SEV(?:ERITY)?[\s-]?[0-5]|[SP][0-5])\b/i;
const SENTENCE =
  /\b(?:(?:a|this|as|was|declared|classified|rated|ein|un|une)\s+)(SEV[\s-]?[0-5]|P[0-5]|severity[\s-][0-5])(?=\s+(?:incident|outage|issue)\b|[.,;)])/i;
/** The words of whoever opened it, in the timeline as well. */
const DECLARED = /\b(SEV[\s-]?[0-5]|P[0-5])\b(?= (?:was |is |incident (?:was )?)?(?:declared|opened|raised)\b)/;
const NOTHING = /^(?:|-+|–|—|\?+|n\/?a|none|tbd|tba|tbc|unknown|unassigned|<.*>|\[.*\]|\{.*\}|x+)$/i;
const LONGEST = 40;

export function readSeverity(page: Page): Receipt<string> | undefined {
  for (const { value, line, section, name } of fieldsNamed(page, NAME)) {
    if (['action_items', 'lessons', 'timeline'].includes(aboutOf(section) ?? '') || (line.kind === 'row' && (line.cells?.length ?? 0) > 4))
      continue;
    const written = shortened(value);
    if (written !== undefined) return receipt(written, line, { sure: 'certain', why: `label "${name}"` });
  }
  return marked(page);
}

/** "Medium (management access blocked)" is "Medium"; a sentence under the label is none. */
function shortened(value: string): string | undefined {
  if (/[|/]\s*(?:sev|p)?-?[2-5]\b.*[|/]/i.test(value)) return undefined;
  if (/\bSEV-?\d.*\bSEV-?\d.*\bSEV-?\d|\bP\d.*\bP\d.*\bP\d/i.test(value)) return undefined;
  const head =
    value
      .replace(/^(?:[\s\p{Extended_Pictographic}]|\ufe0f)+/u, '')
      .split(/\s*[(,;|]|\s[–—-]\s|\s*:\s|\.(?:\s|$)/)[0]
      ?.trim() ?? '';
  if (NOTHING.test(head) || head.length > LONGEST || head.split(' ').length > 4) return MARK.exec(value.slice(0, 80))?.[0];
  return head;
}

function marked(page: Page): Receipt<string> | undefined {
  const heads = page.lines.filter(({ kind, words }) => kind !== 'blank' && words !== '').slice(0, 3);
  for (const line of heads) {
    const mark =
      line.words.length < 160 && !/^\W*(?:severity|priority)\b/i.test(line.words)
        ? /\[?\b(SEV[\s-]?[0-5]|[SP][0-5])\b\]?/.exec(line.words)
        : null;
    if (mark?.[1]) return receipt(mark[1], line, { sure: 'likely', why: 'a mark in the title' });
  }
  for (const section of page.sections) {
    if (aboutOf(section) !== 'summary' && aboutOf(section) !== undefined) continue;
    for (const line of section.lines) {
      const told = SENTENCE.exec(line.words.slice(0, 1000))?.[1];
      if (told) return receipt(told, line, { sure: 'likely', why: 'a sentence that calls the incident so' });
    }
  }
  return declared(page);
}

/** Only where it is the one level the text names: one that was raised later is no single severity. */
function declared(page: Page): Receipt<string> | undefined {
  const levels = new Set(page.lines.flatMap(({ words }) => words.slice(0, 1000).match(/\b(?:SEV[\s-]?[0-5]|P[0-5])\b/g) ?? []));
  const line = levels.size === 1 ? page.lines.find(({ words }) => DECLARED.test(words.slice(0, 1000))) : undefined;
  const level = line && DECLARED.exec(line.words)?.[1];
  return level === undefined ? undefined : receipt(level, line, { sure: 'likely', why: 'a line that says it was declared so' });
}
