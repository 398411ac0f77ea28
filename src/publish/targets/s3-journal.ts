// Which objects a publish that is under way may have touched: left behind by one that was broken off, it tells the next one what not to rely on.
import { z } from 'zod';
import { AppError } from '../../io/app-error.ts';
import { isPlainPath } from '../parse-manifest.ts';

/** Paths from the site's root. */
export type Journal = ReadonlySet<string>;

const schema = z.object({ generator: z.literal('hindsight'), touched: z.array(z.string().refine(isPlainPath)) });

export function writeJournal(touched: Journal): Uint8Array {
  return Buffer.from(JSON.stringify({ generator: 'hindsight', touched: [...touched].sort() }));
}

/** Throws for what is none: the files that it names are replaced and removed. */
export function readJournal(text: string): Journal {
  try {
    return new Set(schema.parse(JSON.parse(text)).touched);
  } catch (cause) {
    throw new AppError('foreign-target', 'What a publish before this one noted down is damaged. Nothing was changed.', {
      hint: 'Empty that place, and publish again.',
      cause,
    });
  }
}
