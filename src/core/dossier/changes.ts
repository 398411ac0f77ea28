// Which incidents a change set off, told by their trigger alone: a link to a change may as well be to the one that mended it.
import type { Incident } from '../model/incident.ts';
import { slugify } from '../text/slug.ts';

/**
 * One of these in a trigger makes it a change that somebody made: `deploy`, `config-push`, `schema migration`, `mise à jour`. As slugs, by the language they
 * are of; each also with the ending of more than one.
 */
const CHANGES = {
  en: 'change config configuration deploy deployed deployment flag infrastructure maintenance migration patch push release released rollback rollout toggle update upgrade',
  es: 'actualización actualizaciones actualizacion cambio configuración configuraciones configuracion despliegue infraestructura lanzamiento mantenimiento migración migraciones migracion parche reversión',
  fr: 'bascule changement correctif déploiement deploiement livraison mise-à-jour mise-a-jour mise-en-production mise-en-service modification retour-arrière',
  de: 'aktualisierung änderung aenderung auslieferung bereitstellung deployment einspielung konfiguration umstellung wartung',
} as const;

const PHRASES: ReadonlySet<string> = new Set(
  Object.values(CHANGES).flatMap((list) => list.split(' ').flatMap((word) => [word, ...['s', 'es', 'en'].map((ending) => word + ending)])),
);
const LONGEST = Math.max(...[...PHRASES].map((phrase) => phrase.split('-').length));
/** German puts the kind of change at the end of one word: `Konfigurationsänderung`, `Schemamigration`; but an `Erwartung` is none. */
const LAST_PARTS =
  /(?:aktualisierung|(?<!ver)änderung|(?<!ver)aenderung|auslieferung|bereitstellung|migration|umstellung|(?<!er)wartung|update|upgrade|rollout)(?:en|s)?$/;

export function isChange(trigger: string | undefined): boolean {
  if (trigger === undefined) return false;
  const words = slugify(trigger).split('-');
  return words.some((word, at) => LAST_PARTS.test(word) || phrasesFrom(words, at).some((phrase) => PHRASES.has(phrase)));
}

function phrasesFrom(words: readonly string[], at: number): string[] {
  return Array.from({ length: LONGEST }, (_, more) => words.slice(at, at + more + 1).join('-'));
}

export function wasSetOffByChange({ trigger }: Pick<Incident, 'trigger'>): boolean {
  return isChange(trigger);
}
