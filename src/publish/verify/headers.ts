// The headers a file of the site should be served with, and what is wrong with those it got.
import { contentType } from '../../site/content-types.ts';
import { cacheRuleOf } from '../cache-rules.ts';
import type { CopyProblem } from './problem.ts';

/** By lower-case name. */
export type Headers = Readonly<Record<string, string | undefined>>;

export interface Served {
  /** From the site's root. */
  readonly path: string;
  readonly headers: Headers;
  readonly isHttps: boolean;
}

/** Types that mean the same to a browser. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'text/javascript': ['application/javascript', 'application/x-javascript'],
  'application/xml': ['text/xml', 'application/atom+xml', 'application/rss+xml'],
  'application/json': ['application/feed+json', 'application/manifest+json'],
  'application/x-ndjson': ['application/json', 'application/ndjson'],
  'text/markdown': ['text/plain'],
};

/** With these, a wrong type is a page that shows no style, runs no script, or is offered for download. */
const ESSENTIAL = ['text/html', 'text/css', 'text/javascript', 'image/svg+xml', 'application/json'];

/** 180 days: less is no promise (https://hstspreload.org asks for a year). */
const HSTS_AT_LEAST = 15_552_000;
/** A week: what an immutable file is kept for at least. */
const KEPT_AT_LEAST = 604_800;

type Rule = (served: Served) => CopyProblem | undefined;

const RULES: readonly Rule[] = [typeProblem, cache, nosniff, policy, framing, referrer, transport];

export function headerProblems(served: Served): CopyProblem[] {
  return RULES.flatMap((rule) => rule(served) ?? []);
}

export function typeProblem({ path, headers }: Pick<Served, 'path' | 'headers'>): CopyProblem | undefined {
  const [wanted = ''] = contentType(path).split(';');
  const [given = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.replace(/^charset=|"/g, '');
  const isRight = given === wanted || SAME[wanted]?.includes(given) === true;
  if (isRight && (charset === undefined || charset === 'utf-8')) return undefined;
  const severity = ESSENTIAL.includes(wanted) || (isRight && charset !== undefined) ? 'error' : 'warning';
  const said = given === '' ? 'without a content type' : `as ${headers['content-type']}`;
  return { path, code: 'content-type', severity, message: `is sent ${said} instead of ${contentType(path)}` };
}

function cache({ path, headers }: Served): CopyProblem | undefined {
  const control = (headers['cache-control'] ?? '').toLowerCase();
  const age = Number(/(?:^|[\s,])max-age=(\d+)/.exec(control)?.[1] ?? Number.NaN);
  const isAskedAgain = /\bno-cache\b|\bno-store\b/.test(control) || age === 0;
  if (cacheRuleOf(path) === 'immutable') {
    if (!isAskedAgain && age >= KEPT_AT_LEAST) return undefined;
    return warn(path, 'cache', `has its content in its name and could be kept for ever (cache-control: ${control || 'none'})`);
  }
  if (isAskedAgain) return undefined;
  return warn(path, 'cache', `may be shown from a cache after it has changed (cache-control: ${control || 'none'})`);
}

function nosniff({ path, headers }: Served): CopyProblem | undefined {
  if (headers['x-content-type-options']?.toLowerCase() === 'nosniff') return undefined;
  return warn(path, 'nosniff', 'is sent without x-content-type-options: nosniff');
}

function policy({ path, headers }: Served): CopyProblem | undefined {
  if (!path.endsWith('.html') && !path.endsWith('.svg')) return undefined;
  if (/\bdefault-src\b/.test(headers['content-security-policy'] ?? '')) return undefined;
  return warn(path, 'policy', 'is sent without a content-security-policy; the one in the page cannot keep others from framing it');
}

function framing({ path, headers }: Served): CopyProblem | undefined {
  if (!path.endsWith('.html')) return undefined;
  if (/\bframe-ancestors\b/.test(headers['content-security-policy'] ?? '') || headers['x-frame-options'] !== undefined) return undefined;
  return warn(path, 'framing', 'may be shown in a frame of any other site (no frame-ancestors, no x-frame-options)');
}

function referrer({ path, headers }: Served): CopyProblem | undefined {
  if (!path.endsWith('.html') || headers['referrer-policy'] !== undefined) return undefined;
  return warn(path, 'referrer', 'is sent without a referrer-policy: links tell other sites where they were followed');
}

function transport({ path, headers, isHttps }: Served): CopyProblem | undefined {
  if (!isHttps || !path.endsWith('.html')) return undefined;
  const age = Number(/max-age="?(\d+)/.exec(headers['strict-transport-security'] ?? '')?.[1] ?? 0);
  return age >= HSTS_AT_LEAST ? undefined : warn(path, 'transport', 'is sent without a strict-transport-security of half a year or more');
}

function warn(path: string, code: CopyProblem['code'], message: string): CopyProblem {
  return { path, code, severity: 'warning', message };
}
