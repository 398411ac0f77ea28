// What went well, what went wrong, where luck helped: three columns, an empty one said to be so.
import type { Lessons as LessonLists, RichText } from '../../src/core/model/incident.ts';
import { ReadyHtml } from '../ui/ready-html.tsx';

export function Lessons({ lessons }: { readonly lessons: LessonLists }) {
  return (
    <div class="lessons">
      <Column title="Went well" lessons={lessons.wentWell} />
      <Column title="Went wrong" lessons={lessons.wentWrong} />
      <Column title="Got lucky" lessons={lessons.gotLucky} />
    </div>
  );
}

function Column({ title, lessons }: { readonly title: string; readonly lessons: readonly RichText[] }) {
  return (
    <div class="lessons__column">
      <h3>{title}</h3>
      {lessons.length === 0 ? (
        <p class="lessons__none">Nothing recorded.</p>
      ) : (
        <ul class="lessons__list">
          {lessons.map((lesson) => (
            <ReadyHtml as="li" html={lesson.html} />
          ))}
        </ul>
      )}
    </div>
  );
}
