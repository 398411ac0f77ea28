// What is compared of a draft to find out whether another document tells the same incident: nothing that was only guessed.
import { makeTelling, type Telling } from '../../core/tellings/telling.ts';
import type { Draft } from '../model.ts';

export function tellingOf({ fields, source }: Draft, title: string | undefined): Telling {
  return makeTelling(source.text, {
    title: fields.title?.value ?? title ?? '',
    started: sure(fields.started),
    resolved: sure(fields.resolved),
    impactPercent: sure(fields.impactPercent),
    services: fields.services?.value ?? [],
  });
}

function sure<T>(receipt: { readonly value: T; readonly sure: string } | undefined): T | undefined {
  return receipt === undefined || receipt.sure === 'guess' ? undefined : receipt.value;
}
