// Which key means what, apart from any page: `/` search, `?` keys, `j` and `k` through a list, `u` the zone of times.

export type Command = 'search' | 'keys' | 'next' | 'previous' | 'zone' | 'leave';

/** As much of a KeyboardEvent as decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
}

export interface Circumstances {
  /** The press went into something that takes text. */
  readonly isTyping: boolean;
  /** A dialog is open: its own keys alone count. */
  readonly isInDialog: boolean;
  /** The reader has not turned single keys off (WCAG 2.1.4). */
  readonly isOn: boolean;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['/', 'search'],
  ['?', 'keys'],
  ['j', 'next'],
  ['k', 'previous'],
  ['u', 'zone'],
]);

/** What a press asks for. Shift is not looked at: on many keyboards it is needed for `/` as it is for `?`. */
export function commandOf(press: KeyPress, { isTyping, isInDialog, isOn }: Circumstances): Command | undefined {
  if (press.defaultPrevented || press.isComposing || isInDialog) return undefined;
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (isTyping) return press.key === 'Escape' ? 'leave' : undefined;
  if (!isOn) return undefined;
  const command = COMMANDS.get(press.key);
  return press.repeat && command !== 'next' && command !== 'previous' ? undefined : command;
}
