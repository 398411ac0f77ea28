// Reads OpenMetrics 1.0 as strictly as its ABNF asks, and holds it to the rules that stand in words beside it:
// https://prometheus.io/docs/specs/om/open_metrics_spec/#abnf. Only what a file of gauges may hold: no time stamps, no exemplars.

interface MetricFamily {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly help: string;
  readonly samples: { readonly labels: Readonly<Record<string, string>>; readonly value: number }[];
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL_NAME = '[a-zA-Z_][a-zA-Z0-9_]*';
/** escaped-string: no line feed, quotation mark or backslash but behind a backslash. */
const ESCAPED = '(?:[^\\n"\\\\]|\\\\[^\\n])*';
const LABEL = `${LABEL_NAME}="${ESCAPED}"`;
const NUMBER = '[-+]?(?:[0-9]+(?:\\.[0-9]*)?(?:e[-+]?[0-9]+)?|\\.[0-9]+(?:e[-+]?[0-9]+)?|inf(?:inity)?)|nan';

const DESCRIPTOR = new RegExp(`^# (TYPE|UNIT|HELP) (${NAME}) (.*)$`, 'u');
const SAMPLE = new RegExp(`^(${NAME})(?:\\{((?:${LABEL})(?:,${LABEL})*)?\\})? (${NUMBER})$`, 'iu');
const ONE_LABEL = new RegExp(`(${LABEL_NAME})="(${ESCAPED})"`, 'gu');

/** Throws at the first thing that the format does not allow. */
export function readOpenMetrics(text: string): MetricFamily[] {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.pop() !== '# EOF') throw new Error('does not end with "# EOF" and a line feed');
  const families: { -readonly [K in keyof MetricFamily]: MetricFamily[K] }[] = [];
  for (const line of lines) {
    const [, keyword, described = '', value = ''] = DESCRIPTOR.exec(line) ?? [];
    if (keyword !== undefined) {
      let family = families.at(-1);
      if (family?.name !== described) {
        if (families.some(({ name }) => name === described)) throw new Error(`${described} is interleaved with another family`);
        family = { name: described, type: '', unit: '', help: '', samples: [] };
        families.push(family);
      }
      describe(family, keyword, value);
      continue;
    }
    const [, name = '', labels = '', number = ''] = SAMPLE.exec(line) ?? [];
    const family = families.at(-1);
    if (name === '' || family === undefined || name !== family.name) throw new Error(`not a sample of ${family?.name}: ${line}`);
    family.samples.push({ labels: readLabels(labels), value: Number(number) });
  }
  for (const family of families) checkFamily(family);
  return families;
}

function describe(family: { type: string; unit: string; help: string; readonly samples: unknown[] }, keyword: string, value: string): void {
  const key = keyword.toLowerCase() as 'type' | 'unit' | 'help';
  if (family[key] !== '') throw new Error(`${keyword} twice`);
  if (family.samples.length > 0) throw new Error(`${keyword} after samples`);
  if (key === 'help' && !new RegExp(`^${ESCAPED}$`, 'u').test(value)) throw new Error(`not an escaped string: ${value}`);
  family[key] = value;
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ONE_LABEL)) {
    if (Object.hasOwn(labels, name)) throw new Error(`label ${name} twice`);
    labels[name] = value.replace(/\\(.)/gu, (_, character: string) => (character === 'n' ? '\n' : character));
  }
  return labels;
}

function checkFamily({ name, type, unit, samples }: MetricFamily): void {
  if (type !== 'gauge') throw new Error(`${name} is of type "${type}"`);
  if (unit !== '' && !name.endsWith(`_${unit}`)) throw new Error(`${name} does not end in its unit`);
  if (/_(?:total|created|count|sum|bucket|info)$/.test(name)) throw new Error(`${name} ends like another type`);
  const seen = new Set(samples.map(({ labels }) => JSON.stringify(Object.entries(labels).sort())));
  if (seen.size !== samples.length) throw new Error(`${name} has two samples with the same labels`);
}
