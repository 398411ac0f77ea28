// Counts to the day they are read what pages say of late action items: they were written as of the day of the build.
import { countOf, sayCount } from '../core/text/count.ts';
import { dayNumber } from '../core/time/calendar.ts';
import { formatDay } from '../core/time/format.ts';
import { countLate } from '../core/tracker/late-days.ts';
import { sayAge, sayDue } from '../core/tracker/words.ts';
import { todayIn } from './tracker/today.ts';

/** `counted` says a day that lateness was counted to, and the zone of the site. A page of tomorrow, or of today, stays as it is. */
export function countToToday(counted: HTMLTimeElement): void {
  const today = todayIn(counted.dataset.countedTo ?? 'UTC');
  const days = dayNumber(today) - dayNumber(counted.dateTime);
  if (!(days > 0)) return;
  for (const due of document.querySelectorAll<HTMLElement>('.due:has(.due__date)')) showDue(due, today);
  for (const age of document.querySelectorAll<HTMLElement>('[data-age]')) age.textContent = sayAge(Number(age.dataset.age) + days);
  for (const count of document.querySelectorAll<HTMLElement>('[data-days]'))
    count.textContent = countOf(Number(count.dataset.days) + days, 'day');
  for (const count of document.querySelectorAll<HTMLElement>('[data-late]')) showCount(count, countLate(count.dataset.late ?? '', days));
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-counted-to]')) {
    time.dateTime = today;
    time.textContent = formatDay(today);
  }
  const foot = document.querySelector('[data-overdue-day]');
  if (foot) foot.textContent = 'Days overdue are counted to today.';
}

function showDue(element: HTMLElement, today: string): void {
  const words = element.querySelector('.due__words');
  const day = element.querySelector<HTMLTimeElement>('.due__date time')?.dateTime;
  if (!words || day === undefined) return;
  const { text, urgency } = sayDue(day, today);
  words.textContent = text;
  element.classList.remove('due--late', 'due--soon');
  if (urgency !== 'calm') element.classList.add(`due--${urgency}`);
}

/** What stands around a count is hidden, or quiet, as long as nothing is late. */
function showCount(element: HTMLElement, count: number): void {
  element.textContent = sayCount(count);
  const part = element.closest<HTMLElement>('[data-late-part]');
  if (!part || count === 0) return;
  part.hidden = false;
  part.classList.remove('quiet');
  if (part.dataset.latePart) part.classList.add(part.dataset.latePart);
}
