// One stretch of a log line, masked: numbers, ids, addresses, hosts, paths, times and hashes give way to their kind; error codes stay.

/** Longer ones are keys, tokens and encoded data. */
const TOKEN_AT_MOST = 120;
const TOP_LEVEL = 'com|net|org|io|dev|app|cloud|local|internal|lan|corp|svc|example|test|invalid|edu|gov';

/** Tried in order; every pattern is anchored and has one way to match. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['<url>', /^[a-z][a-z\d+.-]{0,20}:\/\//i],
  ['<uuid>', /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i],
  ['<time>', /^\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T_]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?)?(?:z|[+-]\d{2}:?\d{2})?$/i],
  ['<time>', /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/],
  ['<time>', /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:z|[ap]m|[+-]\d{2}:?\d{2})?$/i],
  ['<ip>', /^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?$/],
  ['<mac>', /^[\da-f]{2}(?:[:-][\da-f]{2}){5}$/i],
  ['<ip>', /^(?=[\da-f:]*:[\da-f:]*:)[\da-f:]{2,45}(?:\/\d{1,3})?$/i],
  ['<email>', /^[\w.+-]{1,64}@[\w.-]{1,80}$/],
  ['<path>', /^(?:~|\.{1,2})?\/\S|^[a-z]:\\/i],
  ['<address>', /^0x[\da-f]+$/i],
  ['<hash>', /^(?:sha\d+:)?(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,}$/i],
  ['<n>', /^[-+~#]?\d[\d.,_]*(?:%|[a-zµ]{1,3}(?:\/s)?)?$/i],
  ['<host>', new RegExp(`^[a-z\\d-]+(?:\\.[a-z\\d-]+)*\\.(?:${TOP_LEVEL})(?::\\d{1,5})?$`)],
  ['<host>', /^(?=[a-z.-]*\d)[a-z\d-]+(?:\.[a-z\d-]+){2,}(?::\d{1,5})?$/],
];

/** `ERR_4012`, `ORA-00060`, `E11000`, `40P01`, `OOMKilled`: letters that shout, and a number that names one thing. */
const CODE = /^(?:[A-Z]+(?:[_-][A-Z]+)*[_-]?\d{1,6}[A-Z]?|[A-Z]+\d?(?:[_-][A-Z\d]+){1,6}|\d{2}[A-Z]\d{2})$/;
/** `-7d9f8b6c5-x2x9k`, the ends of the names of pods. */
const POD = /-(?=[a-z]*\d)[a-z\d]{8,10}-[a-z\d]{5}$|-(?=[a-z]+\d|\d+[a-z])[a-z\d]{5}$/;
const SEGMENT = /[^-_./:#@+\\&?%*]+/g;

/** In small letters; a kind in angle brackets stands for what was masked. */
export function maskToken(token: string): string {
  if (CODE.test(token)) return token.toLowerCase();
  if (token.length > TOKEN_AT_MOST) return '<id>';
  const kind = KINDS.find(([, pattern]) => pattern.test(token))?.[0];
  if (kind !== undefined) return kind;
  const pod = POD.exec(token);
  const name = (pod ? token.slice(0, pod.index) : token).replace(SEGMENT, maskSegment).toLowerCase();
  return pod ? `${name}-<id>` : name;
}

/** `sha256`, `ipv4`, `k8s` and `log4j` are names; `shard0042` is the 42nd of its kind. */
function maskSegment(segment: string): string {
  if (/^\d+$/.test(segment)) return '<n>';
  if (/^(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{8,}$/i.test(segment)) return '<hash>';
  if (segment.length >= 8 && (segment.match(/\d+/g)?.length ?? 0) >= 3) return '<id>';
  return /^(?:sha|md|utf|base|int|uint|float)\d+$/i.test(segment) ? segment : segment.replace(/^([a-z]{2,})\d{3,}$/i, '$1<n>');
}
