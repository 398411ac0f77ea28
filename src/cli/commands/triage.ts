// `hindsight triage < log.txt`: past incidents that look like an alert, a log or a stack trace, in the order of the page.
import { createColors } from 'picocolors';
import { incidentJson } from '../../core/api/incident.ts';
import type { Archive } from '../../core/model/archive.ts';
import { inSearchOrder } from '../../core/search/build.ts';
import { pathIn } from '../../core/text/explicit-links.ts';
import { linkName } from '../../core/text/link-name.ts';
import { incidentPath } from '../../core/text/urls.ts';
import { sayDuration } from '../../core/time/duration.ts';
import { formatDay } from '../../core/time/format.ts';
import { cardOf, type OpenItem, type TriageCard } from '../../core/triage/card.ts';
import { type MarkedText, markedSignature } from '../../core/triage/marks.ts';
import { makeIndex, type TriageMatch, triage } from '../../core/triage/match.ts';
import { PASTE_AT_MOST } from '../../core/triage/paste.ts';
import { makeRecordReader } from '../../core/triage/record.ts';
import { remarksOn, STRENGTH_WORDS, sayGrounds, sayTotal } from '../../core/triage/say.ts';
import { AppError } from '../../io/app-error.ts';
import { note, print, wantsColor } from '../../io/log.ts';
import { readLog } from '../../io/read-log.ts';
import { statsOf } from '../../io/stats.ts';
import { loadArchive } from '../../site/load.ts';
import { type ArchiveOptions, archivePaths } from '../archive-paths.ts';
import { EXIT } from '../exit-codes.ts';
import { visible } from '../report/visible.ts';

interface TriageOptions extends ArchiveOptions {
  readonly limit: number;
  readonly json?: boolean;
}

interface Shown {
  readonly match: TriageMatch;
  readonly card: TriageCard;
  /** From the site's root. */
  readonly url: string;
}

/** Returns the exit code. `file`: what is piped in where there is none. */
export async function triageLog(file: string | undefined, options: TriageOptions): Promise<number> {
  const paths = archivePaths(options);
  const text = await read(file);
  const { input, config } = paths;
  const { archive } = await loadArchive({ input, allowErrors: true, ...(config !== undefined && { config }) });
  const result = triage(makeIndex(inSearchOrder(archive.incidents).map(makeRecordReader())), text, options.limit);
  const shown = result.matches.map((match) => ({
    match,
    card: cardIn(archive, match.id),
    url: pathIn(archive.config.urls, incidentPath(match.id)),
  }));
  for (const remark of remarksOn(result)) note(remark);
  if (options.json) print(JSON.stringify(shown.map(toRow), null, 2));
  else for (const one of shown) sayMatch(one);
  note(text.trim() === '' ? 'There is nothing in it to compare.' : sayTotal(result));
  if (archive.leftOut.length > 0) note(`Left out for their errors: ${archive.leftOut.map(paths.show).join(', ')}. See hindsight check.`);
  return EXIT.ok;
}

async function read(file: string | undefined): Promise<string> {
  if (file === undefined && process.stdin.isTTY) note('Paste it here, then press Ctrl-D (on Windows Ctrl-Z and Enter).');
  if (file !== undefined && statsOf(file)?.isFile() !== true) {
    throw new AppError('not-found', `There is no file ${file}.`, { hint: 'Name a file, or pipe one in: hindsight triage < log.txt' });
  }
  return readLog(file, PASTE_AT_MOST);
}

function cardIn(archive: Archive, id: string): TriageCard {
  const incident = archive.incidents.find((one) => one.id === id);
  if (incident === undefined) throw new Error(`triage found ${id}, which is not in the archive`);
  return cardOf(incidentJson(incident, archive, { backlinks: [], similar: [] }));
}

/** The fields of `--json`. */
function toRow({ match: { id, score, strength, signatures, words }, card, url }: Shown): object {
  return {
    ...{ id, title: card.title, score: Math.round(score * 1000) / 1000, strength },
    signatures: signatures.map(({ text, source, isWhole }) => ({ text, source, whole: isWhole })),
    words: words.map(({ text }) => text),
    severity: card.severity ?? null,
    started: card.started ?? null,
    duration_seconds: card.seconds ?? null,
    fix: card.fix?.text ?? null,
    runbooks: card.runbooks,
    open_actions: card.open,
    url,
  };
}

function sayMatch({ match, card, url }: Shown): void {
  const { bold, dim } = createColors(wantsColor('stdout'));
  const { title, severity, started, seconds, services, fix, runbooks, open } = card;
  const facts = [severity, started && formatDay(started), seconds && `lasted ${sayDuration(seconds * 1000)}`, ...services];
  const line = (label: string, text: string): void => print(`  ${dim(`${label}:`)} ${text}`);
  print(`${bold(visible(title))}  ${dim(visible(facts.filter(Boolean).join(' · ')))}`);
  print(`  ${visible(url)}`);
  line(STRENGTH_WORDS[match.strength], sayGrounds(match));
  for (const signature of match.signatures) line('Signature', sayParts(markedSignature(signature), bold));
  if (match.words.length > 0) line('Words', visible([...new Set(match.words.map(({ text }) => text))].join(', ')));
  if (fix) line('What fixed it', fix.text.split('\n').map(visible).join('\n    '));
  for (const { title, url } of runbooks) line('Runbook', visible(`${linkName(title)} ${url}`));
  for (const item of open) line('Still open', visible(sayItem(item)));
}

function sayParts(parts: readonly MarkedText[], mark: (text: string) => string): string {
  return parts.map(({ text, kind }) => (kind === 'signature' ? mark(visible(text)) : visible(text))).join('');
}

function sayItem({ id, title, owner, due }: OpenItem): string {
  const facts = [owner, due && `due ${formatDay(due)}`].filter(Boolean);
  return `${id}: ${title}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}
