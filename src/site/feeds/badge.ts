// The state of a service as a picture for other pages. It brings its own paper, so that it reads on light and on dark ones, and no style, which
// the policy of a host could refuse.
import type { IndexEntry } from '../../core/model/archive.ts';
import type { Day } from '../../core/model/timestamp.ts';
import { countOf, sayCount } from '../../core/text/count.ts';
import { formatDay } from '../../core/time/format.ts';
import { element, textElement } from './xml.ts';

const HEIGHT = 24;
const PADDING = 8;
const NAME_AT_MOST = 32;
const INK = '#1b1d20';
const PAPER = '#fcfbf8';
const LINE = '#85878a';
const LATE = '#b0221b';

export function writeBadge(entry: IndexEntry, asOf: Day): string {
  const { name, openActions, overdueCount } = entry;
  const said = `${countOf(openActions.length, 'open action')}${overdueCount > 0 ? `, ${sayCount(overdueCount)} overdue` : ''}`;
  const rest = `${lastOf(entry)}, as of ${formatDay(asOf)}`;
  const parts = [
    { text: cut(name), fill: PAPER, ground: INK },
    { text: said, fill: overdueCount > 0 ? LATE : INK, ground: PAPER },
    { text: rest, fill: INK, ground: PAPER },
  ];
  const title = `${name}: ${said}; ${rest}`;
  let x = 0;
  const drawn = parts.map(({ text, fill, ground }) => {
    const width = widthOf(text);
    const at = { x: String(x), width: String(width + 2 * PADDING) };
    const place = { x: String(x + PADDING), y: '16', fill, textLength: String(width), lengthAdjust: 'spacingAndGlyphs' };
    x += width + 2 * PADDING;
    return element('rect', { ...at, y: '0', height: String(HEIGHT), fill: ground }) + element('text', place, textElement('tspan', text));
  });
  const frame = { x: '0.5', y: '0.5', width: String(x - 1), height: String(HEIGHT - 1), fill: 'none', stroke: LINE };
  const size = { width: String(x), height: String(HEIGHT), viewBox: `0 0 ${x} ${HEIGHT}` };
  const type = { 'font-family': 'system-ui, Segoe UI, Roboto, Helvetica, Arial, sans-serif', 'font-size': '12' };
  const inner = textElement('title', title) + drawn.join('') + element('rect', frame);
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img', 'aria-label': title, ...type }, inner)}\n`;
}

function lastOf({ incidents }: IndexEntry): string {
  const last = incidents.find(({ milestones }) => milestones.started !== undefined)?.milestones.started;
  if (last !== undefined) return `last incident ${formatDay(last)}`;
  return incidents.length === 0 ? 'no incident' : countOf(incidents.length, 'undated incident');
}

function cut(name: string): string {
  const characters = [...name];
  return characters.length <= NAME_AT_MOST ? name : `${characters.slice(0, NAME_AT_MOST - 1).join('')}\u2026`;
}

/** In pixels, about: the text is drawn to this length whatever the type. Letters of Chinese, Japanese and Korean are as wide as they are high. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) >= 0x1100 ? 12 : /[A-Z0-9MW]/.test(character) ? 7.2 : 6.2;
  return Math.ceil(width);
}
