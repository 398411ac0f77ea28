// Figures of the impact: the share and number of users, what it cost, whether data was lost.
import type { Receipt } from '../model.ts';
import type { Line } from './layout/lines.ts';
import { aboutOf } from './layout/outline.ts';
import { storyLines } from './milestones/told.ts';
import { fieldsNamed, type Page, receipt } from './page.ts';

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent\b|per cent\b|por ciento\b|pour cent\b|prozent\b)`;
const WHO =
  '(?:users?|customers?|clients?|traffic|requests?|calls?|visitors?|sessions?|accounts?|merchants?|subscribers?|people|tenants?|players?|viewers?|members?|students?|employees|staff|population|usuarios|clientes|tráfico|solicitudes|peticiones|utilisateurs|clients|trafic|requêtes|nutzer\\w*|benutzer\\w*|kunden|anfragen|anwender\\w*|user base|userbase|checkouts|e-?mails|shoppers|buyers|guests|readers|patients|drivers|riders|passengers|listeners|audience|page ?views|transactions|orders|queries|logins|callers|developers|teams|websites|sites|stores|attempts|pulls|installs|downloads|builds|jobs|pipelines|webhooks|messages|notifications|payments|purchases|deliveries|devices|agents|connections|invocations|lookups|uploads|workspaces|organi[sz]ations|repositories|searches|pushes|commits|writes|reads|shops|rooms|guilds|postfächer|visits|bookings|appointments|reservations|tickets sold|advertisers|sellers|vendors|publishers|creators|travell?ers|citizens|residents|applicants|pupils|teachers|nurses|couriers|partners|schools|branches|terminals|visitantes|alumnos|pacientes|compradores|llamadas|visitas|visiteurs|acheteurs|abonnés|adhérents|élèves|voyageurs|appels|besucher\\w*|anrufer\\w*|anrufe|fahrgäste|schüler\\w*|käufer\\w*|pagos|reservas|citas|paiements|réservations|zahlungen|buchungen|anmeldungen|sitzungen|connexions|bestellungen|pedidos|commandes)';
/** "85% of our users", "30 % de los usuarios", "about 15% users". */
const OF_USERS = new RegExp(String.raw`${NUMBER}\s+(?:(?:of|de|des|der|aller|von|d['’])\s*)?(?:[\p{L}\d'’/-]+\s+){0,6}?${WHO}\b`, 'giu');
/** "affecting 30%", "users affected: 40%". */
const AFFECTED = new RegExp(String.raw`\b(?:affect\w*|impact\w*|${WHO})\b[^.%]{0,40}?${NUMBER}`, 'giu');
/** "22 % of visits were affected": of whatever people make of a service, not of the machines that run it. */
const OF_WHAT_FAILED = new RegExp(
  String.raw`${NUMBER}\s+(?:of|de|des|der|aller)\s+(?:(?!(?:nodes?|servers?|hosts?|pods?|machines?|disks?|instances?|replicas?|shards?|partitions?|brokers?|workers?|cores?|links?|switch(?:es)?|pages?|servidores|serveurs|knoten)\b)[\p{L}\d'’/-]+\s+){1,6}?(?:(?:was|were) (?:affected|impacted|rejected|refused|lost|dropped|delayed)|(?:fueron|se vieron) (?:rechazad|afectad|perdid)[oa]s|ont été (?:touch|refus|perdu|rejet)\p{L}+|waren betroffen|wurden abgelehnt)(?!\p{L})`,
  'giu',
);
/** Shares of something else. */
const OTHER =
  /\b(?:cpu|memory|disk|utili[sz]ation|usage|capacity|drop\w*|decreas\w*|increas\w*|reduction|declin\w*|fell|rose|engagement|response times?|latency|slo|sla|uptime|availability|growth|faster|slower|hit rate|of (?:the )?time|back online|restored|rolled out|rollout|canary|error rate|batch\w*|waves?)\b/i;

const SHARE_FIELD =
  /\b(?:users? affected|affected users?|customers? affected|% of users|percent\w*|usuarios afectados|utilisateurs touchés|utilisateurs affectés|betroffene nutzer|betroffene kunden|how many % of the users were affected|affected)\b/;

export function readShare(page: Page): Receipt<number> | undefined {
  const fields = fieldsNamed(page, SHARE_FIELD).filter(({ section }) => aboutOf(section) !== 'action_items');
  for (const { value, line, name } of fields) {
    const share = new RegExp(NUMBER, 'iu').exec(value.slice(0, 200));
    const percent = share && percentOf(share[1]);
    if (percent !== undefined && percent !== null && !OTHER.test(value.slice(0, 60)))
      return receipt(percent, line, { sure: 'certain', why: `label "${name}"` });
  }
  const lines = impactLines(page);
  return (
    first(lines, OF_USERS, 'a share of users or requests') ??
    first(lines, OF_WHAT_FAILED, 'a share of what was affected') ??
    first(lines, AFFECTED, 'a share of what was affected') ??
    first(otherLines(page), OF_USERS, 'a share of users or requests')
  );
}

const SHARE = /%|percent|per cent|ciento|pour cent|prozent/i;

/** The summary first, then what stands under "Impact"; in other sections figures tell of other things. */
function impactLines(page: Page): Line[] {
  return storyLines(page).filter(({ kind, words }) => kind !== 'code' && SHARE.test(words));
}

/** Where no summary tells it: sections that are about nothing else. */
function otherLines(page: Page): Line[] {
  const sections = page.sections.filter((section) => aboutOf(section) === undefined || aboutOf(section) === 'detection');
  return sections.flatMap(({ lines }) => lines).filter(({ kind, words }) => kind !== 'code' && SHARE.test(words));
}

function first(lines: readonly Line[], pattern: RegExp, why: string): Receipt<number> | undefined {
  for (const line of lines) {
    for (const match of line.words.slice(0, 3000).matchAll(pattern)) {
      const percent = percentOf(match[1]);
      const before = line.words.slice(Math.max(0, match.index - 50), match.index).replace(/^.*(?:[%,;.]|\band\b)\s*/s, '');
      if (percent !== undefined && !OTHER.test(before + match[0])) return receipt(percent, line, { sure: 'likely', why });
    }
  }
  return undefined;
}

function percentOf(written: string | undefined): number | undefined {
  const value = Number((written ?? '').replace(',', '.'));
  return written !== undefined && value > 0 && value <= 100 ? value : undefined;
}

const COUNT =
  /(?<![\d.,$€£-])(\d{1,3}(?:[,.\s]\d{3})+|\d{1,7}(?:\.\d)?)\s?(k|K|M|million|thousand|millones|mille|millions|Tausend|Millionen)?\s+(?:(?:unique|active|affected|registered|paying|of our|internal|external|usuarios|end)\s+){0,2}(?:users|customers|accounts|clients|merchants|subscribers|usuarios|clientes|utilisateurs|nutzer|kunden)\b/iu;
const THOUSANDS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  mille: 1e3,
  tausend: 1e3,
  m: 1e6,
  million: 1e6,
  millions: 1e6,
  millones: 1e6,
  millionen: 1e6,
};

export function readUsers(page: Page): Receipt<number> | undefined {
  for (const line of storyLines(page)) {
    if (line.kind === 'code') continue;
    const match = COUNT.exec(line.words.slice(0, 3000));
    if (!match?.[1]) continue;
    const base = Number(/^\d{1,3}(?:[,.\s]\d{3})+$/.test(match[1]) ? match[1].replace(/[,.\s]/g, '') : match[1]);
    const count = Math.round(base * (THOUSANDS[(match[2] ?? '').toLowerCase()] ?? 1));
    if (count > 0) return receipt(count, line, { sure: 'likely', why: 'a number of users in the summary or impact' });
  }
  return undefined;
}

const MONEY =
  /(?:(?:US)?[$€£]\s?\d[\d,.]*\s?(?:k|m|bn|million|thousand|billion)?\b|\b\d[\d,.]*\s?(?:k|million|thousand)?\s?(?:USD|EUR|GBP|dollars|euros|pounds)\b)/i;

export function readCost(page: Page): Receipt<string> | undefined {
  const [field] = fieldsNamed(
    page,
    /^(?:(?:estimated|total|financial|revenue) )?(?:cost|costs|loss|revenue loss|revenue impact|lost revenue|financial impact|coste|coût|kosten)$/,
  ).filter(({ value }) => MONEY.test(value));
  if (field) return receipt(MONEY.exec(field.value)?.[0].trim() ?? '', field.line, { sure: 'certain', why: `label "${field.name}"` });
  for (const line of storyLines(page)) {
    const money = MONEY.exec(line.words.slice(0, 3000));
    if (money && /\b(?:revenue|loss|lost|cost|sales|orders|refund\w*|credits?|pérdida\w*|perte\w*|verlust\w*|umsatz)\b/i.test(line.words))
      return receipt(money[0].trim(), line, { sure: 'likely', why: 'a sum in the summary or impact' });
  }
  return undefined;
}

const LOSS_FIELD = /^(?:data loss|loss of data|data lost|data integrity|pérdida de datos|perte de données|datenverlust)$/;
const LOSS =
  /[^.]*\b(?:no data (?:was |were |has been )?(?:lost|loss)|data loss|lost data|data (?:was|were) lost|no customer data was lost|sin pérdida de datos|no hubo pérdida de datos|aucune perte de données|aucune donnée n['’]a été perdue|kein datenverlust)\b[^.]*\.?/i;

export function readDataLoss(page: Page): Receipt<string> | undefined {
  const [field] = fieldsNamed(page, LOSS_FIELD).filter(({ value }) => value.length < 300);
  if (field) return receipt(field.value, field.line, { sure: 'certain', why: `label "${field.name}"` });
  for (const line of storyLines(page)) {
    const sentence = line.kind === 'code' || line.words.length > 3000 ? null : LOSS.exec(line.words);
    if (sentence) return receipt(sentence[0].trim(), line, { sure: 'likely', why: 'a sentence about data' });
  }
  return undefined;
}
