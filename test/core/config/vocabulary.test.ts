// What names in files stand for.
import { describe, expect, test } from 'vitest';
import { readSiteConfig } from '../../../src/core/config/read.ts';
import { makeResolver } from '../../../src/core/config/vocabulary.ts';

const { config, diagnostics } = readSiteConfig({
  path: 'site.yaml',
  text: `
services:
  - { id: checkout, name: Checkout and basket, aliases: [cart, Basket Service] }
  - { id: cart-2 }
tags: [US East, toString]
people: { ana: { name: Ana Silva }, constructed: { name: Bo } }
ticket_links: { "PAY-": "https://t.example/{key}", "PAY-X-": "https://x.example/{key}?k={key}" }
`,
});
const names = makeResolver(config);

describe('the resolver', () => {
  test('has a configuration without problems', () => {
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['checkout', 'checkout'],
    ['Checkout', 'checkout'],
    ['CART', 'checkout'],
    ['basket-service', 'checkout'],
    ['checkout and basket', 'checkout'],
    ['cart-2', 'cart-2'],
    ['Something else', 'Something else'],
    ['constructor', 'constructor'],
  ])('takes %j for %j', (value, id) => {
    expect(names.canonical('services', value)).toBe(id);
  });

  test('tells terms from other words', () => {
    expect(names.termId('services', 'Cart')).toBe('checkout');
    expect(names.termId('services', 'hasOwnProperty')).toBeUndefined();
    expect(names.termId('teams', 'anything')).toBeUndefined();
    expect(names.canonical('tags', 'us-east')).toBe('US East');
    expect(names.termName('services', 'checkout')).toBe('Checkout and basket');
    expect(names.termName('services', 'other')).toBe('other');
  });

  test('knows severities in any case', () => {
    expect(names.severityLevel('sev2')).toMatchObject({ label: 'SEV2', rank: 2 });
    expect(names.severityLevel('SEV9')).toBeUndefined();
  });

  test('turns keys into links, by the longest prefix', () => {
    expect(names.ticketUrl('PAY-812')).toBe('https://t.example/PAY-812');
    expect(names.ticketUrl('PAY-X-1')).toBe('https://x.example/PAY-X-1?k=PAY-X-1');
    expect(names.ticketUrl('PAY-1"><script>')).toBe('https://t.example/PAY-1%22%3E%3Cscript%3E');
    for (const text of ['PAY-', 'pay-812', 'PAY-812 and more', 'OPS-1', '']) expect(names.ticketUrl(text)).toBeUndefined();
  });

  test('knows people by id or name', () => {
    expect(names.personName('ana')).toBe('Ana Silva');
    expect(names.personName('constructor')).toBe('constructor');
    expect(names.personId('ana silva')).toBe('ana');
    expect(names.personId('nobody')).toBeUndefined();
  });
});
