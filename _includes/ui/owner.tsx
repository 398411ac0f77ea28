// Who promised an action item: a person, else a team, else nobody, which is said.
import type { ActionItem } from '../../src/core/model/action-item.ts';
import type { Named, View } from './view.ts';

export interface OwnerProps {
  readonly item: ActionItem;
  readonly view: View;
}

export function Owner({ item, view }: OwnerProps) {
  if (item.owner !== undefined) return <OwnerLink to={view.owner(item.owner)} />;
  if (item.team !== undefined) return <OwnerLink to={view.team(item.team)} />;
  return <Unowned />;
}

export function Unowned() {
  return <span class="owner owner--none">No owner</span>;
}

export function OwnerLink({ to }: { readonly to: Named }) {
  if (to.href === undefined) return <span class="owner">{to.name}</span>;
  return (
    <a class="owner" href={to.href}>
      {to.name}
    </a>
  );
}
