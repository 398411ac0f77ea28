// Where an imported text comes from.
import { field, fields, line } from './kit.ts';

export const source = fields({
  file: field(line(500), 'The file it was imported from.', 'wiki/checkout-errors.html'),
  system: field(line(60), 'The system whose export that was.', 'Opsgenie'),
  id: field(line(200), 'What that system calls it.', 'incident-3'),
  sha256: field(line(64), 'Of that file, when it was imported.', '0000000000000000000000000000000000000000000000000000000000000000'),
});
