// What a labelled value says: a filter, the fields to look in, an order. What says nothing is text.
import { DOCUMENT_STATUSES } from '../../model/incident.ts';
import type { FieldName } from '../fields.ts';
import type { FactFlag } from '../files/facts.ts';
import type { Token } from './lex.ts';
import type { Filter, Sort } from './model.ts';

export type Setting = { kind: 'filter'; filter: Filter } | { kind: 'in'; field: FieldName } | { kind: 'sort'; sort: Sort };

/** Names after `in:`; the first of a field is the one written. */
export const IN_NAMES: Readonly<Record<string, FieldName>> = {
  title: 'title',
  signatures: 'signatures',
  'root-cause': 'cause',
  summary: 'summary',
  tags: 'terms',
  resolution: 'resolution',
  headings: 'headings',
  body: 'body',
  'action-items': 'actions',
  actions: 'actions',
  signature: 'signatures',
  cause: 'cause',
};

/** Names after `sort:`; the first of an order is the one written. */
export const SORT_NAMES: Readonly<Record<string, Sort>> = { best: 'best', date: 'newest', oldest: 'oldest', newest: 'newest' };

const STATUSES: readonly string[] = DOCUMENT_STATUSES;
/** What `has:` may ask: the names of FACT_FLAGS, whose file most queries have no need of. */
const HAS: readonly FactFlag[] = ['open-action', 'overdue', 'timeline', 'recurrence'];

const FILTER_FIELDS: readonly Filter['field'][] = [
  'service',
  'team',
  'tag',
  'cause',
  'severity',
  'status',
  'owner',
  'year',
  'before',
  'after',
  'has',
];

/** Undefined for text. */
export function settingOf(token: Token): Setting | undefined {
  const name = token.label.slice(0, -1).toLowerCase();
  const value = token.value.trim();
  if (name === '' || value === '') return undefined;
  if (name === 'in' || name === 'sort') return token.isNegated ? undefined : placeOrOrder(name, value.toLowerCase());
  const field = FILTER_FIELDS.find((one) => one === name);
  const filter = field && filterOf(field, value);
  return filter && { kind: 'filter', filter: { ...filter, negated: token.isNegated, text: token.raw } };
}

function placeOrOrder(name: 'in' | 'sort', value: string): Setting | undefined {
  if (name === 'in') return Object.hasOwn(IN_NAMES, value) ? { kind: 'in', field: IN_NAMES[value] as FieldName } : undefined;
  return Object.hasOwn(SORT_NAMES, value) ? { kind: 'sort', sort: SORT_NAMES[value] as Sort } : undefined;
}

function filterOf(field: Filter['field'], value: string): Pick<Filter, 'field' | 'operator' | 'value'> | undefined {
  switch (field) {
    case 'severity':
    case 'year': {
      const [, sign = '', bound = ''] = /^([<>]=?|=|≤|≥)?\s*(.*)$/su.exec(value) ?? [];
      const isKnown = field === 'severity' ? bound !== '' : /^\d{4}$/.test(bound);
      return isKnown ? { field, operator: operatorOf(sign), value: bound } : undefined;
    }
    case 'before':
    case 'after':
      return /^\d{4}(-(0?[1-9]|1[0-2])(-(0?[1-9]|[12]\d|3[01]))?)?$/.test(value) ? { field, operator: '=', value } : undefined;
    case 'status':
      return STATUSES.includes(value.toLowerCase().replace(/[\s-]/g, '_')) ? { field, operator: '=', value } : undefined;
    case 'has':
      return HAS.some((flag) => flag === value.toLowerCase()) ? { field, operator: '=', value: value.toLowerCase() } : undefined;
    default:
      return { field, operator: '=', value };
  }
}

function operatorOf(sign: string): Filter['operator'] {
  switch (sign) {
    case '<':
    case '>':
    case '<=':
    case '>=':
      return sign;
    case '≤':
      return '<=';
    case '≥':
      return '>=';
    default:
      return '=';
  }
}
