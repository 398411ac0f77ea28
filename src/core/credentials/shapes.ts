// Credentials that are known by how they look, wherever they stand: private keys, signed tokens, keys of services whose makers gave them a prefix.
import type { Credential } from './model.ts';
import { isStandIn, looksRandom } from './values.ts';

interface Shape {
  readonly what: string;
  /** Global. The group `secret` is what must not be read, the whole match where there is none; `d` is only needed where there is one. */
  readonly pattern: RegExp;
  /** Its beginning that says no more than its kind. */
  readonly prefix: number;
  /** False for what only looks like one. */
  isReal?(secret: string): boolean;
}

/**
 * No pattern may take longer than its text is long: everything that repeats has a limit, or cannot begin a second time within itself.
 * Tokens of the services that secretlint knows are left to it.
 */
const SHAPES: readonly Shape[] = [
  {
    what: 'A JSON Web Token',
    pattern: /(?<![\w-])eyJ[\w-]{8,8000}\.(?:eyJ)?[\w-]{0,8000}\.[\w-]{8,8000}/g,
    prefix: 0,
  },
  {
    what: 'The id of an AWS access key',
    pattern: /(?<![A-Z0-9])A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}(?![A-Z0-9])/g,
    prefix: 4,
    isReal: (id) => !/EXAMPLE$/.test(id),
  },
  { what: 'A GitLab token', pattern: /(?<![\w-])gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[\w-]{20,300}/g, prefix: 6 },
  { what: 'A Stripe key', pattern: /(?<![\w-])[rs]k_(?:live|test)_[A-Za-z0-9]{16,250}/g, prefix: 8 },
  { what: 'A Stripe webhook secret', pattern: /(?<![\w-])whsec_[A-Za-z0-9+/=]{24,100}/g, prefix: 6 },
  { what: 'A Google API key', pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g, prefix: 4 },
  { what: 'A Google OAuth token', pattern: /(?<![\w-])(?:ya29\.[\w-]{20,1000}|GOCSPX-[\w-]{20,100})/g, prefix: 5 },
  { what: 'A token of PyPI', pattern: /(?<![\w-])pypi-AgE[\w-]{50,1000}/g, prefix: 5 },
  { what: 'A Docker token', pattern: /(?<![\w-])dckr_(?:pat|oat)_[\w-]{20,100}/g, prefix: 9 },
  { what: 'A DigitalOcean token', pattern: /(?<![\w-])do[opr]_v1_[0-9a-f]{64}/g, prefix: 7 },
  { what: 'A Vault token', pattern: /(?<![\w-])hv[sbr]\.[\w-]{20,400}/g, prefix: 4 },
  { what: 'A Hugging Face token', pattern: /(?<![\w-])hf_[A-Za-z0-9]{30,100}/g, prefix: 3 },
  { what: 'A New Relic key', pattern: /(?<![\w-])NRAK-[A-Z0-9]{27}/g, prefix: 5 },
  { what: 'A Grafana token', pattern: /(?<![\w-])gl(?:sa|c)_[\w=]{30,400}/g, prefix: 4 },
  { what: 'A Sentry token', pattern: /(?<![\w-])sntry[su]_[\w+/=.-]{30,400}/g, prefix: 7 },
  { what: 'A Telegram token', pattern: /(?<![\w-])\d{8,10}:AA[\w-]{33}(?![\w-])/g, prefix: 0 },
  { what: 'A key of a language model', pattern: /(?<![\w-])sk-(?=[\w-]{0,200}\d)[\w-]{32,220}/g, prefix: 3, isReal: looksRandom },
  { what: 'An age key', pattern: /(?<![\w-])AGE-SECRET-KEY-1[A-Z0-9]{50,60}/g, prefix: 15 },
  { what: 'A Discord webhook', pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{15,22}\/(?<secret>[\w-]{40,100})/dg, prefix: 0 },
  { what: 'A Teams webhook', pattern: /\.office\.com\/webhookb?2?\/(?<secret>[\w-]{8,100}@[\w./-]{20,300})/dg, prefix: 0 },
  {
    what: 'The signature of a signed address',
    pattern: /[?&](?:sig|signature|x-(?:amz|goog)-(?:signature|security-token))=(?<secret>[\w+/=.~-]{20,4000})/dgi,
    prefix: 0,
  },
];

/** Cheap to look for: where none of it stands, no shape does. */
const TRIGGER =
  /eyJ|AKIA|ASIA|ABIA|ACCA|gl(?:pat|[dr]t|cbt|ptt|ft|imt|agent|o?as|soat|ffct)-|gl(?:sa|c)_|k_(?:live|test)_|whsec_|AIza|ya29\.|GOCSPX-|pypi-A|dckr_|do[opr]_v1_|hv[sbr]\.|hf_|NRAK-|sntry[su]_|:AA|sk-|AGE-SECRET-|api\/webhooks|\.office\.com\/webhook/;

const SIGNED = /[?&](?:sig|x-amz-s|x-goog-s)/i;

export function findShapes(text: string): Credential[] {
  const keys = findPrivateKeys(text);
  return TRIGGER.test(text) || SIGNED.test(text) ? [...keys, ...SHAPES.flatMap((shape) => findShape(shape, text))] : keys;
}

function findShape({ what, pattern, prefix, isReal = () => true }: Shape, text: string): Credential[] {
  const found: Credential[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
    const secret = text.slice(start, end);
    if (!isStandIn(secret.slice(prefix)) && isReal(secret))
      found.push({ start, end, what, ...(prefix > 0 && { shown: secret.slice(0, prefix) }) });
  }
  return found;
}

const KEY_HEAD = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}|PuTTY-User-Key-File-\d:/g;
const KEY_END = /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}|Private-MAC: ?[0-9a-f]{0,128}/;

/** A line of a key. A heading alone, or one with dots below it, is no key. */
const KEY_LINE = /[A-Za-z0-9+/=]{40}/;

/** Larger ones are no keys; of one that does not end within it, so much is taken for it. */
const LONGEST_KEY = 32_000;

/** Whole, with the lines around; an encrypted one is a key whose password somebody will try. */
function findPrivateKeys(text: string): Credential[] {
  if (!text.includes('BEGIN ') && !text.includes('PuTTY-')) return [];
  const heads = [...text.matchAll(KEY_HEAD)];
  return heads.flatMap(({ 0: head, index: start }, at) => {
    const inside = text.slice(start + head.length, Math.min(heads[at + 1]?.index ?? text.length, start + LONGEST_KEY));
    const end = KEY_END.exec(inside);
    if (!KEY_LINE.test(end === null ? inside.slice(0, 2000) : inside.slice(0, end.index))) return [];
    const length = end === null ? lengthOfOpen(inside) : end.index + end[0].length;
    return [{ start, end: start + head.length + length, what: 'A private key' }];
  });
}

/** Up to the last line that may be part of it. */
function lengthOfOpen(inside: string): number {
  let length = 0;
  for (const { 0: line, index } of inside.matchAll(/[A-Za-z0-9+/=]{40,4000}/g)) length = index + line.length;
  return length;
}
