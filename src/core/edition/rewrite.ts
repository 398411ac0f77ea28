// One file as it would stand had it been written for the edition: the one place where something is withheld. All that is made of files — pages, twins,
// index, feeds, ledger — is made of what comes out here.
import { stringify } from 'yaml';
import type { IncidentFields } from '../front-matter/schema/incident.ts';
import type { ActionItem } from '../model/action-item.ts';
import type { EditionSettings } from '../model/edition.ts';
import { INTERNAL_MARK, withoutInternalParts } from './internal-parts.ts';
import type { Roles } from './roles.ts';
import type { ReadFile } from './secrets.ts';
import type { Wording } from './wording.ts';

export interface RewriteContext {
  readonly settings: EditionSettings;
  readonly wording: Wording;
  readonly roles: Roles | undefined;
  /** Names in other incidents' fields that lead nowhere here. */
  isLeftOut(idOrAlias: string): boolean;
}

/**
 * The fields are written anew from what was understood of them: comments, ignored fields and whatever else stands in the YAML are no part of any page
 * and may hold anything.
 */
export function rewriteFile({ source, frontMatter, incident }: ReadFile, context: RewriteContext): { path: string; text: string } {
  const { wording, settings, roles } = context;
  const fields = rewriteFields({ ...frontMatter.data, id: frontMatter.id }, context);
  const named = roles ? withRolesInItems(frontMatter, incident?.actionItems ?? [], roles) : frontMatter.body;
  const body = settings.internalParts === 'withheld' ? withoutInternalParts(named) : named;
  const text = `---\n${stringify(fields, { lineWidth: 0 })}---\n${wording.replace(body)}`;
  return { path: replacePath(source.path, wording), text };
}

/** Segment by segment: a withheld string over two of them is none. */
export function replacePath(path: string, wording: Wording): string {
  return path
    .split('/')
    .map((segment) => wording.replace(segment))
    .join('/');
}

/** Not texts: words of the format, days and times. */
const KEPT = new Set([
  ...['started', 'detected', 'acknowledged', 'identified', 'mitigated', 'resolved', 'approximate', 'timezone', 'detected_by', 'severity'],
  ...['status', 'type', 'kind', 'rel', 'at', 'created', 'due', 'completed', 'priority'],
]);

function rewriteFields(fields: IncidentFields, context: RewriteContext): Readonly<Record<string, unknown>> {
  const { redact, visibility, source, related, recurrence_of, duplicate_of, ...rest } = fields;
  const isThere = (id: string | undefined): id is string => id !== undefined && !context.isLeftOut(id);
  const relations = {
    ...(related?.some(isThere) && { related: related.filter(isThere) }),
    ...(isThere(recurrence_of) && { recurrence_of }),
    ...(isThere(duplicate_of) && { duplicate_of }),
  };
  const named = context.roles ? withRoles(rest, context.roles) : rest;
  return rewritten({ ...named, ...relations }, context) as Readonly<Record<string, unknown>>;
}

function withRoles(fields: IncidentFields, { roleOf }: Roles): IncidentFields {
  const { authors, reviewers, commander, action_items } = fields;
  const roles = (people: readonly string[]): string[] => [...new Set(people.map(roleOf))];
  return {
    ...fields,
    ...(authors && { authors: roles(authors) }),
    ...(reviewers && { reviewers: roles(reviewers) }),
    ...(commander !== undefined && { commander: roleOf(commander) }),
    ...(action_items && {
      action_items: action_items.map((item) => (item.owner === undefined ? item : { ...item, owner: roleOf(item.owner) })),
    }),
  };
}

/** Undefined for what is to be left out. */
function rewritten(value: unknown, context: RewriteContext): unknown {
  if (typeof value === 'string') return rewrittenText(value, context);
  if (Array.isArray(value)) {
    return value.map((entry) => rewritten(entry, context)).filter((entry) => entry !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, KEPT.has(name) ? inner : rewritten(inner, context)] as const);
  const isWhole = entries.every(
    ([name, inner]) => inner !== undefined || !NEEDED.has(name) || (value as Record<string, unknown>)[name] === undefined,
  );
  return isWhole ? Object.fromEntries(entries.filter(([, inner]) => inner !== undefined)) : undefined;
}

/** An entry of a list is nothing without these. */
const NEEDED = new Set(['url', 'text', 'title']);

function rewrittenText(text: string, { wording, settings }: RewriteContext): string | undefined {
  if (settings.internalParts === 'withheld' && INTERNAL_MARK.test(text)) return undefined;
  const replaced = wording.replace(text);
  // An address with another word in it is the address of something else.
  return replaced !== text && /^(?:https?:|mailto:)\S+$/i.test(text) ? undefined : replaced;
}

/** Owners in the lines of action items are names there, however short. */
function withRolesInItems({ body, bodyLine }: ReadFile['frontMatter'], items: readonly ActionItem[], { roleOf }: Roles): string {
  const lines = body.split('\n');
  for (const { place, owner } of items) {
    if (owner === undefined || !('line' in place)) continue;
    const at = place.line - bodyLine;
    const line = lines[at];
    if (line !== undefined) lines[at] = line.replace(wordOf(owner), () => roleOf(owner));
  }
  return lines.join('\n');
}

function wordOf(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])@?${text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu');
}
