// Lists the licence of every package that a bill of materials names, by licence: `node .ci/licences.mjs FILE`.
import { readFileSync } from 'node:fs';

const { components } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const sayLicence = ({ licenses = [] }) =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name).join(' AND ');
const lines = components.map((component) => {
  const licence = sayLicence(component) || '(none stated)';
  return `${licence.padEnd(24)} ${component.name}@${component.version}`;
});
console.log(lines.sort().join('\n'));
