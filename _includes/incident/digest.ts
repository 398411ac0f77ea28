// The three sentences someone on call needs: what happened, why, what fixed it. Quoted from the text, never made up.
import type { Incident, RichText, Section, SectionRole } from '../../src/core/model/incident.ts';

/** Some words of the incident: as HTML when quoted whole, as text when cut. */
export type Quote = { readonly section?: Section } & ({ readonly html: string } | { readonly text: string });

export interface Digest {
  readonly happened: Quote | undefined;
  readonly why: Quote | undefined;
  readonly fix: Quote | undefined;
  /** A section of which nothing is left to say: the digest says all of it. */
  readonly absorbed: Section | undefined;
}

/** A part that is undefined was not recorded. */
export function digestOf(incident: Incident): Digest {
  const { summary, sections } = incident;
  const told = sectionOf(sections, 'summary') ?? sections.find((section) => section.heading === undefined && section.plain.trim() !== '');
  const happened = summary ? whole(summary) : told && quote(told);
  const said = summary ? summary.plain : happened !== undefined && 'html' in happened ? told?.lead?.plain : undefined;
  return {
    happened,
    why: quoteRole(sections, 'root_cause'),
    fix: quoteRole(sections, 'resolution'),
    absorbed: told !== undefined && said !== undefined && squeeze(told.plain) === squeeze(said) ? told : undefined,
  };
}

/** The words alone, for places that take no markup. */
export function plainSummary(incident: Incident): string {
  const { happened } = digestOf(incident);
  if (incident.summary) return incident.summary.plain;
  return happened === undefined ? '' : 'text' in happened ? happened.text : (happened.section?.lead?.plain ?? '');
}

function quoteRole(sections: readonly Section[], role: SectionRole): Quote | undefined {
  const section = sectionOf(sections, role);
  return section && quote(section);
}

function sectionOf(sections: readonly Section[], role: SectionRole): Section | undefined {
  return sections.find((section) => section.role === role && section.plain.trim() !== '');
}

function whole(text: RichText): Quote | undefined {
  return text.plain.trim() === '' ? undefined : { html: text.html };
}

const LONGEST = 320;

/** The first paragraph; where that only leads over to a list, or is long, as many sentences as fit. */
function quote(section: Section): Quote {
  const { lead } = section;
  const isWhole = lead !== undefined && lead.plain.length <= LONGEST && !lead.plain.trimEnd().endsWith(':');
  // Footnote marks carry ids, which must not stand on the page twice.
  if (isWhole && !lead.html.includes(' id="')) return { html: lead.html, section };
  return { text: cut(isWhole || (lead && lead.plain.length > LONGEST) ? lead.plain : section.plain), section };
}

function cut(words: string): string {
  const text = squeeze(words);
  if (text.length <= LONGEST) return text;
  const ends = [...text.slice(0, LONGEST * 2).matchAll(/[.!?](?=\s)/g)].map((match) => match.index + 1);
  const end = ends.findLast((index) => index <= LONGEST) ?? ends[0];
  if (end !== undefined) return text.slice(0, end);
  return `${text.slice(0, Math.max(LONGEST / 2, text.lastIndexOf(' ', LONGEST)))} ...`;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
