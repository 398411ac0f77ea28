// What a reader chose on this site, remembered by the browser where it lets us; a browser that refuses costs the memory, nothing else.

const PREFIX = 'hindsight.';

/** Each choice with its values; the first is in force until the reader chooses. */
const CHOICES = {
  theme: ['auto', 'light', 'dark'],
  zone: ['own', 'utc', 'mine'],
  shortcuts: ['on', 'off'],
} as const;

export type ChoiceName = keyof typeof CHOICES;
export type ChoiceOf<N extends ChoiceName> = (typeof CHOICES)[N][number];

/** What was chosen on an earlier page, or the default. */
export function recall<N extends ChoiceName>(name: N): ChoiceOf<N> {
  return toChoice(name, readItem(PREFIX + name));
}

export function remember<N extends ChoiceName>(name: N, value: ChoiceOf<N>): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Storage is full or denied: the choice holds for this page.
  }
}

/** Any text as one of the choice's values: old versions and curious people leave others behind. */
export function toChoice<N extends ChoiceName>(name: N, text: string | null): ChoiceOf<N> {
  const values: readonly ChoiceOf<N>[] = CHOICES[name];
  return values.find((value) => value === text) ?? CHOICES[name][0];
}

/** The one after this, and from the last to the first. */
export function nextChoice<N extends ChoiceName>(name: N, value: ChoiceOf<N>): ChoiceOf<N> {
  const values: readonly ChoiceOf<N>[] = CHOICES[name];
  return toChoice(name, values[values.indexOf(value) + 1] ?? null);
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
