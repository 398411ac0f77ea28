// What the command's exit code tells a script.

export const EXIT = {
  ok: 0,
  /** The archive has errors. */
  problems: 1,
  /** The command line has to change. */
  usage: 2,
  /** The machine has to change: a full disk, a folder without permission, a port in use. */
  environment: 3,
} as const;
