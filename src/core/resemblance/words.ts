// Reasons and differences as sentences.
import type { Difference, Reason } from './reasons.ts';

/** What stands before the names. */
export function sayReasonKind({ kind, names }: Reason): string {
  const s = names.length === 1 ? '' : 's';
  switch (kind) {
    case 'service':
    case 'cause':
    case 'trigger':
    case 'tag':
    case 'team':
      return `same ${kind}${s}`;
    case 'link':
      return 'both link to';
    case 'minute':
      return 'began in the same minute';
    case 'day':
      return 'began on the same day';
    case 'signature':
      return 'both have';
    case 'words':
      return 'both mention';
  }
}

/** `same service Payments`, `both mention "connection pool", "failover"` */
export function sayReason(reason: Reason): string {
  const { kind, names } = reason;
  const quoted = kind === 'words' || kind === 'signature' ? names.map((name) => JSON.stringify(name)) : names;
  return [sayReasonKind(reason), quoted.join(', ')].filter((part) => part !== '').join(' ');
}

const ASPECTS: Readonly<Record<Difference['kind'], string>> = { cause: 'cause', trigger: 'trigger', detection: 'detected by' };

/** `detected by a customer there, monitoring here` */
export function sayDifference({ kind, here, there }: Difference): string {
  return `${ASPECTS[kind]} ${there} there, ${here} here`;
}
