// What pages may say about the build.
import type { BuildJob } from '../src/site/job.ts';

export default ({ build }: BuildJob) => build;
