// What stands where a secret may stand: whether it is one, or only holds its place.

/** Words that say that something else belongs here, or was here. */
const STAND_INS = new Set(
  (
    'redacted masked hidden removed censored scrubbed omitted snip snipped elided withheld sanitized sanitised obfuscated anonymized anonymised deleted ' +
    'placeholder example sample dummy fake changeme changeit replaceme todo tbd fixme your yours foo bar foobar baz qux insert enter somepassword ' +
    'mypassword yourpassword mysecret yoursecret mytoken yourtoken thepassword supersecret xxx na'
  ).split(' '),
);

/** What is said of passwords and tokens in a sentence or a schema, and what no one has for a password. */
const ORDINARY = new Set(
  (
    'true false null none nil undefined empty blank unset missing absent unknown default required optional mandatory yes no on off enabled disabled ' +
    'string str text varchar char bool boolean int integer number float object any bytes byte array list map date datetime timestamp uuid secret password ' +
    'passwd pwd passphrase token tokens key keys credential credentials apikey secrets passwords user username login admin field value values file files ' +
    'env variable input output prompt plaintext plain encrypted hashed hash salted encoded base64 stored saved rotated rotation rotate changed change ' +
    'unchanged reset resets expired expires expiry expiring expiration invalid valid wrong incorrect correct refused rejected denied accepted revoked ' +
    'leaked exposed compromised stolen shared public private reused unused used lost found found forgotten known set given sent shown visible printed ' +
    'logged logging copied pasted posted committed checked updated renewed replaced created issued cached stale old new same different weak strong ' +
    'short long too must should may can cannot not never only also and or but the a an in is was are were with without from for by of to at as ' +
    'manager policy policies rules rule length management authentication auth authorization login signin sso oauth oidc saml ldap vault keychain ' +
    'ok okay error errors failed failure failing fails fail success timeout missing pending active inactive done open closed broken fixed mended ' +
    'see below above here there this that these those it its our we they everyone nobody again twice once first last next previous current'
  ).split(' '),
);

/** Units, versions, algorithms: letters and digits, and no secret. */
const TECHNICAL =
  /^(?:base(?:32|58|64)|sha-?\d+|md5|utf-?\d+|oauth-?2(?:\.\d)?|argon2(?:id|i|d)?|pbkdf2|bcrypt|scrypt|ed25519|ecdsa|x509|p256|[rhep]s(?:256|384|512)|aes-?\d+|rsa-?\d+|h(?:ttp)?[123]|ipv[46]|k8s|s3|ec2|i18n|tls1?\d?|mfa|2fa|v\d+(?:\.\d+)*(?:-[a-z]+\d*)?|rfc\d+|q[1-4]|p[0-5]|sev-?\d|[a-z]{1,10}-\d{1,6}|\d+(?:\.\d+)?(?:%|ms|s|sec|secs|seconds|m|min|mins|minutes|h|hr|hrs|hours|d|days?|w|weeks?|months?|y|years?|k|kb|mb|gb|kib|mib|gib|bits?|bytes?|b|chars?|characters?|x|st|nd|rd|th|rps|qps))$/i;

const MOMENT = /^\d{4}-\d\d(?:-\d\d)?(?:$|[T ]\d)|^\d{1,2}[:.]\d\d|^\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/** A value that is taken from elsewhere when the program runs: variables, templates, calls, references to a store of secrets. */
const TAKEN_FROM =
  /^[$%<{[(@#]|^:[A-Za-z_]\w*$|\$\{|\{\{|\$\(|<[a-z][\w -]*>|^%?[A-Z_]+%$|^[\w.]{1,80}[([]|^(?:process\.env|os\.environ|env|var|vars|secrets|config|settings|self|this|data|local|module|vault|op|arn|ssm|kms|enc|file|gcp|aws|azure|projects|secretsmanager|keyvault)[.:/[]|^ENC[[(]|^!(?:vault|ref|sub|env|secret)\b/i;

/** `config.database.password`, `user_password`, `accessToken`: the name of a variable. */
const DOTTED_NAME = /^[A-Za-z_$][A-Za-z_$]*(?:(?:\.|::|->)[A-Za-z_$][A-Za-z_$]*)+;?$/;
const NAME_OF_A_SECRET = /^[A-Za-z_$][\w$-]*$/;
const SECRET_WORD = /pass(?:word|wd|phrase|code)|pwd|secret|token|api[_-]?key|access[_-]?key|credential/i;

const PATH =
  /^(?:~|\.{0,2})\/(?:[a-z._-]+\/?|[A-Za-z0-9._-]+\/[A-Za-z0-9._/-]*)$|^[A-Za-z]:\\|^https?:|\.(?:pem|key|crt|cer|json|ya?ml|toml|txt|env|p12|pfx|jks|ts|js|py|go|java|rb|md|sh|log|conf|ini|gpg|csv)$/i;

/** Whether it stands for a secret that is not there. */
export function isStandIn(value: string): boolean {
  if (/^(.)\1*$/u.test(value) || /^[*x•●·.\-_?#…█]+$/iu.test(value)) return true;
  if (/(?:\.{3}|…)/.test(value) || /[*•●█]{3}|x{4}/i.test(value)) return true;
  if (/EXAMPLE|redacted/i.test(value) && /EXAMPLE(?:KEY)?$|redacted/i.test(value)) return true;
  return segmentsOf(value).some((segment) => STAND_INS.has(segment)) || (value.length < 24 && /change[-_]?(?:me|it)/i.test(value));
}

/** Whether it is a word, a moment, a path, a name: anything but a secret. */
export function isOrdinary(value: string): boolean {
  const plain = value.toLowerCase();
  return (
    isStandIn(value) ||
    ORDINARY.has(plain) ||
    TECHNICAL.test(value) ||
    MOMENT.test(value) ||
    TAKEN_FROM.test(value) ||
    DOTTED_NAME.test(value) ||
    PATH.test(value) ||
    (NAME_OF_A_SECRET.test(value) && SECRET_WORD.test(value) && !/\d.*[a-z].*\d|\d{3}/i.test(value)) ||
    segmentsOf(value).every((segment) => ORDINARY.has(segment) || TECHNICAL.test(segment))
  );
}

/** Letters with digits or signs among them: no word of a language. */
export function isMixed(value: string): boolean {
  return /\p{L}/u.test(value) && /[\d!@#$%^&*+=?~]/.test(value);
}

/** As programs make secrets: long, and with letters and digits in one piece of it or with letters of both cases. */
export function looksRandom(value: string): boolean {
  if (value.length < 8) return false;
  const pieces = value.split(/[-_.:/@ ]+/).filter((piece) => piece !== '' && !TECHNICAL.test(piece));
  const isPiece = (piece: string): boolean => piece.length >= 4 && /[a-z]/i.test(piece) && /\d/.test(piece);
  if (pieces.some(isPiece) || /[+/=].*\d|\d.*[+/=]/.test(value)) return true;
  return pieces.some((piece) => piece.length >= 20 && /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(piece) && !isCamel(piece));
}

/** Words put together, each with a capital: `rotateSigningKeysNightly`. */
function isCamel(piece: string): boolean {
  const words = piece.split(/(?=[A-Z])/);
  return words.length <= piece.length / 4;
}

function segmentsOf(value: string): string[] {
  return value
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((segment) => segment !== '');
}
