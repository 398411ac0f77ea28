// The problems of credentials as docs/checks.md lists them.
import type { RuleText } from '../check/rule.ts';

export const CREDENTIAL_PROBLEMS: readonly RuleText[] = [
  {
    code: 'credential',
    severity: 'error',
    title: 'A password, a key or a token stands in a text of the archive.',
    why: 'Whoever reads the site, its search index or the repository has it. It always stops a build, also with `--allow-errors`, and no message shows it. See [safety.md](safety.md#credentials).',
    bad: 'psql "postgres://shop:hunter2@db.internal/shop"',
    fixed: 'psql "postgres://shop:$PASSWORD@db.internal/shop"',
  },
  {
    code: 'allowance-without-reason',
    severity: 'warning',
    title: 'An allowance does not say why a credential may be read, so it allows nothing.',
    why: 'Whoever meets it later cannot tell whether it still holds.',
    bad: '<!-- hindsight-allow-secret -->',
    fixed: '<!-- hindsight-allow-secret: the default password of the vendor, in its manual -->',
  },
  {
    code: 'allowance-unused',
    severity: 'warning',
    title: 'An allowance covers no credential.',
    why: 'It would silently cover the next one that is pasted there. One allowance covers one credential: on its own line, else on the next line or in the block that begins there.',
    bad: '<!-- hindsight-allow-secret: a test account, long gone -->\n\nThe password: hunter2',
    fixed: '<!-- hindsight-allow-secret: a test account, long gone -->\nThe password: hunter2',
  },
];
