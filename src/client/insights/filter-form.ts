// The form above the insights: what is picked in it, and how it shows what the URL asks for.
import type { InsightsFilter } from '../../core/insights/select.ts';
import { readInsightsState } from '../../core/insights/state.ts';

export interface FilterForm {
  show(filter: InsightsFilter): void;
  /** What was picked before the script ran; a form is written with nothing picked. */
  readEarly(): InsightsFilter;
  /** Called with what the reader picked. */
  onChange(changed: (filter: InsightsFilter) => void): void;
}

export function openFilterForm(form: HTMLElement): FilterForm {
  const period = form.querySelector<HTMLSelectElement>('select[name="period"]');
  const days = (['from', 'to'] as const).map((name) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`));
  const severities = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];

  const takeUpPeriod = (): void => {
    if (!period || period.value === 'own') return;
    const [from = '', to = ''] = period.value.split(' ');
    days.forEach((input, index) => {
      if (input) input.value = index === 0 ? from : to;
    });
  };
  const read = (): InsightsFilter => {
    const parameters = new URLSearchParams();
    for (const input of days) if (input?.value) parameters.set(input.name, input.value);
    for (const input of severities) if (input.checked) parameters.append('severity', input.value);
    return readInsightsState(parameters.toString());
  };

  return {
    show({ from = '', to = '', severities: chosen }) {
      const [first, last] = days;
      // A day that is being typed is left alone until it is one.
      if (first && first.value !== from) first.value = from;
      if (last && last.value !== to) last.value = to;
      for (const input of severities) input.checked = chosen.includes(input.value);
      if (period) showPeriod(period, from, to);
    },
    readEarly() {
      if (period?.value) takeUpPeriod();
      return read();
    },
    onChange(changed) {
      form.addEventListener('change', ({ target }) => {
        if (target === period) takeUpPeriod();
        changed(read());
      });
    },
  };
}

/** Days that no entry of the list stands for are the reader's own. */
function showPeriod(period: HTMLSelectElement, from: string, to: string): void {
  const wanted = from === '' && to === '' ? '' : `${from} ${to}`;
  const isListed = [...period.options].some(({ value }) => value === wanted);
  const own = [...period.options].find(({ value }) => value === 'own');
  if (own) own.hidden = isListed;
  period.value = isListed ? wanted : 'own';
}
