// What a list can be narrowed by. Written as links to pages of their own; the script turns them into boxes to tick.
import type { ComponentChildren } from 'preact';
import type { FacetGroup, FacetOption } from '../../src/core/rows/facet-groups.ts';
import { sayCount } from '../../src/core/text/count.ts';
import { Severity } from '../ui/severity.tsx';
import type { View } from '../ui/view.ts';

export interface FacetFoldProps {
  readonly groups: readonly FacetGroup[];
  readonly view: View;
  /** What narrows the list besides. */
  readonly children?: ComponentChildren;
}

export function FacetFold({ groups, view, children }: FacetFoldProps) {
  return (
    <details class="facets">
      <summary class="facets__toggle">
        Filters <span class="quiet" data-facets-used="" />
      </summary>
      {groups.map((group) => (
        <Group key={group.facet} group={group} view={view} />
      ))}
      {children}
    </details>
  );
}

/** Beside the fold, not in it: on a narrow screen it is the way to search the list. */
export function TextFilter({ placeholder }: { readonly placeholder: string }) {
  return (
    <search class="facets__group needs-script">
      <label class="facets__legend" for="q">
        Text
      </label>
      <input
        class="facets__text"
        id="q"
        name="q"
        type="search"
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        autocapitalize="none"
      />
    </search>
  );
}

function Group({ group, view }: { readonly group: FacetGroup; readonly view: View }) {
  return (
    <fieldset class="facets__group" data-facet={group.facet}>
      <legend class="facets__legend">{group.title}</legend>
      <ul class="facets__list">
        {group.options.map((option) => (
          <li key={option.value} data-value={option.value}>
            <span class="facets__option">
              <OptionName option={option} isSeverity={group.facet === 'severity'} view={view} />
              <span class="facets__count">{sayCount(option.count)}</span>
            </span>
          </li>
        ))}
      </ul>
      {group.more > 0 && group.path !== undefined && (
        <a class="facets__more" href={view.root + group.path}>
          {sayCount(group.more)} more
        </a>
      )}
    </fieldset>
  );
}

interface OptionNameProps {
  readonly option: FacetOption;
  readonly isSeverity: boolean;
  readonly view: View;
}

function OptionName({ option, isSeverity, view }: OptionNameProps) {
  const name = isSeverity ? <Severity level={view.severity(option.value)} /> : option.name;
  if (option.path === undefined) return <span class="facets__name">{name}</span>;
  return (
    <a class="facets__name" href={view.root + option.path}>
      {name}
    </a>
  );
}
