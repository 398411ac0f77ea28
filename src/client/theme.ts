// Runs in the head, before anything is drawn, so that no page flashes in the wrong theme or shows controls that are about to vanish.
import { paintTheme } from './paint-theme.ts';
import { recall } from './preferences.ts';

// From a folder, browsers run this script but no module: what the other one would bring to life stays hidden there.
if (location.protocol !== 'file:') document.documentElement.classList.add('has-script');
paintTheme(recall('theme'));
