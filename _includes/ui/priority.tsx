// How urgent an action item is, as its author labelled it.
export interface PriorityProps {
  readonly priority: string | undefined;
}

export function Priority({ priority }: PriorityProps) {
  return priority === undefined ? <span class="priority priority--none">none</span> : <span class="priority">{priority}</span>;
}
