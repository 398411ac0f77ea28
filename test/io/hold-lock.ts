// A program that takes a lock, says so, and keeps it until it is stopped.
import { AppError } from '../../src/io/app-error.ts';
import { takeLock } from '../../src/io/lock.ts';

const [path = ''] = process.argv.slice(2);
try {
  await takeLock(path);
  process.stdout.write('held\n');
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : String(error)}\n`);
}
