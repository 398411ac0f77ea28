// Light, dark, or as the system has it: one attribute, which the style sheet reads.
import type { ChoiceOf } from './preferences.ts';

export function paintTheme(theme: ChoiceOf<'theme'>): void {
  const page = document.documentElement;
  if (theme === 'auto') delete page.dataset.theme;
  else page.dataset.theme = theme;
}
