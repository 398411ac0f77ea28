// A program that reads an archive as a user without special rights and prints what it got.
import { readArchive } from '../../src/io/read-archive.ts';

const NOBODY = 65534;

const [folder = ''] = process.argv.slice(2);
if (process.getuid?.() === 0) process.setuid?.(NOBODY);
process.stdout.write(JSON.stringify(readArchive(folder)));
