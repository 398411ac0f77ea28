// llms.txt
import type { Cascade } from '../site/cascade.ts';
import { writeLlms } from '../site/feeds/llms.ts';

export const data = { permalink: '/llms.txt' };

export function render({ kb }: Cascade): string {
  return writeLlms(kb);
}
