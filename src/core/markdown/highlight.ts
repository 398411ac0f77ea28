// Colours code by classes while the site is built: highlight.js with a fixed set of languages.
import type { HLJSApi, LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import nginx from 'highlight.js/lib/languages/nginx';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

export interface Language {
  /** As highlight.js calls it; safe as a class. */
  readonly id: string;
  /** As readers see it. */
  readonly name: string;
}

/** Longer blocks stay plain: they are logs, and colouring them costs more than it shows. */
const LONGEST = 20_000;

const LANGUAGES: readonly (Language & { readonly grammar?: LanguageFn; readonly aliases?: readonly string[] })[] = [
  { id: 'bash', name: 'Shell', grammar: bash, aliases: ['sh', 'shell', 'zsh', 'console', 'shell-session'] },
  { id: 'c', name: 'C', grammar: c, aliases: ['h'] },
  { id: 'css', name: 'CSS', grammar: css },
  { id: 'diff', name: 'Diff', grammar: diff, aliases: ['patch'] },
  { id: 'dockerfile', name: 'Dockerfile', grammar: dockerfile, aliases: ['docker'] },
  { id: 'go', name: 'Go', grammar: go, aliases: ['golang'] },
  { id: 'http', name: 'HTTP', grammar: http },
  { id: 'ini', name: 'INI', grammar: ini, aliases: ['toml', 'conf', 'properties'] },
  { id: 'java', name: 'Java', grammar: java },
  { id: 'javascript', name: 'JavaScript', grammar: javascript, aliases: ['js', 'jsx', 'mjs'] },
  { id: 'json', name: 'JSON', grammar: json, aliases: ['jsonc', 'json5'] },
  { id: 'nginx', name: 'nginx', grammar: nginx },
  { id: 'php', name: 'PHP', grammar: php },
  { id: 'powershell', name: 'PowerShell', grammar: powershell, aliases: ['ps1', 'pwsh'] },
  { id: 'python', name: 'Python', grammar: python, aliases: ['py'] },
  { id: 'ruby', name: 'Ruby', grammar: ruby, aliases: ['rb'] },
  { id: 'rust', name: 'Rust', grammar: rust, aliases: ['rs'] },
  { id: 'sql', name: 'SQL', grammar: sql, aliases: ['postgres', 'postgresql', 'mysql', 'psql'] },
  { id: 'typescript', name: 'TypeScript', grammar: typescript, aliases: ['ts', 'tsx'] },
  { id: 'xml', name: 'XML', grammar: xml, aliases: ['html', 'svg'] },
  { id: 'yaml', name: 'YAML', grammar: yaml, aliases: ['yml'] },
  { id: 'text', name: 'Text', aliases: ['txt', 'plain', 'plaintext', 'log'] },
];

const BY_NAME = new Map(LANGUAGES.flatMap((language) => [language.id, ...(language.aliases ?? [])].map((name) => [name, language])));
const engine: HLJSApi = hljs.newInstance();
for (const { id, grammar } of LANGUAGES) if (grammar) engine.registerLanguage(id, grammar);

/** The language an author named, by any of its usual names. */
export function languageOf(typed: string): Language | undefined {
  return BY_NAME.get(typed.toLowerCase());
}

/** Escaped HTML with classes; nothing for a block that stays plain. */
export function highlight(source: string, language: Language): string | undefined {
  if (source.length > LONGEST || engine.getLanguage(language.id) === undefined) return undefined;
  return engine.highlight(source, { language: language.id, ignoreIllegals: true }).value;
}
