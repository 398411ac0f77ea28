// The names of the bundled styles and scripts.
import type { BuildJob } from '../src/site/job.ts';

export default ({ bundled }: BuildJob) => bundled.assets;
