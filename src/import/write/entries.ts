// A draft as the fields of a file, in the order of docs/fields.md.
import { yamlScalar } from '../../core/front-matter/yaml-scalar.ts';
import type { SiteConfig, VocabularyName } from '../../core/model/site-config.ts';
import { MILESTONES } from '../../core/model/timestamp.ts';
import { isZone } from '../../core/time/zone.ts';
import type { Draft, DraftFields, Receipt } from '../model.ts';
import { commentOf, type Entry, entryOf, flowList } from './entry.ts';
import { fitPeople, fitSeverity, fitTerms } from './fit.ts';
import { oneLine } from './words.ts';

export function entriesOf(draft: Draft, config: SiteConfig): Entry[] {
  const { fields, source } = draft;
  const said = (name: string, receipt: Receipt<string> | undefined, longest = 200): Entry[] =>
    receipt === undefined || oneLine(receipt.value, longest) === ''
      ? []
      : [entryOf({ name, text: yamlScalar(oneLine(receipt.value, longest)), receipt }, source)];
  return [
    ...said('title', fields.title, 250),
    ...severityEntries(draft, config),
    ...timeEntries(draft),
    ...zoneEntries(draft),
    ...termEntries(draft, config, 'services'),
    ...termEntries(draft, config, 'teams'),
    ...listEntries(draft, 'environments'),
    ...termEntries(draft, config, 'tags'),
    ...said('detected_by', fields.detectedBy),
    ...said('trigger', fields.trigger),
    ...impactEntries(draft),
    ...peopleEntries(draft, config),
    ...linkEntries(draft),
  ];
}

function severityEntries({ fields: { severity }, source }: Draft, config: SiteConfig): Entry[] {
  if (severity === undefined) return [];
  const fit = fitSeverity(config, severity.value);
  const told = { name: 'severity', receipt: severity };
  return 'label' in fit
    ? [entryOf({ ...told, text: yamlScalar(fit.label) }, source)]
    : [entryOf({ ...told, text: yamlScalar(oneLine(severity.value, 40)) }, source, fit.doubt)];
}

function timeEntries({ fields, source }: Draft): Entry[] {
  const entries = MILESTONES.flatMap((name) => {
    const receipt = fields[name];
    return receipt === undefined ? [] : [entryOf({ name, text: yamlScalar(receipt.value), receipt }, source)];
  });
  const { startedPartial, statedDuration } = fields;
  if (startedPartial !== undefined) {
    const told = { name: 'started', text: startedPartial.value, receipt: startedPartial };
    entries.unshift({ name: 'started', isField: false, lines: [commentOf(told, source, 'no year is stated;')] });
  }
  if (statedDuration !== undefined) {
    const told = { name: 'stated duration', text: sayMinutes(statedDuration.value), receipt: statedDuration };
    entries.push({ name: 'duration', isField: false, lines: [commentOf(told, source).replace(' ? ', ', ')] });
  }
  return entries;
}

function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
}

/** A zone the person gave is theirs to give, whatever the text leaves open. */
function zoneEntries({ fields: { timezone }, source }: Draft): Entry[] {
  if (timezone === undefined) return [];
  const name = [timezone.value, `UTC${timezone.value}`].find(isZone);
  const told = { name: 'timezone', text: yamlScalar(name ?? timezone.value) };
  const receipt = /--timezone/.test(timezone.why) ? { ...timezone, sure: 'certain' as const } : timezone;
  return [entryOf({ ...told, receipt }, source, name === undefined ? 'not a zone that is known;' : undefined)];
}

function termEntries({ fields, source }: Draft, config: SiteConfig, name: Exclude<VocabularyName, 'root_causes'>): Entry[] {
  const receipt = fields[name];
  if (receipt === undefined) return [];
  const { values, strangers } = fitTerms(config, name, clean(receipt.value));
  const entries = values.length === 0 ? [] : [entryOf({ name, text: flowList(values), receipt }, source)];
  const doubts = strangers.map((doubt) => `# ${name}: ${oneLine(doubt, 200)}`);
  return doubts.length === 0 ? entries : [...entries, { name, isField: false, lines: doubts }];
}

function listEntries({ fields, source }: Draft, name: 'environments'): Entry[] {
  const receipt = fields[name];
  return receipt === undefined || clean(receipt.value).length === 0
    ? []
    : [entryOf({ name, text: flowList(clean(receipt.value)), receipt }, source)];
}

function clean(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => oneLine(value, 100)).filter((value) => value !== ''))];
}

function peopleEntries({ fields: { authors, commander }, source }: Draft, config: SiteConfig): Entry[] {
  const names = authors === undefined ? [] : fitPeople(config, clean(authors.value));
  const [leader] = commander === undefined ? [] : fitPeople(config, clean([commander.value]));
  return [
    ...(authors === undefined || names.length === 0 ? [] : [entryOf({ name: 'authors', text: flowList(names), receipt: authors }, source)]),
    ...(commander === undefined || leader === undefined
      ? []
      : [entryOf({ name: 'commander', text: yamlScalar(leader), receipt: commander }, source)]),
  ];
}

const IMPACT = [
  ['users_affected', 'usersAffected'],
  ['users_affected_percent', 'impactPercent'],
  ['data_loss', 'dataLoss'],
  ['cost', 'cost'],
] as const satisfies readonly (readonly [string, keyof DraftFields])[];

function impactEntries({ fields, source }: Draft): Entry[] {
  const parts = IMPACT.flatMap(([name, field]) => {
    const receipt: Receipt<string | number> | undefined = fields[field];
    if (receipt === undefined) return [];
    const text = typeof receipt.value === 'number' ? String(receipt.value) : yamlScalar(oneLine(receipt.value, 200));
    return [entryOf({ name, text, receipt }, source)];
  });
  const given = parts.filter(({ isField }) => isField);
  const doubted = parts.filter(({ isField }) => !isField).map((part) => ({ ...part, name: 'impact' }));
  if (given.length === 0) return doubted;
  return [
    { name: 'impact', isField: true, lines: ['impact:', ...given.flatMap(({ lines }) => lines.map((line) => `  ${line}`))] },
    ...doubted,
  ];
}

function linkEntries({ fields: { links }, source }: Draft): Entry[] {
  if (links === undefined) return [];
  const addresses = links.value.filter((url) => /^https?:\/\/[^\s<>"\\^`{|}]+$/.test(url) && URL.canParse(url));
  return addresses.length === 0
    ? []
    : [entryOf({ name: 'links', text: `[${addresses.map((url) => JSON.stringify(url)).join(', ')}]`, receipt: links }, source)];
}
