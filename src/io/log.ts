// The only module that writes to the terminal: results on standard output, everything said along the way on standard error.

/** A reader that has seen enough (`hindsight check | head -1`) is no reason to fail; a full disk under `> report.txt` is. */
export function guardOutput(onFailure: (error: Error) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') onFailure(error);
    });
  }
}

/** What the command was run for. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What a person may want to know besides. */
export function note(text: string): void {
  clearProgress();
  process.stderr.write(`${text}\n`);
}

/** One line that the next one overwrites; only where somebody watches. */
export function progress(text: string): void {
  if (!process.stderr.isTTY) return;
  const width = (process.stderr.columns ?? 80) - 1;
  process.stderr.write(`\r\u001b[K${text.slice(0, width)}`);
}

export function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

/** Columns of the terminal that results are shown in; undefined where they go into a file or another program. */
export function terminalWidth(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}

/** Whether colours would be seen and are wanted (https://no-color.org). */
export function wantsColor(stream: 'stdout' | 'stderr'): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return Boolean(process[stream].isTTY) && TERM !== 'dumb';
}
