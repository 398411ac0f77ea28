// robots.txt
import type { Cascade } from '../site/cascade.ts';
import { writeRobots } from '../site/feeds/robots.ts';

export const data = { permalink: '/robots.txt' };

export function render({ kb }: Cascade): string {
  return writeRobots(kb.config);
}
