// `npm test`: static checks, unit and site tests, then browser journeys. Ends with one line made of the runners' own counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { bringPrograms } from './programs.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'hindsight-test-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  say(`\n> ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } }).status ?? 1;
}

/** A runner that ended badly without a failed test of its own (it crashed, or found nothing to run) counts as one failure. */
function orFailed(counts: Counts, status: number): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function staticChecks(): Counts {
  return { passed: 0, failed: run('npm', ['run', '--silent', 'check:static']) === 0 ? 0 : 1, skipped: 0 };
}

function unitTests(): Counts {
  bringPrograms(say);
  const file = join(reports, 'vitest.json');
  const status = run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport(file) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number };
  return orFailed({ passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0, skipped: report.numPendingTests ?? 0 }, status);
}

function browserJourneys(): Counts {
  const browser = findBrowser(say);
  if ('problem' in browser) {
    say(browser.problem);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const file = join(reports, 'playwright.json');
  const status = run('npx', ['playwright', 'test', '--reporter=dot,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(browser.executable !== undefined && { HINDSIGHT_BROWSER: browser.executable }),
  });
  const { stats } = readReport(file) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } };
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return orFailed({ passed: stats?.expected ?? 0, failed, skipped: stats?.skipped ?? 0 }, status);
}

const results = [staticChecks, unitTests, browserJourneys].map((stage) => stage());
rmSync(reports, { recursive: true, force: true });
const sum = (key: keyof Counts): number => results.reduce((total, counts) => total + counts[key], 0);
const skipped = sum('skipped');
say(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
