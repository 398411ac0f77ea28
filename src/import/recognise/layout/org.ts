// Lines of Org mode as Markdown has them: stars are headings, and a heading with a state is a thing to do.

export interface OrgLine {
  readonly words: string;
  /** Of a heading. */
  readonly level?: number;
}

const STARS = /^(\*{1,6})\s+(?:(TODO|NEXT|WAITING|DOING|DONE|CANCELLED)\s+)?(?:\[#[A-C]\]\s+)?(\S.*?)(?:\s+:[\w:@]+:)?\s*$/;
const KEYWORD = /^#\+(\w+):\s*(.*)$/;
/** Keywords that say something of the paper. */
const TOLD: Readonly<Record<string, string>> = { title: 'Title', author: 'Author', date: 'Date written', subtitle: 'Subtitle' };

/** Undefined where the line means the same in Markdown. */
export function orgLine(raw: string): OrgLine | undefined {
  const [, stars, state, words = ''] = STARS.exec(raw) ?? [];
  if (stars !== undefined)
    return state === undefined ? { words, level: stars.length } : { words: `- [${state === 'DONE' ? 'x' : ' '}] ${words}` };
  const [, name, value = ''] = KEYWORD.exec(raw) ?? [];
  if (name === undefined) return undefined;
  const label = TOLD[name.toLowerCase()];
  return { words: label === undefined ? '' : `${label}: ${value}` };
}
