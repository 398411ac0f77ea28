// Whether a text holds anything withheld, in whatever encoding.
import { type Finder, makeFinder, WIDEST_GAP } from '../withheld/find.ts';
import { makePattern, type Withheld } from '../withheld/pattern.ts';
import { viewsOf } from './views.ts';

/** A withheld string, found. */
export interface Leak {
  /** In the list of what is withheld. */
  readonly secret: number;
  /** Of the text, in UTF-16 units. */
  readonly at: number;
}

export interface Prover {
  /** Of each secret the first place. */
  text(text: string): Leak[];
  /** Strings that are names or words by themselves. */
  strings(strings: Iterable<string>): Leak[];
  /** What is no text: only strings that chance does not write. */
  binary(bytes: Uint8Array): Leak[];
}

/** Digests are written by no author: their letters may spell anything. */
const DIGEST = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** In bytes of an image, four letters in a row are chance. */
const TELLING = 7;

export interface ProverOptions {
  /** Hashes that names of files consist of. */
  readonly hashes: ReadonlySet<string>;
}

export function makeProver(secrets: readonly Withheld[], { hashes }: ProverOptions): Prover {
  const numbers = secrets.flatMap((secret, number) => (secret.isUnproven ? [] : [number]));
  const proven = numbers.map((number) => secrets[number] as Withheld);
  const finder = makeFinder(proven);
  const telling = makeFinder(proven.filter((secret, number) => (makePattern(secret, number)?.letters.length ?? 0) >= TELLING));
  const tellingNumbers = numbers.filter((_, index) => (makePattern(proven[index] as Withheld, index)?.letters.length ?? 0) >= TELLING);
  const isHash = (text: string, start: number, end: number): boolean => {
    const run = runAround(text, start, end);
    return DIGEST.test(run) || hashes.has(run) || run.split('-').some((part) => hashes.has(part) && part.length >= end - start);
  };
  const look = (by: { readonly finder: Finder; readonly numbers: readonly number[] }, text: string, views: Iterable<ViewLike>): Leak[] => {
    const found = new Map<number, Leak>();
    for (const view of views) {
      for (const { pattern, start, end } of by.finder.find(view.text)) {
        const secret = by.numbers[pattern.number] as number;
        if (!found.has(secret) && !isHash(view.text, start, end))
          found.set(secret, { secret, at: Math.min(view.place(start), text.length) });
      }
    }
    return [...found.values()];
  };
  const all = { finder, numbers };
  return {
    text: (text) => look(all, text, viewsOf(text)),
    strings: (strings) => {
      // Farther from each other than words of one string may be.
      const text = [...strings].join('\n'.repeat(WIDEST_GAP + 1));
      return look(all, text, [{ text, place: (at) => at }]);
    },
    binary: (bytes) => {
      const text = latin1(bytes);
      return look({ finder: telling, numbers: tellingNumbers }, text, [{ text, place: (at) => at }]);
    },
  };
}

interface ViewLike {
  readonly text: string;
  place(at: number): number;
}

function runAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from > 0 && start - from < 80 && /[\w-]/.test(text[from - 1] as string)) from--;
  while (to < text.length && to - end < 80 && /[\w-]/.test(text[to] as string)) to++;
  return text.slice(from, to);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
