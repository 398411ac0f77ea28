// The three sentences someone on call needs: what happened, why, what fixed it. Quoted from the text, never made up.
import type { Incident, RichText, Section, SectionRole } from './model/incident.ts';

/** Some words of the incident: as HTML when quoted whole, as text when cut. */
export type Quote = { readonly section?: Section } & ({ readonly html: string } | { readonly text: string });

export interface Digest {
  readonly happened: Quote | undefined;
  readonly why: Quote | undefined;
  readonly fix: Quote | undefined;
  /** A section of which nothing is left to say: the digest says all of it. */
  readonly absorbed: Section | undefined;
}

/** The incident's own page quotes it, and so do the lists of every term it has. */
const known = new WeakMap<Incident, Digest>();

/** A part that is undefined was not recorded. */
export function digestOf(incident: Incident): Digest {
  const digest = known.get(incident) ?? makeDigest(incident);
  known.set(incident, digest);
  return digest;
}

function makeDigest(incident: Incident): Digest {
  const { summary, sections } = incident;
  const told = sectionOf(sections, 'summary') ?? sections.find((section) => section.heading === undefined && section.plain.trim() !== '');
  const happened = summary ? whole(summary) : told && quote(told);
  const said = summary ? summary.plain : happened !== undefined && 'html' in happened ? told?.lead?.plain : undefined;
  return {
    happened,
    why: quoteRole(sections, 'root_cause'),
    fix: quoteRole(sections, 'resolution'),
    absorbed: told !== undefined && said !== undefined && squeeze(told.plain) === squeeze(said) && !hasMark(told) ? told : undefined,
  };
}

/** A footnote's mark: the quotation leaves it out, and the note at the end leads back to it. */
function hasMark({ html }: Section): boolean {
  return html.includes('class="footnote-ref"');
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

const LONGEST = 400;
/** A quotation shorter than this says too little to end there, when there is more. */
const SHORTEST = 90;

/** The first paragraph; where that only leads over to a list or code, or is long, as many sentences as fit. */
function quote(section: Section): Quote | undefined {
  const { lead } = section;
  const leadsOver = lead === undefined || lead.plain.trimEnd().endsWith(':');
  // Footnote marks carry ids, which must not stand on the page twice.
  if (!leadsOver && lead.plain.length <= LONGEST && !lead.html.includes(' id="')) return { html: lead.html, section };
  const text = cutShort(squeeze(leadsOver ? sentencesOf(section.html) : lead.plain));
  return text === '' ? { text: cutShort(squeeze(section.plain)), section } : { text, section };
}

/** As many sentences as fit into a quotation. */
export function cutShort(text: string): string {
  if (text.length <= LONGEST) return text;
  const ends = [...text.slice(0, LONGEST).matchAll(/[.!?](?=\s)/g)].map((match) => match.index + 1);
  const end = ends.at(-1) ?? 0;
  return end >= SHORTEST ? text.slice(0, end) : `${text.slice(0, Math.max(SHORTEST, text.lastIndexOf(' ', LONGEST)))} ...`;
}

/** What is not sentences, in the HTML our renderer makes: code, tables, headings. */
const NOT_SENTENCES = /<(pre|table|figcaption|h[2-6])\b[^>]*>.*?<\/\1>/gs;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function sentencesOf(html: string): string {
  return html
    .replace(NOT_SENTENCES, ' ')
    .replace(/<p class="alert-title">.*?<\/p>/gs, '')
    .replace(/<sup\b[^>]*>.*?<\/sup>/gs, '')
    .replace(/<\/(?:p|li|div)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
