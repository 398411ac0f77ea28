// Makes the log of another day of an excerpt: other identifiers, lines in another order, and lines of everything else that was going on between them.

/** The same numbers for the same seed, everywhere. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const NOISE = [
  'INFO  http GET /healthz 200 0ms ua=kube-probe/1.31',
  'INFO  scheduler job cleanup-sessions finished in 412 ms, removed 88 rows',
  'DEBUG cache get user:88120 hit ttl=299',
  'INFO  kafka consumer group=emails partition=4 offset=99120 lag=0',
  'WARN  deprecated flag --legacy-auth is still in use by client 7f9c2e1b',
  'INFO  grpc /inventory.v2.Stock/Reserve OK 3.1ms peer=10.8.0.14:55112',
  'DEBUG gc pause 12.4ms heap 812MB -> 640MB',
  'INFO  session 5f0c9e1d-77aa-4c1b-9b1e-0d6f2a4c8e11 opened from 198.51.100.23',
  'INFO  exported 4096 spans to otel-collector:4317',
  'WARN  slow render of template welcome.mjml took 301 ms',
  'INFO  feature flag dark-mode evaluated to true for 51.2% of visitors',
  'DEBUG tls session resumed, cipher TLS_AES_128_GCM_SHA256',
];
const LEVEL_OF_A_LINE = /^\s/;

/** `lines` of noise for every line of the excerpt; a line that is set in stays below the one before it. */
export function disguise(excerpt: string, random: (below: number) => number, lines: number): string {
  const blocks: string[] = [];
  for (const line of excerpt.split('\n')) {
    if (LEVEL_OF_A_LINE.test(line) && blocks.length > 0) blocks.push(`${blocks.pop()}\n${line}`);
    else blocks.push(line);
  }
  const own = blocks.length;
  for (let n = 0; n < own * lines; n++)
    blocks.push(`2027-07-0${1 + random(9)}T0${random(9)}:${10 + random(50)}:${10 + random(50)}Z ${NOISE[random(NOISE.length)]}`);
  for (let n = blocks.length - 1; n > 0; n--) {
    const other = random(n + 1);
    [blocks[n], blocks[other]] = [blocks[other] as string, blocks[n] as string];
  }
  return changeNumbers(blocks.join('\n'), random);
}

/** Digits within ids, addresses, times and counts become others; those of a code (`ERR_4012`, `0xe6`, `41`) and of a name (`x509`, `utf-8`) stay. */
function changeNumbers(text: string, random: (below: number) => number): string {
  return text.replace(/(?<![\p{L}_\d-])\d{3,}(?![\d\p{L}])/gu, (digits) => digits.replace(/\d/g, () => String(1 + random(9))));
}
