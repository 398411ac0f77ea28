// What of a log line is masked, and what stays: the same error has the same shape, another error has another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf, shapePieces } from '../../../src/core/resemblance/shapes.ts';
import { inTime } from '../../processor-time.ts';

test.each([
  ['ERR_4012 at 10.1.2.3', 'err_4012 at <ip>'],
  ['ERR_4012 at 10.9.9.9:8080', 'err_4012 at <ip>'],
  ['ORA-00060: deadlock detected', 'ora-00060 deadlock detected'],
  ['E11000 duplicate key', 'e11000 duplicate key'],
  ['HTTP 503 after 1234ms', 'http 503 after <n>'],
  ['exit code 137', 'exit code 137'],
  ['reading 137 rows', 'reading <n> rows'],
  ['pq: duplicate key (SQLSTATE 23505)', 'pq duplicate key sqlstate 23505'],
  ['Nov 20 14:02:33 db-3 postgres[1234]: FATAL: no more slots', '<time> db-<n> postgres <n> fatal no more slots'],
  ['2026-11-20T14:02:33.120Z refused', '<time> refused'],
  ['2026-11-20 14:02:33,120 refused', '<time> refused'],
  ['checkout-7d9f8b6c5-x2x9k OOMKilled', 'checkout-<id> oomkilled'],
  ['GET https://pay.example.com/a?b=c refused', 'get <url> refused'],
  ['open /var/lib/x.db: no such file', 'open <path> no such file'],
  ['lookup db-3.prod.example.com: no such host', 'lookup <host> no such host'],
  ['at com.acme.pay.Charge.run(Charge.java:42)', 'at com.acme.pay.charge.run charge.java:<n>'],
  ['trace 4bf92f3577b34da6a3ce929d0e0e4736 lost', 'trace <hash> lost'],
  ['id 6f1c7a52-3b0a-4c1e-9b43-0d7a3f1c2b4d lost', 'id <uuid> lost'],
  ['dial tcp [fe80::1]:53: i/o timeout', 'dial tcp <ip> :<n> i/o timeout'],
  ['x509: certificate has expired', 'x509 certificate has expired'],
  ['sha256 of shard0042 on worker-17', 'sha256 of shard<n> on worker-<n>'],
  ['12 345 67', ''],
  ['', ''],
])('%s', (line, shape) => {
  expect(shapeOf(line)).toBe(shape);
});

test('error codes that differ are not one shape', () => {
  expect(shapeOf('ERR_4012 at 10.1.2.3')).not.toBe(shapeOf('ERR_4013 at 10.1.2.3'));
  expect(shapeOf('HTTP 503 from upstream')).not.toBe(shapeOf('HTTP 429 from upstream'));
});

test('another address, number, or moment leaves the shape as it was', () => {
  const octet = fc.nat(255);
  const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
  const moment = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const line = (at: string, from: string, count: number, id: string): string => `${at} pool "main" of ${from} took ${count} of ${id}`;
  fc.assert(
    fc.property(moment, address, fc.nat(), fc.uuid(), (at, from, count, id) => {
      expect(shapeOf(line(at, from, count, id))).toBe('<time> pool main of <ip> took <n> of <uuid>');
    }),
  );
});

test('pieces lie in the line, in order, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (line) => {
      let end = 0;
      for (const piece of shapePieces(line)) {
        expect(piece.start).toBeGreaterThanOrEqual(end);
        expect(piece.end).toBeGreaterThan(piece.start);
        end = piece.end;
      }
      expect(end).toBeLessThanOrEqual(line.length);
    }),
  );
});

test('lines made to take long', async () => {
  await inTime(2000, () => {
    for (const unit of ['a', '1', 'a1', '-', ':', '.', 'f0:', '1,', '/', 'a-', '0x', 'A_', '@a', ' ', '\u{1f600}']) {
      shapePieces(unit.repeat(200_000));
      for (let n = 0; n < 200; n++) shapeOf(unit.repeat(400));
    }
  });
});
