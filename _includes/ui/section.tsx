// A stretch of a page: its head in the rail, its matter in the column.
import type { ComponentChildren } from 'preact';

export interface SectionProps {
  /** Id of the head, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What stands under the head: a count, a link to everything. Paragraphs. */
  readonly notes?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Section({ id, title, notes, children }: SectionProps) {
  return (
    <section class="section split" aria-labelledby={id}>
      <div class="section__head">
        <h2 id={id}>{title}</h2>
        {notes}
      </div>
      <div class="section__body">{children}</div>
    </section>
  );
}
