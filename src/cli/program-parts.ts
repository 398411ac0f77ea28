// What the declarations of commands have in common.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_EDITION, EDITION_NAMES } from '../core/model/edition.ts';
import type { Day } from '../core/model/timestamp.ts';
import { dayOf } from '../core/time/calendar.ts';

export function command(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpOption('-h, --help', 'show this help').allowExcessArguments(false);
}

export function day(text: string): Day {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  if (dayOf(year, month, date) !== text) throw new InvalidArgumentError('A day is written like 2026-11-22.');
  return text;
}

export function editionOption(): Option {
  return new Option('--edition <name>', 'for whom: what others must not read is left out and withheld')
    .choices(EDITION_NAMES)
    .default(DEFAULT_EDITION);
}
