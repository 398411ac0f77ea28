// An archive made by rule, as files, and the facts of its files read by another reader than the program's: what the figures of its insights are held to.
import { parse } from 'yaml';

const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];
const CAUSES = ['expired-certificate', 'bad-config', 'capacity', 'race', 'human-slip', 'seldom', 'unpromised'];
const TRIGGERS = ['deploy', 'traffic', 'expiry', 'vendor'];
const SERVICES = ['checkout', 'ledger', 'search', 'login', 'mail'];
const TAGS = ['database', 'network', 'peak', 'friday'];
const SOURCES = ['monitoring', 'customer', 'employee', 'vendor'];
const TYPES = ['prevent', 'mitigate', 'detect', 'investigate', 'document', 'process'];
/** No digit in it, so that every digit on the page is a figure. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** https://en.wikipedia.org/wiki/Linear_congruential_generator, with the numbers of Numerical Recipes. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const at = (epoch: number): string => new Date(epoch).toISOString().replace('.000', '');
const dayOf = (epoch: number): string => at(epoch).slice(0, 10);
const DAY = 86_400_000;

/** Postmortems by path. Some things are left out of some, as people do. */
export function makeFiles(count: number, seed: number): Record<string, string> {
  const roll = dice(seed);
  const pick = (list: readonly string[]): string => list[roll(list.length)] ?? '';
  const some = (list: readonly string[], most: number): string[] => [...new Set(Array.from({ length: roll(most + 1) }, () => pick(list)))];
  const begin = Date.parse('2023-02-01T00:00:00Z');
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n++) {
    const name = `case-${LETTERS[Math.floor(n / 26)]}${LETTERS[n % 26]}`;
    const started = begin + roll(1380) * DAY + roll(24 * 60) * 60_000;
    const minutes = (most: number): number => Math.round(Math.exp((roll(1000) / 1000) * Math.log(most))) * 60_000;
    const detected = started + minutes(200);
    const mitigated = detected + minutes(900);
    const resolved = mitigated + (roll(25) === 0 ? 40 * DAY : minutes(3000));
    const isUndated = roll(30) === 0;
    const isDayAlone = roll(12) === 0;
    const causes = some(CAUSES.slice(0, 6), 2);
    const isBare = roll(7) === 0;
    const fields = {
      title: `Case of ${name.slice(5)}`,
      ...(roll(15) > 0 && { severity: pick(SEVERITIES) }),
      ...(!isUndated && { started: isDayAlone ? dayOf(started) : at(started) }),
      ...(!isUndated && roll(6) > 0 && { detected: at(detected) }),
      ...(!isUndated && roll(6) > 0 && { mitigated: at(mitigated) }),
      ...(!isUndated && roll(8) > 0 && { resolved: at(resolved) }),
      ...(roll(10) === 0 && { approximate: ['detected'] }),
      root_causes: isBare && roll(3) === 0 ? ['unpromised'] : causes,
      ...(roll(5) > 0 && { trigger: causes.includes('expired-certificate') ? 'expiry' : pick(TRIGGERS) }),
      services: causes.includes('capacity') ? ['checkout'] : some(SERVICES, 2),
      tags: causes.includes('capacity') ? ['peak'] : some(TAGS, 2),
      ...(roll(5) > 0 && { detected_by: pick(SOURCES) }),
      ...(roll(4) === 0 && {
        lessons: { got_lucky: ['It was a quiet night.', ...(roll(2) === 0 ? ['Somebody looked; AI-1 makes that sure.'] : [])] },
      }),
      action_items: isBare ? [] : Array.from({ length: 1 + roll(3) }, () => makeItem(roll, { resolved, type: pick(TYPES) })),
    };
    files[`${name}.md`] = `---\n${JSON.stringify(fields)}\n---\n\nWords.\n`;
  }
  return files;
}

function makeItem(roll: (sides: number) => number, { resolved, type }: { readonly resolved: number; readonly type: string }): object {
  const created = resolved + roll(5) * DAY;
  const status = ['open', 'open', 'in_progress', 'done', 'done', 'done', 'wont_do', 'blocked'][roll(8)];
  return {
    title: 'Do it',
    status,
    ...(roll(6) > 0 && { type }),
    ...(roll(4) > 0 && { created: dayOf(created) }),
    ...(roll(5) > 0 && { due: dayOf(created + (5 + roll(200)) * DAY) }),
    ...((status === 'done' || status === 'wont_do') && roll(6) > 0 && { completed: dayOf(created + roll(300) * DAY) }),
  };
}

interface ItemFacts {
  readonly status: string;
  readonly type?: string;
  readonly promised?: string;
  readonly due?: string;
  readonly completed?: string;
}

export interface FileFacts {
  readonly title: string;
  readonly severity?: string;
  /** By name, as written: a day, or a moment in UTC. */
  readonly times: Readonly<Record<string, string>>;
  readonly approximate: readonly string[];
  readonly causes: readonly string[];
  readonly triggers: readonly string[];
  readonly services: readonly string[];
  readonly tags: readonly string[];
  readonly foundBy?: string;
  readonly luck: readonly string[];
  readonly items: readonly ItemFacts[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What a file says, read by `yaml` and nothing else. */
export function factsIn(text: string): FileFacts {
  const fields = parse(text.split('---\n')[1] ?? '') as Fields;
  const list = (value: unknown): string[] => (value === undefined ? [] : ([] as string[]).concat(value as string[]));
  const times = Object.fromEntries(
    ['started', 'detected', 'mitigated', 'resolved'].flatMap((name) => (fields[name] === undefined ? [] : [[name, String(fields[name])]])),
  );
  const end = (times.resolved ?? times.started)?.slice(0, 10);
  const items = (fields.action_items as Fields[]).map((item) => {
    const promised = (item.created as string | undefined) ?? end;
    return { ...(item as unknown as ItemFacts), ...(promised !== undefined && { promised }) };
  });
  return {
    title: String(fields.title),
    ...(fields.severity !== undefined && { severity: String(fields.severity) }),
    times,
    approximate: list(fields.approximate),
    causes: list(fields.root_causes),
    triggers: list(fields.trigger),
    services: list(fields.services),
    tags: list(fields.tags),
    ...(fields.detected_by !== undefined && { foundBy: String(fields.detected_by) }),
    luck: list((fields.lessons as Fields | undefined)?.got_lucky),
    items,
  };
}
