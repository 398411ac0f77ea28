// Archives for tests of resemblance: incidents told in a few words.
import { assembleArchive } from '../../../src/core/archive/assemble.ts';
import { defaultConfig } from '../../../src/core/config/read.ts';
import type { Archive } from '../../../src/core/model/archive.ts';
import type { Incident, RichText, Section, SectionRole } from '../../../src/core/model/incident.ts';
import { similarIn } from '../../../src/core/resemblance/similar.ts';
import { sayReason } from '../../../src/core/resemblance/words.ts';
import { bareIncident } from '../bare-incident.ts';

export function rich(text: string): RichText {
  return { source: text, plain: text, html: text };
}

export function section(role: SectionRole, plain: string, html = plain): Section {
  return { role, plain, html, subheadings: [], line: 1 };
}

export function told(id: string, more: Partial<Incident> = {}): Incident {
  return { ...bareIncident(id), title: `Number ${id}`, ...more };
}

/** An archive of them and of as many others, which have nothing in common. */
export function archiveAmong(incidents: readonly Incident[], others = 20): Archive {
  const words = (n: number): string => Array.from({ length: 12 }, (_, at) => `other${letters(n)}${letters(at)}`).join(' ');
  const rest = Array.from({ length: others }, (_, n) => told(`zz-${n}`, { summary: rich(words(n)) }));
  return assembleArchive([...incidents, ...rest], { config: defaultConfig, asOf: '2026-12-01' });
}

function letters(n: number): string {
  return String.fromCharCode(97 + (n % 26)) + String.fromCharCode(97 + Math.floor(n / 26));
}

/** Ids, each with what one of the two states, and with the reasons as sentences. */
export function similarTo(id: string, archive: Archive): string[] {
  const incident = archive.byId.get(id);
  if (incident === undefined) throw new Error(`no incident ${id}`);
  return similarIn(archive)(incident).map(
    ({ incident: { id: other }, relation, reasons }) => `${other} ${relation}: ${reasons.map(sayReason).join('; ')}`,
  );
}
