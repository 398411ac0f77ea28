// Who wrote the document, and who led the response: under labels, or as a name above everything.
import type { Receipt } from '../model.ts';
import { aboutOf } from './layout/outline.ts';
import { fieldsNamed, type Page, receipt } from './page.ts';

const AUTHOR =
  /^(?:post ?mortem |report |document )?(?:authors?|author s|written by|prepared by|reported by|compiled by|documented by|by|post ?mortem owner|postmortem author|author name|report author|mail from|autor|autora|autores|redactado por|elaborado por|responsable del (?:informe|reporte)|responsable du rapport|escrito por|auteurs?|rédigé par|rédacteur|autoren|verfasser|verfasserin|autorin|ersteller|erstellerin|bearbeiter|verfasst von|erstellt von|bericht von|owner|document owner|postmortem owners?)$/;
const COMMANDER =
  /^(?:incident commander|incident lead|commander|ic|incident manager|incident owner|lead responder|comandante del incidente|responsable del incidente|responsable de l ?incident|einsatzleiter|incident leiter)$/;
/** Who sends what nobody wrote. */
const MACHINE = /\b(?:no-?reply|bot|alerts?|notifications?|status|support|team|list|daemon|postmaster)\b/i;
const NOBODY = /^(?:|-+|n\/?a|none|tbd|tba|unknown|nobody|self|team|<.*>|\[.*\]|\{.*\}|name|your name|names?)$/i;
const BY =
  /(?:^|[·|•—–-]\s*)(?:[^\p{L}\p{N}]*)(?:(?:post(?:mortem)?|report|article)\s)?(?:(?:[Ww]ritten|[Pp]repared|[Aa]uthored|[Pp]osted|[Cc]ompiled|[Rr]edactado|[Rr]édigé|[Vv]erfasst)\s)?(?:[Bb]y|BY|[Pp]or|[Pp]ar|[Vv]on)\s+(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,3})(?=$|[,.|(·•–—-]|\s(?:[·•|–—-]|on\b|at\b))/u;
/** "Posted by Hana on May 13th", "by Oli and Mei": one name is enough where the line says nothing else. */
const BY_ONE =
  /^\W*(?:(?:[\p{L}\d.,/ -]{4,40}\s[–—-]\s)?by|(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Rr]eported) by|[Ee]scrito por|[Rr]édigé par|[Vv]erfasst von)\s+(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?(?:(?:,\s+|\s+(?:and|&|y|et|und)\s+)\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)*)(?=$|[.,_*|·•–—-]|\s+(?:on|am|le|el)\b)/u;
/** Two to four words that begin with capitals, and none of the words that titles are made of. */
const NAME = /^\p{Lu}[\p{L}'’.-]+(?:\s+(?:(?:de|da|dos|van|von|der|del|la|el|bin|ben|al|y)\s+)?\p{Lu}[\p{L}'’.-]*){1,3}$/u;
const NO_NAME =
  /\b(?:outage|incident|post|mortem|postmortem|report|summary|issue|service|server|database|web|stack|timeline|root|cause|api|error|failure|system|network|downtime|impact|load|balancer|site|app|application|platform|internal|apache|nginx|project|team|analysis|review|debugging|background|context|production|cluster|deployment|security|breach|data|center|cloud|login|payment|checkout)\b/i;

export function readAuthors(page: Page): Receipt<readonly string[]> | undefined {
  for (const { value, line, section, name } of fieldsNamed(page, AUTHOR)) {
    const about = aboutOf(section);
    const isFirst = name === 'by' || name === 'mail from' || name === 'owner' || name.startsWith('reported');
    if (about === 'action_items' || about === 'timeline' || (line.kind === 'row' && (line.cells?.length ?? 0) > 4)) continue;
    if (name === 'mail from' && MACHINE.test(value)) continue;
    const names = splitNames(value);
    if (names.length > 0 && (!isFirst || names.every((each) => looksLikeName(each) || /^@/.test(each))))
      return receipt(names, line, { sure: 'certain', why: `label "${name}"` });
  }
  return topName(page) ?? byLine(page);
}

export function readCommander(page: Page): Receipt<string> | undefined {
  const [field] = fieldsNamed(page, COMMANDER).filter(({ value }) => splitNames(value).length > 0);
  return field && receipt(splitNames(field.value)[0] ?? '', field.line, { sure: 'certain', why: `label "${field.name}"` });
}

function withoutMail(words: string): string {
  return words.replace(/\s*<[^<>\s]{3,60}@[^<>\s]{3,60}>\s*$/, '');
}

/** A name alone on one of the first lines. */
function topName(page: Page): Receipt<readonly string[]> | undefined {
  const told = page.lines.filter(({ kind }) => kind !== 'blank' && kind !== 'rule').slice(0, 4);
  const line = told.find(({ kind, words }) => kind === 'text' && looksLikeName(withoutMail(words)));
  return line && receipt([withoutMail(line.words)], line, { sure: 'guess', why: 'a name above the text' });
}

/** "By Ana Pérez", "Written by Ana Pérez on 5 May", at the top or the bottom. */
function byLine(page: Page): Receipt<readonly string[]> | undefined {
  const told = page.lines.filter(({ kind }) => kind !== 'blank' && kind !== 'rule');
  for (const line of [...told.slice(0, 12), ...told.slice(-6)]) {
    const name = BY.exec(line.words.slice(0, 160))?.[1];
    if (name && NAME.test(name) && !NO_NAME.test(name)) return receipt([name], line, { sure: 'likely', why: 'a line that says by whom' });
    const names = line.words.length < 120 ? splitNames(BY_ONE.exec(line.words)?.[1] ?? '') : [];
    if (names.length > 0 && !names.some((each) => NO_NAME.test(each) || /^(?:The|Our|An?)\b/.test(each)))
      return receipt(names, line, { sure: 'likely', why: 'a line that says by whom' });
  }
  return undefined;
}

export function looksLikeName(words: string): boolean {
  return words.length <= 50 && NAME.test(words) && !NO_NAME.test(words);
}

function splitNames(value: string): string[] {
  return value
    .slice(0, 300)
    .split(/\s*(?:,|;|&|\/|\||\band\b|\by\b|\bet\b|\bund\b)\s*/)
    .map((name) =>
      name
        .replace(/\([^)]*\)?|<[^>]*>?|\[[^\]]*\]?/g, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    )
    .filter((name) => name.length <= 60 && !NOBODY.test(name) && name.split(' ').length <= 5 && /\p{L}/u.test(name));
}
