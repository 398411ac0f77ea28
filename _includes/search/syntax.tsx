// What a query may hold, shown with values of this archive.
import type { ComponentChildren } from 'preact';
import type { View } from '../ui/view.ts';
import type { SyntaxSample } from './search-page.tsx';

export interface SyntaxProps {
  readonly view: View;
  readonly sample: SyntaxSample;
}

export function Syntax({ view, sample }: SyntaxProps) {
  const gravest = view.config.severities.slice(0, 2).map(({ label }) => label);
  const year = sample.year ?? '2024';
  return (
    <dl class="syntax">
      <Item code={'"connection pool"'}>these words, in this order</Item>
      <Item code="-vendor">without this word</Item>
      <Item code={`service:${quoted(sample.service ?? 'payments')}`}>
        also <code>team:</code>, <code>tag:</code>, <code>cause:</code>, <code>owner:</code>
      </Item>
      <Item code="severity:<=2">{gravest.length > 0 ? gravest.join(' and ') : 'the two gravest'}</Item>
      <Item code={`before:${year}-06`}>
        and <code>after:</code>, by year, month or day; <code>year:{year}</code>
      </Item>
      <Item code="has:open-action">
        something is still promised; also <code>overdue</code>, <code>timeline</code>, <code>recurrence</code>
      </Item>
      <Item code="in:root-cause">only where the root cause says so</Item>
      <Item code="ERR_4012">identifiers, addresses, flags: as they are, without quotes</Item>
      <Item code="sort:date">newest first</Item>
    </dl>
  );
}

function Item({ code, children }: { readonly code: string; readonly children: ComponentChildren }) {
  return (
    <div class="syntax__item">
      <dt>
        <code>{code}</code>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}
