// What headings and labels stand for: the names the site knows, those only old documents have, and questions.
import { normaliseHeading, rolesOf } from '../../../core/body/section-role.ts';
import { ROLE_NAMES, type Role } from './role-names.ts';

const BY_NAME = new Map(
  (Object.entries(ROLE_NAMES) as [Role, readonly string[]][]).flatMap(([role, lists]) =>
    lists.flatMap((list) => list.split(', ').map((name) => [name, role] as const)),
  ),
);

/** Questions and phrases that say what is under them, whatever else stands in them. */
const PHRASES: readonly (readonly [RegExp, Role])[] = [
  [/\b(?:lessons?|learned|learnt|aprendid\w+|leçons|gelernt)\b/, 'lessons'],
  [
    /\b(?:prevent\w*|avoid)\b.*\b(?:again|future|recurr\w*|happening|this|it)\b|\b(?:going|moving) forward\b|\bfuture actions?\b|\btasks? to (?:address|fix|prevent|be)\b/,
    'action_items',
  ],
  [
    /^what (?:we|were|well) (?:(?:are|will|re|ll|d|would|want|like|should|going|be|to|now|plan|planning|intend) )*(?:do|doing|change|changing|improve|improving|prevent|preventing)\b/,
    'action_items',
  ],
  [/^what (?:can|could|should|will) (?:we|be) (?:do|done)\b/, 'action_items'],
  [/^(?:a )?list of (?:the )?(?:steps|actions|measures|tasks)\b/, 'action_items'],
  [/^(?:an )?(?:explanation|account) (?:of|about) (?:how|why)\b/, 'root_cause'],
  [/^how (?:\p{L}+ ){1,3}(?:first )?(?:became aware|learned|learnt|found out)\b/u, 'detection'],
  [/^who (?:first )?(?:noticed|detected|discovered|reported)\b/, 'detection'],
  [
    /^(?:what|which) .*\b(?:corrective|preventive|preventative) (?:actions?|measures?)\b|^(?:corrective|preventive|preventative|prevention)\b|\b(?:corrective|preventive|preventative) (?:and|&) /,
    'action_items',
  ],
  [/\b(?:less|more) (?:likely|impactful|resilient|reliable|robust)\b/, 'action_items'],
  [/\b(?:action items?|follow ups?|next steps|todo list|to do list|prochaines étapes|próximos pasos|nächste schritte)\b/, 'action_items'],
  [/^(?:how|when) (?:was|did|were|had) .*\b(?:detect|discover|notic|find out|found out|spot|identif)\w*/, 'detection'],
  [/^how .*\b(?:fix|resolv|mitigat|repair|solv|recover|restor)\w*/, 'resolution'],
  [
    /^(?:(?!time|long|short|quick|dns|name|hostname|domain|address)\p{L}+ ){0,2}(?:resolution|mitigation|recovery)(?! (?:fail|error|issue|problem|outage|time-?out|slow|broke|down|unavail|degrad)\p{L}*)(?: [\p{L}\d]+){0,2}$/u,
    'resolution',
  ],
  [
    /^why (?:it|we|this|that|the|our)\b|^(?:why|what) .*\b(?:caus|root cause)\w*|^(?:why|how) did .*\b(?:happen|occur|break|fail)\w*|\broot causes?\b|\bcausa ra[ií]z\b|\bcauses? racines?\b/,
    'root_cause',
  ],
  [/\b(?:timeline|time line|chronology|chronologie|cronolog[ií]a|zeitleiste|zeitlicher ablauf)\b/, 'timeline'],
  [
    /^(?:what|which) .*\b(?:users?|services?|customers?|systems?)\b.*\b(?:affected|impacted|down|slow|experienc\w*)\b|^how many\b/,
    'impact',
  ],
];

const MOST_WORDS = 9;
/** "How are we making incidents like this less likely or less impactful?" */
const LONGEST_QUESTION = 18;

/** All roles a heading claims; the first is the section's own. */
export function headingRoles(title: string): readonly Role[] {
  const name = headingName(title);
  const exact = BY_NAME.get(name);
  if (exact) return [exact];
  const core = rolesOf(title);
  if (core.length > 0) return core;
  const parts = name.split(/ (?:and|y|et|und) /);
  const roles = parts.length > 1 ? parts.map((part) => BY_NAME.get(part) ?? rolesOf(part)[0]).filter((role) => role !== undefined) : [];
  if (roles.length > 0) return [...new Set(roles)];
  if (
    name.split(' ').length >
    (/^[\s\d.)]*¿?(?:how|what|why|which|who|(?:an? )?(?:timeline|list|explanation|account|summary) (?:of|about))\b/i.test(title)
      ? LONGEST_QUESTION
      : MOST_WORDS)
  )
    return [];
  const phrase = PHRASES.find(([pattern]) => pattern.test(name));
  return phrase ? [phrase[1]] : [];
}

/** Whether a heading is one of the usual names as a whole: asked of plain lines, which may be prose. */
export function isUsualHeading(title: string): boolean {
  const name = headingName(title);
  if (name === '' || name.split(' ').length > MOST_WORDS) return false;
  if (BY_NAME.has(name)) return true;
  const parts = name.split(/ (?:and|y|et|und) /);
  return (
    parts.every((part) => BY_NAME.has(part) || (rolesOf(part).length > 0 && isCoreName(part))) ||
    (rolesOf(name).length > 0 && isCoreName(name))
  );
}

/** Core also takes "… impact" for a heading; of a plain line only short names are believed. */
function isCoreName(name: string): boolean {
  return (
    name.split(' ').length <= 3 ||
    /^(?:timeline|root cause|corrective|preventi|lessons|action|tasks|what (?:went|happened|worked)|where we got)\b/.test(name)
  );
}

export function headingName(title: string): string {
  return normaliseHeading(title);
}
