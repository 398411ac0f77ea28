// One text with all that is said of credentials in it: problems, and what is allowed. The credentials themselves are in none of it.
import type { Diagnostic } from '../model/diagnostic.ts';
import { lineIndex } from '../text/line-index.ts';
import { type Allowance, findAllowances, judge } from './allowances.ts';
import type { Credential } from './model.ts';
import { sayCredential } from './say.ts';

export interface AllowedCredential {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Which credential, masked. */
  readonly message: string;
  /** As its author wrote it. */
  readonly reason: string;
}

export interface TextCredentials {
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly AllowedCredential[];
  /** As they stand in the text, for masks; never to be shown. */
  readonly values: readonly string[];
}

export const CREDENTIAL = 'credential';

const NOTHING: TextCredentials = { diagnostics: [], allowed: [], values: [] };

export function judgeText(
  { path, text }: { readonly path: string; readonly text: string },
  credentials: readonly Credential[],
): TextCredentials {
  const allowances = findAllowances(text);
  if (credentials.length === 0 && allowances.length === 0) return NOTHING;
  const { refused, allowed, unused, withoutReason } = judge(text, credentials, allowances);
  const lines = lineIndex(text);
  const at = (offset: number) => ({ file: path, ...lines.lineColumn(offset) });
  const about = (severity: 'error' | 'warning', code: string) => ({ severity, code });
  return {
    diagnostics: [
      ...refused.map((credential) => ({
        ...at(credential.start),
        ...about('error', CREDENTIAL),
        message: sayCredential(credential),
        hint: hintFor(text, credential),
      })),
      ...withoutReason.map((allowance) => sayAllowance(at(allowance.start), 'allowance-without-reason')),
      ...unused.map((allowance: Allowance) => sayAllowance(at(allowance.start), 'allowance-unused')),
    ],
    allowed: allowed.map(({ credential, reason }) => ({ ...at(credential.start), message: sayCredential(credential), reason })),
    values: credentials.map(({ start, end }) => text.slice(start, end)),
  };
}

function hintFor(text: string, { start }: Credential): string {
  const isInText = text.startsWith('---') && start > text.indexOf('\n---', 3);
  const comment = isInText ? '<!-- hindsight-allow-secret: why -->' : '# hindsight-allow-secret: why';
  return `Replace it where it is used, then take it out here and out of the history of git. If it is none, say why on the line above: ${comment}`;
}

const SAID = {
  'allowance-without-reason': [
    'This allowance has no reason, so it allows nothing.',
    'Say behind the colon why the credential may be read.',
  ],
  'allowance-unused': [
    'Nothing that this allowance covers is a credential that no other allows.',
    'Take it out; or put it on the line before the credential, or before the block it is in: one for each.',
  ],
} as const;

function sayAllowance(at: Pick<Diagnostic, 'file' | 'line' | 'column'>, code: keyof typeof SAID): Diagnostic {
  const [message, hint] = SAID[code];
  return { ...at, severity: 'warning', code, message, hint };
}
