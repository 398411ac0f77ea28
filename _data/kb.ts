// The archive, for every page.
import { opaque } from '../src/site/cascade.ts';
import type { BuildJob } from '../src/site/job.ts';

export default ({ loaded }: BuildJob) => opaque(loaded.archive);
