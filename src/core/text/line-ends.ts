// One kind of line end, so that nothing later has to know of the others.

/** Without byte order mark, and with line feeds alone: neither changes the line or column of anything. */
export function plainLines(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
}
