// Credentials in the places where protocols and programs have them: headers, cookies, addresses, command lines, statements of SQL.
import type { Credential } from './model.ts';
import { isMixed, isOrdinary, isStandIn, looksRandom } from './values.ts';

interface Spot {
  readonly what: string;
  /** Global, with indices; the group `secret` is what must not be read. Everything that repeats has a limit. */
  readonly pattern: RegExp;
  isReal(secret: string): boolean;
}

const isSecret = (said: string): boolean => !isOrdinary(said);
const isTyped = (said: string): boolean => said.length >= 4 && !isOrdinary(said) && (isMixed(said) || said.length >= 6);

const SPOTS: readonly Spot[] = [
  {
    what: 'The credential of an Authorization header',
    pattern:
      /\bauthorization["'`*_\]]{0,4}[ \t]{0,8}[:=,][ \t]{0,8}["'`*_]{0,4}(?:(?:bearer|basic|token|apikey|api-key|key|negotiate|ntlm|splunk|genie-?key|sso-key)[ \t]{1,4})?["'`]?(?<secret>[\w+/=.~:-]{6,8000})/dgi,
    isReal: (said) => !isOrdinary(said) && (looksRandom(said) || isBasic(said)),
  },
  {
    what: 'A bearer token',
    pattern: /\bbearer["'`*_:=]{0,3}[ \t]{1,4}["'`]?(?<secret>[\w+/=.~-]{12,8000})/dgi,
    isReal: (said) => !isOrdinary(said) && looksRandom(said),
  },
  {
    what: 'The password in an address',
    pattern: /(?<![\w+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/?#:@"'`<>|]{0,256}:(?<secret>[^\s/?#@"'`<>|]{1,512})@(?=[\w[$%{<.-])/dgi,
    isReal: (said) => isSecret(said) && !/^(?:pass|p|pw|port|\d{1,5})$/i.test(said),
  },
  {
    what: 'The token in an address',
    pattern: /(?<![\w+.-])https?:\/\/(?<secret>[\w.~-]{16,512})(?::(?:x-oauth-basic)?)?@(?=\w)/dgi,
    isReal: (said) => isSecret(said) && looksRandom(said),
  },
  {
    what: 'A session cookie',
    pattern:
      /(?<![\w.-])(?:JSESSIONID|PHPSESSID|ASPSESSIONID\w{0,16}|ASP\.NET_SessionId|connect\.sid|_?[\w-]{0,40}sess(?:ion)?(?:_?id)?|sid|auth|remember_(?:me|token)|\.AspNetCore\.[\w.]{1,40}|laravel_session|wordpress_logged_in_\w{1,40}|cf_clearance)=["']?(?<secret>[\w+/=.~:-]{16,4000})/dgi,
    isReal: (said) => isSecret(said) && looksRandom(said),
  },
  {
    what: 'A password of MySQL',
    pattern: /\b(?:mysql\w{0,12}|mariadb[\w-]{0,12}|mycli|xtrabackup)\b[^\n|;&]{0,300}?[ \t]-p["']?(?<secret>[^\s"'`<>|;&]{3,256})/dg,
    isReal: isTyped,
  },
  {
    what: 'A password on a command line',
    pattern:
      /\b(?:sshpass|docker[ \t]{1,4}login|podman[ \t]{1,4}login|helm[ \t]{1,4}registry|mongo\w{0,12}|az[ \t]{1,4}login|influx|rabbitmqadmin|mosquitto_(?:pub|sub)|plink|pscp)\b[^\n|;&]{0,300}?[ \t](?:-p|-P|-pw)[ \t]{1,4}["']?(?<secret>[^\s"'`<>|;&-][^\s"'`<>|;&]{2,256})/dg,
    isReal: isTyped,
  },
  {
    what: 'A password on a command line',
    pattern:
      /\b(?:redis-cli[^\n|;&]{0,300}?[ \t](?:-a|--pass)|ldap\w{1,12}[^\n|;&]{0,300}?[ \t]-w|htpasswd[ \t]+-\w{0,8}b\w{0,8}[ \t]+\S{1,200}[ \t]+\S{1,100}|rabbitmqctl[ \t]+(?:add_user|change_password|authenticate_user)[ \t]+\S{1,100}|requirepass|masterauth)[ \t]+["']?(?<secret>[^\s"'`<>|;&-][^\s"'`<>|;&]{2,256})/dg,
    isReal: isTyped,
  },
  {
    what: 'The password of a user on a command line',
    pattern:
      /\b(?:curl|wget|https?|xh|smbclient|svn|lftp|ftp)\b[^\n]{0,400}?[ \t](?:-u|-U|-a|--user|--proxy-user|--auth)[ =]?["']?[^\s:%"'`<>$]{1,100}[:%](?<secret>[^\s"'`<>|]{1,256})/dg,
    isReal: (said) => said.length >= 3 && isSecret(said) && !/^(?:pass|pw|port)$/i.test(said),
  },
  {
    what: 'A password on a command line',
    pattern:
      /\becho[ \t]{1,4}(?:-n[ \t]{1,4})?["']?(?:[\w.-]{1,64}:)?(?<secret>[^\s"'`<>|]{3,256})["']?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4}(?:chpasswd|-S|passwd)|chpasswd|passwd[ \t]{1,4}--stdin|docker[ \t]login[^\n]{0,80}stdin)/dg,
    isReal: isTyped,
  },
  {
    what: 'The password of a key',
    pattern: /[ \t]-(?:pass|passin|passout)[ \t]{1,4}["']?pass:(?<secret>[^\s"'`<>|]{3,256})/dg,
    isReal: isTyped,
  },
  {
    what: 'A password of a database',
    pattern:
      /\b(?:identified[ \t]{1,4}(?:with[ \t]{1,4}\S{1,40}[ \t]{1,4})?(?:by|as)(?:[ \t]{1,4}password)?|(?:encrypted[ \t]{1,4})?password(?:[ \t]{0,4}\()?)[ \t]{0,4}["'](?<secret>[^"'\n]{3,256})["']/dgi,
    isReal: (said) => !/\s/.test(said) && isTyped(said),
  },
  {
    what: 'A password of PostgreSQL',
    pattern: /(?<![^\s"'`])[\w.*-]{1,253}:(?:5432|6432|\*):[\w*.-]{1,63}:[\w*.-]{1,63}:(?<secret>[^\s"'`<>|]{3,256})/dg,
    isReal: isTyped,
  },
];

/** Cheap to look for: where nothing of these stands, nor does any of the spots. Nearly all that is typed to a program has a flag. */
const TRIGGERS = [
  /authorization|bearer|sess[\w-]{0,20}=|sid=|auth=|remember_|clearance=|aspnetcore|logged_in|echo |requirepass|masterauth|rabbitmqctl|identified +(?:with|by|as)|password|:[56]432:|:\*:/,
  /:\/\/[^\s/@]{1,800}@/,
  /[ \t]--?[abpuw]/,
];

export function findInHeaders(text: string): Credential[] {
  const cookies = findCookies(text);
  const lower = text.toLowerCase();
  return TRIGGERS.some((trigger) => trigger.test(lower)) ? [...cookies, ...SPOTS.flatMap((spot) => findSpot(spot, text))] : cookies;
}

function findSpot({ what, pattern, isReal }: Spot, text: string): Credential[] {
  const found: Credential[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.secret ?? [0, 0];
    if (isReal(text.slice(start, end))) found.push({ start, end, what });
  }
  return found;
}

/** `user:password` in Base64. */
function isBasic(said: string): boolean {
  if (!/^[A-Za-z0-9+/]{6,}={0,2}$/.test(said)) return false;
  const characters = said.replace(/=+$/, '');
  const bits = [...characters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, '0')).join('');
  const decoded = (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
  const [, password = ''] = /^[\x20-\x7e]{1,200}?:([\x20-\x7e]{1,200})$/.exec(decoded) ?? [];
  return password !== '' && !isStandIn(password);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const HOLDS_COOKIE = /cookie|[ \t]-b/i;

const COOKIES =
  /\b(?:set-)?cookie["'`*_]{0,4}[ \t]{0,8}[:=][ \t]{0,8}["'`*_]{0,4}(?=[\w.-]{1,100}=)|[ \t](?:-b|--cookie)[ =]["']?(?=[\w.-]{1,100}=)/gi;
const COOKIE = /([\w.-]{1,100})=("?)([^\s;,"'`<>|]{1,4096})/g;

/** Known to say something of a visit, not to let anyone in. */
const NO_SESSION =
  /^(?:_g[aci]\w*|_gat\w*|_fbp|_hj\w*|amplitude\w*|ajs_\w*|optimizely\w*|expires|max-age|path|domain|samesite|version|priority|lang|locale|language|theme|tz|timezone|consent|cookieconsent\w*|country|currency|variant|experiment\w*)$/i;

function findCookies(text: string): Credential[] {
  if (!HOLDS_COOKIE.test(text)) return [];
  const found: Credential[] = [];
  let done = 0;
  for (const { 0: head, index } of text.matchAll(COOKIES)) {
    if (index < done) continue;
    const from = index + head.length;
    const line = /[^\n]{0,8000}/y;
    line.lastIndex = from;
    const cookies = line.exec(text)?.[0] ?? '';
    done = from + cookies.length;
    for (const match of cookies.matchAll(COOKIE)) {
      const [, name = '', quote = '', value = ''] = match;
      if (NO_SESSION.test(name) || isOrdinary(value) || !looksRandom(value)) continue;
      const start = from + match.index + name.length + 1 + quote.length;
      found.push({ start, end: start + value.length, what: 'The value of a cookie', name });
    }
  }
  return found;
}
