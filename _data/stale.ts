// Incidents whose page has to be written: all of them, but for a rebuild while serving.
import { opaque } from '../src/site/cascade.ts';
import type { BuildJob } from '../src/site/job.ts';

export default ({ stale }: BuildJob) => stale.map(opaque);
