// Tokens of services that secretlint knows, found in a text. Loaded only for texts in which there may be one: it takes longer to load than to read most archives.
import type { Credential } from '../core/credentials/model.ts';

/**
 * What no rule of the preset finds anything without: of each rule the fixed part of what it looks for. A test holds this list to the rules, and fails
 * when a version brings another.
 */
const CANDIDATE = new RegExp(
  [
    '(?:SECRET|[Ss]ecret)_?(?:ACCESS|[Aa]ccess)_?(?:KEY|[Kk]ey)',
    'PRIVATE KEY',
    '_authToken=|npm_\\w{36}',
    '\\b(?:xox[bpaor]|xapp)-',
    'T3BlbkFJ|sk-ant-api0',
    'lin_api_|SG\\.\\w{1,128}\\.|shp(?:pa|ca|at|ss)_|gh[pousr]_\\w{36}|github_pat_|ops_ey',
  ].join('|'),
);

/** In which letters they are written makes no difference. Every address of a database with a password has an `@`. */
const CANDIDATE_ADDRESS = /:\/\/(?:hooks\.slack\.com|[^:/\s]{1,256}:[^@/\s]{1,256}@)/i;

export function mayHoldToken(text: string): boolean {
  return CANDIDATE.test(text) || CANDIDATE_ADDRESS.test(text);
}

/** `//user:password@` */
const IN_ADDRESS = /(?<=:\/\/[^:/\s]{1,256}:)[^@/\s]{1,256}(?=@)/;

/** What a rule finds, its beginning that is the same for all of its kind, and where in it the secret is. */
const KINDS: Readonly<Record<string, readonly [what: string, shown?: RegExp | undefined, within?: RegExp]>> = {
  aws: ['An AWS secret key'],
  gcp: ['A key of a Google service account'],
  privatekey: ['A private key'],
  npm: ['An npm token', /^npm_/],
  basicauth: ['The password in an address', undefined, IN_ADDRESS],
  slack: ['A Slack token', /^x(?:ox[a-z]|app)-/],
  sendgrid: ['A SendGrid key', /^SG\./],
  shopify: ['A Shopify token', /^shp[a-z]{2}_/],
  github: ['A GitHub token', /^(?:gh[a-z]|github_pat)_/],
  openai: ['A key of OpenAI', /^sk-/],
  anthropic: ['A key of Anthropic', /^sk-ant-/],
  linear: ['A Linear key', /^lin_api_/],
  '1password': ['A token of 1Password', /^ops_/],
  'database-connection-string': ['The password in an address', undefined, IN_ADDRESS],
};

/** Comments of secretlint in a text are no allowances here: they need no reason, and may cover a whole file. */
const LEFT_OUT = 'filter-comments';

let loaded: Promise<Awaited<ReturnType<typeof load>>> | undefined;

async function load() {
  const [{ lintSource }, { rules }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const used = rules.filter(({ meta }) => nameOf(meta.id) !== LEFT_OUT).map((rule) => ({ id: rule.meta.id, rule }));
  return { lintSource, rules: used };
}

function nameOf(ruleId: string): string {
  return ruleId.replace('@secretlint/secretlint-rule-', '');
}

/** No rule finds anything across it. */
const BETWEEN_TEXTS = '\n\0\n';

/**
 * Of each text what is found in it; `mayHoldToken` only spares the others the time. In one go for all of them: its profiler keeps something of every
 * call, and looks through all of it at the next.
 */
export async function findTokens(texts: readonly string[]): Promise<Credential[][]> {
  if (texts.length === 0) return [];
  loaded ??= load();
  const { lintSource, rules } = await loaded;
  const content = texts.join(BETWEEN_TEXTS);
  const { messages } = await lintSource({
    source: { content, filePath: 'text.md', ext: '.md', contentType: 'text' },
    options: { config: { rules }, noPhysicFilePath: true, maskSecrets: true },
  });
  let from = 0;
  return texts.map((text) => {
    const [start, end] = [from, from + text.length];
    from = end + BETWEEN_TEXTS.length;
    return messages.filter(({ range }) => range[0] >= start && range[1] <= end).map((message) => found(message, text, start));
  });
}

function found(
  { range, ruleId }: { readonly range: readonly [number, number]; readonly ruleId: string },
  text: string,
  before: number,
): Credential {
  const [what, beginning, within] = KINDS[nameOf(ruleId)] ?? ['A credential'];
  const whole = text.slice(range[0] - before, range[1] - before);
  const inner = within?.exec(whole) ?? { 0: whole, index: 0 };
  const start = range[0] - before + inner.index;
  const shown = beginning?.exec(inner[0])?.[0];
  return { start, end: start + inner[0].length, what, ...(shown !== undefined && { shown }) };
}
