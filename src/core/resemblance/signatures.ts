// What someone pastes from a log and finds again: the signatures of an incident, and the code in its text, each with its shape.
import type { Incident, RichText } from '../model/incident.ts';
import { shapeOf } from './shapes.ts';

export interface Signature {
  /** As the incident writes it. */
  readonly text: string;
  readonly shape: string;
  /** Named as a signature, a line of a block of code, or code within a sentence. */
  readonly source: 'field' | 'block' | 'inline';
}

/** A log pasted whole has thousands of lines, of which the first ones say what it is about. */
const SIGNATURES_AT_MOST = 64;
const LINE_AT_MOST = 300;

/** Asked for when an incident is read, and again for each that is like it. */
const known = new WeakMap<Incident, readonly Signature[]>();

/** The first of each shape, those of the field first. */
export function signaturesOf(incident: Incident): readonly Signature[] {
  const signatures = known.get(incident) ?? readSignatures(incident);
  known.set(incident, signatures);
  return signatures;
}

function readSignatures(incident: Incident): Signature[] {
  const found = new Map<string, Signature>();
  const add = (text: string, source: Signature['source']): void => {
    for (const line of text.split('\n')) {
      if (found.size >= SIGNATURES_AT_MOST) return;
      const trimmed = line.trim();
      if (trimmed.length < 3 || trimmed.length > LINE_AT_MOST) continue;
      const shape = shapeOf(trimmed);
      if (shape !== '' && !found.has(shape)) found.set(shape, { text: trimmed, shape, source });
    }
  };
  for (const text of incident.signatures) add(text, 'field');
  for (const html of htmlOf(incident)) {
    for (const { text, isBlock } of codeIn(html)) add(text, isBlock ? 'block' : 'inline');
  }
  return [...found.values()];
}

function htmlOf({ summary, impact, sections, timeline, lessons }: Incident): string[] {
  const texts: readonly (RichText | undefined)[] = [
    summary,
    impact.summary,
    ...timeline.map(({ text }) => text),
    ...[lessons.wentWell, lessons.wentWrong, lessons.gotLucky].flat(),
  ];
  return [...sections.map(({ html }) => html), ...texts.map((text) => text?.html ?? '')];
}

/** Code of HTML that this program has written: every `<code>` of it is closed, and none is in another. */
function* codeIn(html: string): Iterable<{ readonly text: string; readonly isBlock: boolean }> {
  for (let at = html.indexOf('<code'); at >= 0; at = html.indexOf('<code', at)) {
    const start = html.indexOf('>', at) + 1;
    const end = html.indexOf('</code>', start);
    if (start === 0 || end < 0) return;
    yield { text: plainOf(html.slice(start, end)), isBlock: html.startsWith('<pre', html.lastIndexOf('<', at - 1)) };
    at = end;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' };

function plainOf(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return html;
  return html.replace(/<[^<>]*>/g, '').replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}
