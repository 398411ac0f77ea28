// Runs in the head, before anything is drawn, so that no page flashes in the wrong theme or shows controls that are about to vanish.
import { paintTheme } from './paint-theme.ts';
import { recall } from './preferences.ts';

document.documentElement.classList.add('has-script');
paintTheme(recall('theme'));
