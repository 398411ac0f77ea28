// What stands in the place of what is withheld.
import type { Finder } from '../withheld/find.ts';
import type { Pattern } from '../withheld/pattern.ts';
import type { Replacer } from '../withheld/replace.ts';
import { replaceWithheld } from '../withheld/replace.ts';
import type { Secrets } from './secrets.ts';

export interface Wording {
  replace(text: string): string;
  /** Which strings have which numbers so far. */
  numbers(): readonly (readonly [secret: number, token: number])[];
}

/**
 * One string is the same token everywhere: `redacted-1` is safe in Markdown, YAML, addresses and names of files alike. Numbers are given in the order
 * in which strings are first met, so that those nobody meets leave no gap.
 */
export function makeWording({ list, roles }: Secrets, finder: Finder): Wording {
  const numbers = new Map<number, number>();
  const say = ({ kind, number, text }: Pattern, isName: boolean): string => {
    if (kind === 'string') {
      if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
      return `redacted-${numbers.get(number)}`;
    }
    const isPerson = kind === 'person' || (kind === 'id' && text.startsWith('@'));
    if (isName) return isPerson ? 'redacted-name' : 'redacted-incident';
    return isPerson ? (roles?.roleOf(wholeName(text, list)) ?? 'responder') : 'another incident';
  };
  const replacer: Replacer = { finder, say };
  return { replace: (text) => replaceWithheld(text, replacer), numbers: () => [...numbers] };
}

/** `Ana` is whoever of the names begins or ends so, where that is one. */
function wholeName(text: string, list: Secrets['list']): string {
  if (text.startsWith('@')) return text.slice(1);
  if (/\s/.test(text)) return text;
  const isPart = (name: string): boolean => /\s/.test(name) && name.split(/\s+/).some((part) => isSameWord(part, text));
  const whole = list.filter((item) => item.kind === 'person' && isPart(item.text));
  return whole.length === 1 ? (whole[0]?.text ?? text) : text;
}

/** `SILVA` is Silva. */
function isSameWord(part: string, text: string): boolean {
  return part === text || part.toUpperCase() === text;
}
