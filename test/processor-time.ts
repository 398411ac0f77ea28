// The clock of tests that hold a reader of hostile text to a limit: it stands still while the machine is busy with something else.

/** Milliseconds of processor time this process has used, all its threads together. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
