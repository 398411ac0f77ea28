// Colours code by classes while the site is built: highlight.js with its common languages and those of operations.
import hljs from 'highlight.js/lib/common';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import http from 'highlight.js/lib/languages/http';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';

export interface Language {
  /** As highlight.js calls it; safe as a class. */
  readonly id: string;
  /** As readers see it. */
  readonly name: string;
}

/** Longer blocks stay plain: they are logs, and colouring them costs more than it shows. */
const LONGEST = 20_000;

const EXTRA = { dockerfile, http, nginx, powershell };
for (const [id, grammar] of Object.entries(EXTRA)) hljs.registerLanguage(id, grammar);

/** Where highlight.js has one name for several languages. */
const NAMES = new Map([
  ['bash', 'Shell'],
  ['sh', 'Shell'],
  ['html', 'HTML'],
  ['ini', 'INI'],
  ['toml', 'TOML'],
  ['svg', 'SVG'],
  ['xml', 'XML'],
]);

const LANGUAGES = byName();

/** The language an author named, by any of its usual names: `sh`, `yml`. */
export function languageOf(typed: string): Language | undefined {
  return LANGUAGES.get(typed.toLowerCase());
}

/** Escaped HTML with classes; nothing for a block that stays plain. */
export function highlight(source: string, language: Language): string | undefined {
  if (source.length > LONGEST || language.id === 'plaintext') return undefined;
  return hljs.highlight(source, { language: language.id, ignoreIllegals: true }).value;
}

function byName(): ReadonlyMap<string, Language> {
  const languages = new Map<string, Language>();
  for (const id of hljs.listLanguages()) {
    const definition = hljs.getLanguage(id);
    for (const typed of [id, ...(definition?.aliases ?? [])]) {
      languages.set(typed.toLowerCase(), { id, name: NAMES.get(typed) ?? definition?.name ?? id });
    }
  }
  return languages;
}
