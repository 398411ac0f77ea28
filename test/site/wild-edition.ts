// Archives by chance, of which a public edition is made: what is withheld from it stands in random fields, in random spellings, of incidents of every
// visibility, who name each other and the people who were there. Each withheld string has letters that stand nowhere else.
import { BODIES, type Canary, FIELDS, file, WAYS } from './leak-canaries.ts';

export interface WildEdition {
  /** By path from the folder of the archive, `_data/site.yaml` among them. */
  readonly files: Readonly<Record<string, string>>;
  /** What must not be in the public edition. */
  readonly withheld: readonly Canary[];
}

type Random = () => number;

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = ['zor', 'vek', 'qui', 'bral', 'nyx', 'грож', 'ølm', 'šťa', 'λόγ', '青木', '한빛', 'ß'];
const STATES = [
  ...[{ visibility: 'public' }, { visibility: 'public' }, { visibility: 'public' }],
  ...[{ visibility: 'internal' }, { visibility: 'restricted' }, { visibility: 'public', status: 'draft' }, {}],
];
const FIRST_NAMES = ['Zarathea', 'Quorvin', 'Ёлкина', 'Žofinka', 'Brünhilda'];

interface Making {
  readonly random: Random;
  readonly pick: <T>(list: readonly T[]) => T;
  /** With a number of its own in letters, which no other has. */
  readonly fresh: (words: number) => string;
}

function making(random: Random): Making {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let count = 0;
  const letters = (n: number): string => [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
  const fresh = (words: number): string => {
    const word = (): string => `${pick(SYLLABLES)}${pick(SYLLABLES)}`;
    return `${Array.from({ length: words }, word).join(' ')}xq${letters(count++)}qx`;
  };
  return { random, pick, fresh };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export function wildEdition(seed: number): WildEdition {
  const { random, pick, fresh } = making(randomFrom(seed));
  const count = 5 + Math.floor(random() * 6);
  const strings = Array.from({ length: 2 + Math.floor(random() * 4) }, () => fresh(1 + Math.floor(random() * 2)));
  const people = Array.from({ length: 3 }, () => `${pick(FIRST_NAMES)} ${capital(fresh(1))}`);
  const incidents = Array.from({ length: count }, (_, n) => ({
    id: `2026-0${1 + (n % 9)}-1${n % 10}-${`inc${n}${fresh(1)}`.normalize('NFKD').replace(/[^a-z\d]/g, '')}`,
    title: `The ${capital(fresh(2))} affair`,
    secret: fresh(1),
    state: n === 0 ? { visibility: 'public' } : pick(STATES),
  }));
  const isShown = ({ state }: (typeof incidents)[number]): boolean => state.visibility === 'public' && !('status' in state);
  const withheld: Canary[] = [];
  const files: Record<string, string> = {};
  const listed = strings.filter(() => random() < 0.4);
  for (const incident of incidents) {
    const others = incidents.filter((other) => other !== incident && random() < 0.5);
    const mentioned = strings.filter(() => random() < 0.6);
    const present = people.filter(() => random() < 0.5);
    const internal = fresh(1);
    const said = mentioned.map((text) => pick(BODIES)(pick(WAYS)(text)));
    const spoken = others.map(({ id, title }) =>
      pick([`As in [[${id}]].`, `See [it](${id}.md).`, `Like "${title}".`, `It was ${id} again.`]),
    );
    const named = present.map((name) => pick([`${name} was called.`, `We asked ${name.split(' ')[0]}.`, `- [ ] Do it (owner: ${name})`]));
    const fields = {
      id: incident.id,
      title: incident.title,
      started: '2026-01-02T10:00:00Z',
      ...incident.state,
      ...Object.assign({}, ...mentioned.filter(() => random() < 0.5).map((text) => pick(FIELDS.slice(0, -1))(pick(WAYS)(text)))),
      ...(mentioned.length > 0 && { redact: mentioned }),
      ...(present[0] !== undefined &&
        pick([{ authors: present }, { commander: present[0] }, { reviewers: present, authors: [present[0]] }])),
      related: others.filter(() => random() < 0.3).map(({ id }) => id),
    };
    const body = [...said, ...spoken, ...named, `[internal] ${internal}`, isShown(incident) ? 'It broke.' : incident.secret];
    files[`postmortems/${incident.id}.md`] = file(fields, `## Root cause\n\n${body.join('\n\n')}`);
    if (isShown(incident)) withheld.push({ kind: 'unread', text: internal });
    else
      withheld.push({ kind: 'id', text: incident.id }, { kind: 'title', text: incident.title }, { kind: 'unread', text: incident.secret });
  }
  const all = Object.values(files).join('\n');
  withheld.push(
    ...strings
      .filter((text) => listed.includes(text) || all.includes(JSON.stringify(text)))
      .map((text) => ({ kind: 'string' as const, text })),
  );
  // Whoever a field names: the whole name, and its parts, of which nothing else consists.
  const known = people.filter(
    (name) => new RegExp(`(?:authors|commander|reviewers): .*${name}`).test(all) || all.includes(`owner: ${name}`),
  );
  withheld.push(...known.flatMap((name) => [name, ...name.split(' ')].map((text) => ({ kind: 'person' as const, text }))));
  files['_data/site.yaml'] = `title: Wild\nredact: ${JSON.stringify(listed)}\n`;
  return { files, withheld };
}
